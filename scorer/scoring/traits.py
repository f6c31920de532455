"""The trait model: from features and n-gram views to trait scores with intervals and exact contributions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.features import measure
from scorer.features.view import view
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.ngrams import NgramView

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Scale:
    """Range and step of a trait's human scores."""

    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Prediction:
    """One essay's traits, in the model's order.

    ``inputs`` (inputs,) are the values that went in and ``points`` (inputs, traits) what each added to the
    model's base.
    """

    values: Floats
    inputs: Floats
    points: Floats


@dataclass(frozen=True)
class TraitModel:
    """Everything fitted. ``table`` has one input per feature, then one per view and trait.

    ``residuals`` (essays, traits) are human minus out-of-fold prediction on the training essays: any weighted mean
    of traits gets its 90% prediction interval from them (cross-conformal; Vovk 2015).
    """

    traits: tuple[str, ...]
    scales: tuple[Scale, ...]
    features: tuple[str, ...]
    views: tuple[NgramView, ...]
    table: AdditiveTable
    residuals: NDArray[np.float32]

    @cached_property
    def index(self) -> dict[str, int]:
        """Column of each trait."""
        return {trait: column for column, trait in enumerate(self.traits)}

    def predict(self, doc: Doc) -> Prediction:
        """Traits of one annotated document."""
        essay = view(doc)
        inputs = np.concatenate([measure(doc, self.features), *(v.predict(essay) for v in self.views)])
        points = self.table.contributions(inputs[None])[0]
        return Prediction(self.table.base + points.sum(axis=0), inputs, points)

    def radius(self, weights: Floats, coverage: float = 0.9) -> float:
        """Half-width of the prediction interval of the weighted mean of traits, ``weights`` (traits,) summing to 1."""
        errors = np.sort(np.abs(self.residuals @ weights))
        place = int(np.ceil((len(errors) + 1) * coverage)) - 1
        return float(errors[min(place, len(errors) - 1)])
