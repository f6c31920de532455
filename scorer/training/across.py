"""A model of the essays of many prompts, for a prompt that it has not seen.

Prompts differ in how high and how far apart their grades lie, which says little about the next prompt. So grades are
put on one footing: the model learns how an essay stands among those of its own prompt. What is usual of the level and
the spread of grades, on a scale of so many steps, then leads back to the new prompt's scale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.model_selection import GroupKFold

from scorer.errors import DataError
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.cut_points import halfway
from scorer.scoring.intervals import Residuals
from scorer.scoring.traits import Scale, TraitModel
from scorer.training.additive import Groups, fit_lines, normalised_to
from scorer.training.fit import INNER_FOLDS, Names, Rows, require_enough, stacked
from scorer.training.samples import Floats, Samples

VIEWS = ("tag_ngrams",)
"""Views that read the same in every prompt: words are about the prompt's topic."""
NARROWEST, WIDEST = 0.05, 0.35
"""Bounds of the standard deviation of a prompt's grades, as a share of the range; all at the two ends would be 0.5."""


@dataclass(frozen=True)
class Usual:
    """What is usual of the grades of a prompt, as shares of the range, for each trait; shapes (traits,).

    ``level`` is the mean of the prompts' means, ``spread`` that of their standard deviations, at ``steps`` (the mean
    of the logarithms of how many steps their scales have), and ``finer`` what a unit of that logarithm adds to it.
    """

    level: Floats
    spread: Floats
    steps: Floats
    finer: Floats

    @classmethod
    def of(cls, units: Floats, steps: Floats, groups: Groups) -> Usual:
        """From grades ``units`` (n, traits), the ``steps`` of their scales (n, traits), and the prompt of each."""
        kinds = np.unique(groups)
        level = np.array([units[groups == kind].mean(axis=0) for kind in kinds])
        spread = np.array([_spread(units[groups == kind]) for kind in kinds])
        logs = np.array([np.log(steps[groups == kind][0]) for kind in kinds])
        apart = logs - logs.mean(axis=0)
        varied = (apart**2).sum(axis=0)
        finer = (apart * spread).sum(axis=0) / np.where(varied > 0, varied, 1.0)
        return cls(level.mean(axis=0), spread.mean(axis=0), logs.mean(axis=0), finer)

    def standing(self, units: Floats, groups: Groups) -> Floats:
        """Grades as they would be if every prompt had the usual level and spread, shape (n, traits)."""
        found = np.empty_like(units)
        for kind in np.unique(groups):
            rows = groups == kind
            found[rows] = self.level + self.spread * (units[rows] - units[rows].mean(axis=0)) / _spread(units[rows])
        return found

    def spread_on(self, scales: Sequence[Scale]) -> Floats:
        """The standard deviation to expect on other scales, shape (traits,)."""
        logs = np.log([scale.steps for scale in scales])
        return np.clip(self.spread + self.finer * (logs - self.steps), NARROWEST, WIDEST)


def _spread(units: Floats) -> Floats:
    return np.maximum(units.std(axis=0), NARROWEST)  # type: ignore[no-any-return]


@dataclass(frozen=True)
class AcrossPrompts:
    """``model`` predicts grades of the usual level and spread; within a prompt they lie ``stretch`` times as far apart
    as predictions do, shape (traits,)."""

    model: TraitModel
    usual: Usual
    stretch: Floats

    def on(self, scales: Sequence[Scale]) -> TraitModel:
        """The model for a prompt whose traits are graded on ``scales``."""
        table, residuals = self.model.table, self.model.residuals
        wider = self.usual.spread_on(scales) / self.usual.spread
        level = self.usual.level
        return replace(
            self.model,
            scales=tuple(scales),
            table=replace(table, points=table.points * wider, base=level + (table.base - level) * wider),
            cuts=tuple(
                middle + (halfway(scale.steps) - middle) / stretch
                for scale, middle, stretch in zip(scales, level, self.stretch, strict=True)
            ),
            residuals=Residuals(
                (level + (residuals.expected - level) * wider).astype(np.float32),
                (residuals.missed * wider).astype(np.float32),
                residuals.difficulty,
            ),
        )


def fit_across(
    samples: Samples, traits: Sequence[str], seed: int, column: str, normalised: bool = False
) -> AcrossPrompts:
    """A model of essays whose group ``column`` names the prompt; residuals are those of prompts left out.

    ``normalised``: inputs are normalised within each prompt, for a model that will see a batch of the new one
    (:func:`scorer.training.fit.on_batch`). Raises ``DataError`` for too few essays, or essays of one prompt.
    """
    require_enough(samples)
    groups = np.array([essay.groups[column] for essay in samples.essays])
    kinds = len(np.unique(groups))
    if kinds < 2:
        raise DataError("data_invalid", "All these essays are of one group: a model across groups needs two or more.")
    units = samples.units(traits)
    steps = np.array([[essay.scales[trait].steps for trait in traits] for essay in samples.essays])
    usual = Usual.of(units, steps, groups)

    def fit(names: Names, inputs: Floats, targets: Floats, rows: Rows) -> AdditiveTable:
        return fit_lines(names, inputs, targets, seed, groups[rows] if normalised else None)

    def read(table: AdditiveTable, inputs: Floats, rows: Rows) -> Floats:
        if not normalised:
            return table.predict(inputs)
        found = np.empty((len(rows), len(traits)))
        for kind in np.unique(groups[rows]):
            here = groups[rows] == kind
            found[here] = normalised_to(table, inputs[here]).predict(inputs[here])
        return found

    folds = list(GroupKFold(min(kinds, INNER_FOLDS)).split(np.arange(len(samples)), groups=groups))
    model = stacked(samples, traits, usual.standing(units, groups), VIEWS, folds, fit, read)
    expected = model.residuals.expected
    within = np.mean([expected[groups == kind].std(axis=0) for kind in np.unique(groups)], axis=0)
    return AcrossPrompts(model, usual, usual.spread / np.maximum(within, NARROWEST / 2))
