"""From the general model to a teacher's own scale and rubric, with few graded essays.

A Gaussian process around the general model (Rasmussen & Williams 2006, chapter 2.7) whose kernels are linear in what
the inputs add: without grades it is the general model, and every grade moves it. It may shift all scores, stretch
them, weigh the groups of inputs (conventions, organization, each view...) differently, and, least readily, bend single
inputs. Being linear, what it learns folds into the table, so that contributions stay exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from scorer.features import registered
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.cut_points import halfway
from scorer.scoring.intervals import Residuals
from scorer.scoring.traits import Scale, TraitModel

Floats = NDArray[np.float64]

SHIFT, STRETCH, GROUP, INPUT = 0.15, 0.5, 1.0, 0.6
"""Prior standard deviations: of a shift of all scores, as a share of the range; of the factor on all the general model
says; of the factor on one group of inputs; of what the inputs' places among the training essays add, all together, in
shares of the range. Set by what teachers' scales may differ in, not tuned on any corpus."""
TRUSTED = 20
"""Graded essays that the general model's errors count as, where the size of the errors is estimated."""
MOST_STRETCH = 2.0


def recombined(model: TraitModel, names: Sequence[str], weights: Floats, scales: Sequence[Scale]) -> TraitModel:
    """A model of weighted means of the model's traits: ``weights`` (traits, names), columns that add up to 1."""
    table, residuals = model.table, model.residuals
    return replace(
        model,
        traits=tuple(names),
        scales=tuple(scales),
        table=replace(table, points=table.points @ weights, base=table.base @ weights),
        residuals=Residuals(
            (residuals.expected @ weights).astype(np.float32), (residuals.missed @ weights).astype(np.float32),
            residuals.difficulty,
        ),
        cuts=tuple(halfway(scale.steps) for scale in scales),
    )  # fmt: skip


def calibrated(
    model: TraitModel, graded: Floats, units: Floats, scales: Sequence[Scale], batch: Floats | None = None
) -> TraitModel:
    """The model moved towards grades ``units`` (n, traits), shares of the range, of essays ``graded`` (n, inputs).

    NaN marks a trait that an essay has no grade for; a trait without any grade stays as it is. ``batch`` (m, inputs)
    are essays of the same task, graded or not: cut points are set for the spread of their predictions.
    """
    table, residuals = model.table, model.residuals
    points, base = table.points.copy(), table.base.copy()
    missed, cuts = residuals.missed.copy(), []
    for k, scale in enumerate(scales):
        has = np.isfinite(units[:, k])
        if not has.any():
            cuts.append(model.cuts[k])
            continue
        noise = float(np.mean(residuals.missed[:, k] ** 2))
        shape, shift, left_out = _moved(table, k, graded[has], units[has, k], noise)
        points[:, :, k], base[k] = shape, base[k] + shift
        off = (TRUSTED * noise + float(left_out @ left_out)) / (TRUSTED + has.sum())
        missed[:, k] *= np.sqrt(off / noise)
        around = AdditiveTable(table.names, table.knots, points[:, :, k : k + 1], base[k : k + 1]).predict(
            graded if batch is None else batch
        )[:, 0]
        usual = float(residuals.expected[:, k].var())
        varied = (TRUSTED * usual + len(around) * float(around.var())) / (TRUSTED + len(around))
        stretch = min(float(np.sqrt(1 + off / max(varied, 1e-6))), MOST_STRETCH)
        cuts.append(around.mean() + (halfway(scale.steps) - around.mean()) / stretch)
    return replace(
        model,
        scales=tuple(scales),
        table=replace(table, points=points, base=base),
        cuts=tuple(cuts),
        residuals=Residuals(residuals.expected, missed, residuals.difficulty),
    )


def _moved(table: AdditiveTable, k: int, graded: Floats, units: Floats, noise: float) -> tuple[Floats, float, Floats]:
    """New points (inputs, K), the shift of the base, and left-out residuals of the graded essays, for one trait.

    The posterior mean of each linear part is its prior variance times its features times the dual coefficients.
    """
    one = AdditiveTable(table.names, table.knots, table.points[:, :, k : k + 1], table.base[k : k + 1])
    added = one.contributions(graded)[..., 0]
    places = np.broadcast_to(np.linspace(-1, 1, table.knots.shape[1])[None, :, None], (*table.knots.shape, 1))
    ranks = AdditiveTable(table.names, table.knots, places, np.zeros(1)).contributions(graded)[..., 0]
    groups = groups_of(table.names)
    sums = np.stack([added[:, groups == group].sum(axis=1) for group in np.unique(groups)], axis=1)
    total, width = added.sum(axis=1), INPUT**2 / len(table.names)
    kernel = (
        SHIFT**2 + STRETCH**2 * np.outer(total, total) + GROUP**2 * sums @ sums.T + width * ranks @ ranks.T
        + noise * np.eye(len(graded))
    )  # fmt: skip
    rest = units - one.base[0] - total
    factor = cho_factor(kernel)
    dual = cho_solve(factor, rest)
    left_out = dual / np.diag(cho_solve(factor, np.eye(len(graded))))
    by_group = dict(zip(np.unique(groups), GROUP**2 * sums.T @ dual, strict=True))
    factors = 1 + STRETCH**2 * float(total @ dual) + np.array([by_group[group] for group in groups])
    bent = width * (ranks.T @ dual)[:, None] * places[..., 0]
    return one.points[..., 0] * factors[:, None] + bent, SHIFT**2 * float(dual.sum()), left_out


def groups_of(names: Sequence[str]) -> NDArray[np.str_]:
    """What each input of a table belongs to: the group of its feature, or its view."""
    known = registered()
    return np.array([known[name].group if name in known else name.partition(":")[0] for name in names])
