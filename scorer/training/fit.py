"""Fit a trait model: views first, then the additive table over features and held-out view predictions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.model_selection import KFold

from scorer.errors import DataError
from scorer.scoring.ngrams import GRAMS
from scorer.scoring.traits import Scale, TraitModel
from scorer.training.additive import fit_table
from scorer.training.ngrams import fit_view
from scorer.training.samples import Floats, Samples

INNER_FOLDS = 5
FEWEST = 2 * INNER_FOLDS
"""Essays below which nothing can be fitted."""
UNIT = Scale(0.0, 1.0, 0.01)
"""The scale of a trait whose essays were graded on different ranges."""


def common_scale(samples: Samples, trait: str) -> Scale:
    """The range that all essays of a trait share, or ``UNIT``."""
    scales = {essay.scales[trait] for essay in samples.essays if trait in essay.scales}
    return scales.pop() if len(scales) == 1 else UNIT


def fit_model(samples: Samples, traits: Sequence[str], seed: int) -> TraitModel:
    """A model of ``traits``, each as a share of its range.

    Every essay must have every trait. Residuals come from folds in which neither views nor table saw the essay.
    Raises ``DataError`` for fewer than ``FEWEST`` essays.
    """
    if len(samples) < FEWEST:
        raise DataError("data_invalid", f"{len(samples)} essays are too few to fit a model on: give at least {FEWEST}.")
    targets = samples.units(traits)
    folds = KFold(INNER_FOLDS, shuffle=True, random_state=seed)
    fitted = [fit_view(kind, samples.views, targets, folds) for kind in GRAMS]
    held_out = np.concatenate([samples.features, *(prediction for _, prediction in fitted)], axis=1)
    names = (*samples.names, *(f"{view.kind}:{trait}" for view, _ in fitted for trait in traits))
    table = fit_table(names, held_out, targets, seed)
    residuals = np.zeros_like(targets)
    for train, test in folds.split(held_out):
        part = fit_table(names, held_out[train], targets[train], seed)
        residuals[test] = targets[test] - part.predict(held_out[test])
    return TraitModel(
        traits=tuple(traits),
        scales=tuple(common_scale(samples, trait) for trait in traits),
        features=samples.names,
        views=tuple(view for view, _ in fitted),
        table=table,
        residuals=residuals.astype(np.float32),
    )


def predict(model: TraitModel, samples: Samples) -> Floats:
    """Traits of prepared essays as shares of their range, shape (essays, traits)."""
    seen = [np.array([view.predict(made) for made in samples.views]) for view in model.views]
    return model.table.predict(np.concatenate([samples.features, *seen], axis=1))
