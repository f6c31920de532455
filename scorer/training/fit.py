"""Fit a trait model: views first, then the additive table over features and held-out view predictions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import KFold

from scorer.errors import DataError
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.intervals import EASIEST, Residuals
from scorer.scoring.ngrams import GRAMS, NgramView
from scorer.scoring.traits import Scale, TraitModel
from scorer.training.additive import fit_table, normalised_to
from scorer.training.cut_points import fit_cuts
from scorer.training.ngrams import fit_view, predict_view
from scorer.training.samples import Floats, Samples

INNER_FOLDS = 5
FEWEST = 2 * INNER_FOLDS
"""Essays below which nothing can be fitted."""
UNIT = Scale(0.0, 1.0, 0.01)
"""The scale of a trait whose essays were graded on different ranges."""
DIFFICULTY_PENALTY = 400.0
"""Ridge penalty of the table of difficulties."""
STRANGE = 0.99
"""Quantile of the training essays that sets how many inputs may lie outside the training range."""

Rows = NDArray[np.intp]
Names = tuple[str, ...]
Splits = Sequence[tuple[Rows, Rows]]
Fit = Callable[[Names, Floats, Floats, Rows], AdditiveTable]
Read = Callable[[AdditiveTable, Floats, Rows], Floats]


def common_scale(samples: Samples, trait: str) -> Scale:
    """The range that all essays of a trait share, or ``UNIT``."""
    scales = {essay.scales[trait] for essay in samples.essays if trait in essay.scales}
    return scales.pop() if len(scales) == 1 else UNIT


def fit_model(samples: Samples, traits: Sequence[str], seed: int) -> TraitModel:
    """A model of ``traits``, each as a share of its range, for essays like these.

    Every essay must have every trait. Residuals come from folds in which neither views nor table saw the essay.
    Raises ``DataError`` for fewer than ``FEWEST`` essays.
    """
    require_enough(samples)
    folds = list(KFold(INNER_FOLDS, shuffle=True, random_state=seed).split(np.arange(len(samples))))

    def fit(names: Names, inputs: Floats, targets: Floats, _: Rows) -> AdditiveTable:
        return fit_table(names, inputs, targets, seed)

    def read(table: AdditiveTable, inputs: Floats, _: Rows) -> Floats:
        return table.predict(inputs)

    return stacked(samples, traits, samples.units(traits), tuple(GRAMS), folds, fit, read)


def require_enough(samples: Samples) -> None:
    """Raises ``DataError`` for too few essays to fit anything on."""
    if len(samples) < FEWEST:
        raise DataError("data_invalid", f"{len(samples)} essays are too few to fit a model on: give at least {FEWEST}.")


def stacked(
    samples: Samples, traits: Sequence[str], targets: Floats, kinds: Sequence[str], folds: Splits, fit: Fit, read: Read
) -> TraitModel:
    """Views of the given kinds and a table above them, for ``targets`` (essays, traits).

    ``fit`` makes the table from names, inputs and targets, ``read`` says what it predicts of inputs; both are told the
    rows that the inputs are of.
    """
    fitted = [fit_view(kind, samples.counts(kind), targets, folds) for kind in kinds]
    inputs = np.concatenate([samples.features, *(held_out for _, held_out in fitted)], axis=1)
    names = (*samples.names, *(f"{view.kind}:{trait}" for view, _ in fitted for trait in traits))
    table = fit(names, inputs, targets, np.arange(len(samples)))
    expected = np.zeros_like(targets)
    for train, test in folds:
        expected[test] = read(fit(names, inputs[train], targets[train], train), inputs[test], test)
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
