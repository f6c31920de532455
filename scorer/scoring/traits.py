"""The trait model: from features and n-gram views to trait scores with intervals and exact contributions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.features import measure
from scorer.pipeline.view import view
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.cut_points import step_of
from scorer.scoring.intervals import Residuals
from scorer.scoring.ngrams import NgramView

Floats = NDArray[np.float64]

CALIBRATED = "calibrated:"
"""Goes before a criterion's name in that of its trait, so that a trained trait may be called the same."""
DECIMALS = 4
"""Points are rounded before they are added, so that what is printed is what was added."""
STRANGEST = 1.5
"""How many times wider an interval gets at most for an essay unlike the training essays.

Chosen: too few such essays were graded to learn it."""


def rounded(values: Floats) -> list[float]:
    """Each value as ``round`` rounds it to ``DECIMALS``; ten times as fast."""
    parts = values * 10.0**DECIMALS
    result = np.rint(parts) / 10.0**DECIMALS
    # the product is inexact: of large values, and of those almost halfway, it does not tell where to round to
    unsure = (np.abs(parts - np.floor(parts) - 0.5) < 1e-6) | (np.abs(parts) > 1e9)
    for k in unsure.nonzero()[0]:
        result[k] = round(float(values[k]), DECIMALS)
    rounded: list[float] = result.tolist()
    return rounded


@dataclass(frozen=True)
class Scale:
    """Range and step of a trait's human scores."""

    low: float
    high: float
    step: float

    @property
    def steps(self) -> int:
        """How many steps lead from the lowest score to the highest."""
        return round((self.high - self.low) / self.step)


@dataclass(frozen=True)
class Prediction:
    """One essay's traits, in the model's order.

    ``inputs`` (inputs,) are the values that went in and ``points`` (inputs, traits) what each added to the
    model's base. ``difficulty`` says how far off the model errs on such essays (1 is usual), ``strangeness`` how
    unlike the training essays it is: the share of inputs outside what 99% of them show, over what 1 in 100 exceeds.
    """

    values: Floats
    inputs: Floats
    points: Floats
    difficulty: float = 1.0
    strangeness: float = 0.0

    @cached_property
    def told(self) -> list[float]:
        """``inputs``, rounded."""
        return rounded(self.inputs)


@dataclass(frozen=True)
class TraitModel:
    """Everything fitted. ``table`` has one input per feature, then one per view and trait.

    ``cuts`` are each trait's cut points as shares of its range; ``difficulty`` is a table over the same inputs with
    one output, the expected size of the residual (1 is usual); ``usual_outside`` the share of inputs outside the
    training range that 1 training essay in 100 exceeds. ``calibrated`` are those of the traits that are criteria of
    ``rubric`` (or ``overall``), behind ``CALIBRATED``, on the scale of the teacher who graded essays for them.
    """

    traits: tuple[str, ...]
    scales: tuple[Scale, ...]
    features: tuple[str, ...]
    views: tuple[NgramView, ...]
    table: AdditiveTable
    cuts: tuple[Floats, ...]
    residuals: Residuals
    difficulty: AdditiveTable
    usual_outside: float
    rubric: str = ""
    calibrated: tuple[str, ...] = ()

    @cached_property
    def index(self) -> dict[str, int]:
        """Column of each trait."""
        return {trait: column for column, trait in enumerate(self.traits)}

    def calibrated_column(self, rubric: str, name: str) -> int | None:
        """Column of a criterion, or of ``overall``, that was calibrated for this rubric; None where it was not."""
        known = CALIBRATED + name in self.calibrated and rubric == self.rubric
        return self.index[CALIBRATED + name] if known else None

    def inputs(self, doc: Doc) -> Floats:
        """What the table reads of one annotated document, shape (inputs,)."""
        essay = view(doc)
        return np.concatenate([measure(doc, self.features), *(v.predict(essay) for v in self.views)])

    def predict(self, doc: Doc) -> Prediction:
        """Traits of one annotated document."""
        inputs = self.inputs(doc)
        points = self.table.contributions(inputs[None])[0]
        return Prediction(
            values=self.table.base + points.sum(axis=0),
            inputs=inputs,
            points=points,
            difficulty=float(self.difficulty.predict(inputs[None])[0, 0]),
            strangeness=float(self.table.outside(inputs[None])[0]) / self.usual_outside,
        )

    def grade(self, column: int, value: float) -> float:
        """The step of a trait's scale that its cut points give a predicted share of the range."""
        scale = self.scales[column]
        return scale.low + scale.step * float(step_of(value, self.cuts[column]))

    def radius(self, weights: Floats, prediction: Prediction) -> float:
        """Half-width of the 90% interval of a weighted mean of traits, as a share of the range.

        ``weights`` (traits,) add up to 1. Wider for an essay unlike the training essays.
        """
        unlike = max(1.0, min(prediction.strangeness, STRANGEST))
        return unlike * self.residuals.radius(weights, float(prediction.values @ weights), prediction.difficulty)
