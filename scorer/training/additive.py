"""Fitting the additive table: ridge on normalised inputs and gradient-boosted stumps, averaged."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import Ridge
from sklearn.preprocessing import QuantileTransformer

from scorer.scoring.additive import AdditiveTable

Floats = NDArray[np.float64]

KNOTS = 40
"""Points of each shape function, at quantiles of the training essays."""
ROUNDS = 300
"""Trees of each boosted learner."""
QUANTILES = 200
"""Quantiles that the normalisation of an input is read from, where there are as many essays."""


def fit_table(
    names: tuple[str, ...], inputs: Floats, targets: Floats, seed: int, alpha: float = 100.0
) -> AdditiveTable:
    """An additive model of ``targets`` (n, traits) over ``inputs`` (n, inputs), as a table.

    Two additive learners are averaged: ridge regression on quantile-normalised inputs, and gradient boosting whose
    trees may not mix inputs. Each one's shape functions are read off at the knots.
    """
    knots = _knots(inputs)
    normal = QuantileTransformer(
        n_quantiles=min(QUANTILES, len(inputs)), output_distribution="normal", random_state=seed
    ).fit(inputs)
    z = _clipped(normal, inputs)
    at_knots = _clipped(normal, np.ascontiguousarray(knots.T)).T
    points = np.zeros((*knots.shape, targets.shape[1]))
    for column in range(targets.shape[1]):
        y = targets[:, column]
        ridge = Ridge(alpha=alpha).fit(z, y)
        linear = at_knots * ridge.coef_[:, None]
        boosted = _boosted(inputs, y, knots, seed)
        points[:, :, column] = 0.5 * linear + 0.5 * boosted
    table = AdditiveTable(names, knots, points, np.zeros(targets.shape[1]))
    means = table.contributions(inputs).mean(axis=0)
    return AdditiveTable(names, knots, points - means[:, None, :], targets.mean(axis=0))


def _knots(inputs: Floats) -> Floats:
    return np.quantile(inputs, np.linspace(0.005, 0.995, KNOTS), axis=0).T.copy()


def _clipped(normal: QuantileTransformer, inputs: Floats) -> Floats:
    return np.clip(normal.transform(inputs), -2.5, 2.5)  # type: ignore[no-any-return]


def _boosted(inputs: Floats, y: Floats, knots: Floats, seed: int) -> Floats:
    """Shape functions of boosted stumps at the knots, shape (inputs, K), up to a constant each."""
    model = HistGradientBoostingRegressor(
        max_iter=ROUNDS, learning_rate=0.04, max_leaf_nodes=4, min_samples_leaf=40, l2_regularization=5.0,
        max_features=0.3, interaction_cst="no_interactions", random_state=seed,
    ).fit(inputs, y)  # fmt: skip
    start = np.median(inputs, axis=0)
    probe = np.tile(start, (knots.size, 1))
    rows = np.arange(knots.size)
    probe[rows, rows // knots.shape[1]] = knots.ravel()
    return (model.predict(probe) - model.predict(start[None])[0]).reshape(knots.shape)  # type: ignore[no-any-return]
