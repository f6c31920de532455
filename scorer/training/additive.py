"""Fitting the additive table: for essays like those to come, and for essays of prompts that nobody has seen.

For the first, ridge on normalised inputs and gradient-boosted stumps are averaged. For the second, ridge alone with a
strong penalty: what sets one prompt's essays apart from another's is noise there, and curves learn it. With ``groups``
every input is normalised within its group (one prompt's essays, say), so that the table reads how an essay stands
among its own kind; :func:`normalised_to` then makes it read a new group by that group's own quantiles.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import Ridge
from sklearn.preprocessing import QuantileTransformer

from scorer.scoring.additive import AdditiveTable

Floats = NDArray[np.float64]
Groups = NDArray[np.str_]

SHARES = np.linspace(0.005, 0.995, 40)
"""Quantiles of the training essays at which each shape function has a point."""
ALPHA, ALPHA_UNSEEN = 100.0, 10_000.0
"""Ridge penalties; the second, for unseen prompts, is where left-out ASAP prompts agree best, give or take times 3."""
FAR = 2.5
"""Normal scores beyond this count as this."""
ROUNDS = 150
"""Trees of each boosted learner."""
QUANTILES = 200
"""Quantiles that the normalisation of an input is read from, where there are as many essays."""
BATCH = 20
"""Essays of a batch that count as much as the training essays when inputs are normalised to the batch."""


def fit_table(names: tuple[str, ...], inputs: Floats, targets: Floats, seed: int) -> AdditiveTable:
    """An additive model of ``targets`` (n, traits) over ``inputs`` (n, inputs), as a table.

    Two additive learners are averaged: ridge regression on quantile-normalised inputs, and gradient boosting whose
    trees may not mix inputs. Each one's shape functions are read off at the knots.
    """
    knots = _knots(inputs)
    z, at_knots = _normal(inputs, knots, seed)
    points = np.zeros((*knots.shape, targets.shape[1]))
    ridge = Ridge(alpha=ALPHA).fit(z, targets)
    for column, slopes in enumerate(np.atleast_2d(ridge.coef_)):
        boosted = _boosted(inputs, targets[:, column], knots, seed)
        points[:, :, column] = 0.5 * at_knots * slopes[:, None] + 0.5 * boosted
    return _centred(names, inputs, knots, points, targets)


def fit_lines(
    names: tuple[str, ...], inputs: Floats, targets: Floats, seed: int, groups: Groups | None = None
) -> AdditiveTable:
    """The same for essays of unseen groups: ridge regression alone, on inputs normalised over all or by ``groups``."""
    shown = _knots(inputs)
    if groups is None:
        knots = shown
        z, at_knots = _normal(inputs, knots, seed)
    else:
        inputs = _within_groups(inputs, groups)
        knots = np.tile(norm.ppf(SHARES), (inputs.shape[1], 1))
        z, at_knots = np.clip(inputs, -FAR, FAR), np.clip(knots, -FAR, FAR)
    slopes = Ridge(alpha=ALPHA_UNSEEN).fit(z, targets).coef_.reshape(targets.shape[1], -1)
    table = _centred(names, inputs, knots, at_knots[:, :, None] * slopes.T[:, None, :], targets)
    return replace(table, knots=shown)


def _centred(names: tuple[str, ...], inputs: Floats, knots: Floats, points: Floats, targets: Floats) -> AdditiveTable:
    """The table whose points have mean 0 over ``inputs``, for every input."""
    means = AdditiveTable(names, knots, points, np.zeros(targets.shape[1])).contributions(inputs).mean(axis=0)
    return AdditiveTable(names, knots, points - means[:, None, :], targets.mean(axis=0))


def normalised_to(table: AdditiveTable, inputs: Floats) -> AdditiveTable:
    """The table with its inputs read by the quantiles of a batch, ``inputs`` (n, inputs); few essays change little.

    An essay that has a feature like the batch's median then gets what the training essays' median gets.
    """
    share = len(inputs) / (len(inputs) + BATCH)
    shares = np.linspace(SHARES[0], SHARES[-1], table.knots.shape[1])
    return replace(table, knots=share * _knots(inputs, shares) + (1 - share) * table.knots)


def _knots(inputs: Floats, shares: Floats | None = None) -> Floats:
    return np.quantile(inputs, SHARES if shares is None else shares, axis=0).T.copy()


def _within_groups(inputs: Floats, groups: Groups) -> Floats:
    """Normal scores of each input among the essays of its own group."""
    scores = np.zeros_like(inputs)
    for group in np.unique(groups):
        rows = groups == group
        knots = _knots(inputs[rows])
        shape = np.broadcast_to(norm.ppf(SHARES)[None, :, None], (*knots.shape, 1))
        grid = AdditiveTable((), knots, shape, np.zeros(1))
        scores[rows] = grid.contributions(inputs[rows])[..., 0]
    return scores


def _normal(inputs: Floats, knots: Floats, seed: int) -> tuple[Floats, Floats]:
    """Normal scores of the inputs, and of their knots, by the inputs' own quantiles."""
    normal = QuantileTransformer(
        n_quantiles=min(QUANTILES, len(inputs)), output_distribution="normal", random_state=seed
    ).fit(inputs)
    z, at_knots = normal.transform(inputs), normal.transform(np.ascontiguousarray(knots.T)).T
    return np.clip(z, -FAR, FAR), np.clip(at_knots, -FAR, FAR)


def _boosted(inputs: Floats, y: Floats, knots: Floats, seed: int) -> Floats:
    """Shape functions of boosted stumps at the knots, shape (inputs, K), up to a constant each."""
    model = HistGradientBoostingRegressor(
        max_iter=ROUNDS, learning_rate=0.08, max_leaf_nodes=4, min_samples_leaf=40, l2_regularization=5.0,
        max_features=0.3, interaction_cst="no_interactions", random_state=seed,
    ).fit(inputs, y)  # fmt: skip
    start = np.median(inputs, axis=0)
    probe = np.tile(start, (knots.size, 1))
    rows = np.arange(knots.size)
    probe[rows, rows // knots.shape[1]] = knots.ravel()
    return (model.predict(probe) - model.predict(start[None])[0]).reshape(knots.shape)  # type: ignore[no-any-return]
