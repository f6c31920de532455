"""Fit a trait model: views first, then the additive table over features and held-out view predictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold, KFold

from scorer.errors import DataError
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.intervals import EASIEST, Residuals
from scorer.scoring.ngrams import GRAMS, NgramView
from scorer.scoring.traits import Scale, TraitModel
from scorer.training.additive import Groups, fit_table, normalised_to
from scorer.training.cut_points import fit_cuts
from scorer.training.ngrams import fit_view, predict_view
from scorer.training.samples import Floats, Samples

INNER_FOLDS = 5
FEWEST = 2 * INNER_FOLDS
"""Essays below which nothing can be fitted."""
UNIT = Scale(0.0, 1.0, 0.01)
"""The scale of a trait whose essays were graded on different ranges."""
SHARED_VIEWS = ("tag_ngrams",)
"""Views that read the same in every prompt: words are about the prompt's topic."""
DIFFICULTY_PENALTY = 400.0
"""Ridge penalty of the table of difficulties."""
STRANGE = 0.99
"""Quantile of the training essays that sets how many inputs may lie outside the training range."""

Splits = list[tuple[NDArray[np.intp], NDArray[np.intp]]]


def common_scale(samples: Samples, trait: str) -> Scale:
    """The range that all essays of a trait share, or ``UNIT``."""
    scales = {essay.scales[trait] for essay in samples.essays if trait in essay.scales}
    return scales.pop() if len(scales) == 1 else UNIT


def fit_model(
    samples: Samples, traits: Sequence[str], seed: int, across: str | None = None, normalised: bool = False
) -> TraitModel:
    """A model of ``traits``, each as a share of its range.

    Every essay must have every trait. Residuals come from folds in which neither views nor table saw the essay.
    ``across`` names a group column (the prompts): folds then leave whole groups out, and the model is one for groups
    that it has not seen. ``normalised``: inputs are normalised within each group, for a model that will see a batch
    of the new group (:func:`on_batch`).
    Raises ``DataError`` for fewer than ``FEWEST`` essays.
    """
    if len(samples) < FEWEST:
        raise DataError("data_invalid", f"{len(samples)} essays are too few to fit a model on: give at least {FEWEST}.")
    targets = samples.units(traits)
    groups = np.array([essay.groups[across] for essay in samples.essays]) if across else None
    folds = _folds(len(samples), groups, seed)
    fitted = [fit_view(kind, samples.counts(kind), targets, folds) for kind in views_of(across)]
    inputs = np.concatenate([samples.features, *(held_out for _, held_out in fitted)], axis=1)
    names = (*samples.names, *(f"{view.kind}:{trait}" for view, _ in fitted for trait in traits))
    within = groups if normalised else None
    table = fit_table(names, inputs, targets, seed, groups=within)
    expected = np.zeros_like(targets)
    for train, test in folds:
        part = fit_table(names, inputs[train], targets[train], seed, groups=None if within is None else within[train])
        if within is None:
            expected[test] = part.predict(inputs[test])
            continue
        for group in np.unique(within[test]):
            rows = test[within[test] == group]
            expected[rows] = normalised_to(part, inputs[rows]).predict(inputs[rows])
    missed = targets - expected
    difficulty, held_difficulty = _difficulty(names, inputs, missed, folds, table)
    scales = tuple(common_scale(samples, trait) for trait in traits)
    return TraitModel(
        traits=tuple(traits),
        scales=scales,
        features=samples.names,
        views=tuple(view for view, _ in fitted),
        table=table,
        cuts=tuple(fit_cuts(expected[:, k], targets[:, k], scale.steps) for k, scale in enumerate(scales)),
        residuals=Residuals(expected.astype(np.float32), missed.astype(np.float32), held_difficulty.astype(np.float32)),
        difficulty=difficulty,
        usual_outside=max(float(np.quantile(table.outside(inputs), STRANGE)), 1 / len(names)),
    )


def view_inputs(model: TraitModel, samples: Samples) -> Floats:
    """What the table reads of prepared essays, shape (essays, inputs)."""
    seen = [_seen(view, samples) for view in model.views]
    return np.concatenate([samples.with_features(model.features).features, *seen], axis=1)


def views_of(across: str | None) -> Sequence[str]:
    """Kinds of views that a model has."""
    return SHARED_VIEWS if across else tuple(GRAMS)


def _seen(view: NgramView, samples: Samples) -> Floats:
    """From counts where they were made for a corpus that the view's essays are part of, else essay by essay."""
    counts = samples.counted(view.kind)
    if counts is not None and np.isin(view.vocabulary, counts.grams).all():
        return predict_view(view, counts)
    return np.array([view.predict(made) for made in samples.views])


def predict(model: TraitModel, samples: Samples) -> Floats:
    """Traits of prepared essays as shares of their range, shape (essays, traits)."""
    return model.table.predict(view_inputs(model, samples))


def on_batch(model: TraitModel, inputs: Floats) -> TraitModel:
    """The model with its inputs normalised to a batch of essays, ``inputs`` (n, inputs), whose grades nobody knows."""
    table = normalised_to(model.table, inputs)
    return replace(model, table=table, difficulty=replace(model.difficulty, knots=table.knots))


def radii(model: TraitModel, inputs: Floats) -> Floats:
    """Half-widths of the 90% intervals of every trait, shape (essays, traits)."""
    values = model.table.predict(inputs)
    hard = model.difficulty.predict(inputs)[:, 0]
    return np.array(
        [
            [model.residuals.radius(only, row[k], difficulty) for k, only in enumerate(np.eye(len(model.traits)))]
            for row, difficulty in zip(values, hard, strict=True)
        ]
    )


def _folds(count: int, groups: Groups | None, seed: int) -> Splits:
    if groups is None:
        return list(KFold(INNER_FOLDS, shuffle=True, random_state=seed).split(np.arange(count)))
    kinds = len(np.unique(groups))
    if kinds < 2:
        raise DataError("data_invalid", "All these essays are of one group: a model across groups needs two or more.")
    return list(GroupKFold(min(kinds, INNER_FOLDS)).split(np.arange(count), groups=groups))


def _difficulty(
    names: tuple[str, ...], inputs: Floats, missed: Floats, folds: Splits, table: AdditiveTable
) -> tuple[AdditiveTable, Floats]:
    """A table of how large an essay's residuals are expected to be, 1 for the mean, and its out-of-fold values."""
    size = np.abs(missed).mean(axis=1)
    size = (size / size.mean())[:, None]
    held = np.ones(len(inputs))
    for train, test in folds:
        held[test] = _linear_table(names, inputs[train], size[train], table.knots).predict(inputs[test])[:, 0]
    return _linear_table(names, inputs, size, table.knots), np.maximum(held, EASIEST)


def _linear_table(names: tuple[str, ...], inputs: Floats, target: Floats, knots: Floats) -> AdditiveTable:
    """Ridge regression on the inputs' places among the knots, with a penalty that few essays outweigh."""
    places = _places(knots)
    ranks = AdditiveTable(names, knots, places, np.zeros(1)).contributions(inputs)[..., 0]
    centred = ranks - ranks.mean(axis=0)
    gram = centred.T @ centred + DIFFICULTY_PENALTY * np.eye(len(names))
    slopes = np.linalg.solve(gram, centred.T @ (target[:, 0] - target.mean()))
    points = (places[..., 0] - ranks.mean(axis=0)[:, None]) * slopes[:, None]
    return AdditiveTable(names, knots, points[..., None], target.mean(axis=0))


def _places(knots: Floats) -> Floats:
    return np.broadcast_to(np.linspace(-1, 1, knots.shape[1])[None, :, None], (*knots.shape, 1)).copy()
