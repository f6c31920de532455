"""When the scoring model itself should not be trusted: flags that ask a teacher to look."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from scorer.assessment import WIDE_INTERVAL, Flag
from scorer.scoring.criteria import OVERALL
from scorer.scoring.traits import Prediction, TraitModel

Floats = NDArray[np.float64]

WIDEST = 0.2
"""Half-width of the interval of the writing as a whole, as a share of the range, above which it says too little.

A fifth is usual for a single trait; for the whole, few essays have more: 3% of ELLIPSE, 7% of PERSUADE, 10% of ASAP."""
STRANGE = 2.5
"""Times the share of unusual inputs that 1 training essay in 100 exceeds, above which an essay is out of domain."""


def doubts(model: TraitModel, prediction: Prediction) -> tuple[Flag, ...]:
    """The model's doubts about one essay, each a flag that asks for a teacher's look."""
    return tuple(_doubts(model, prediction))


def width(model: TraitModel, prediction: Prediction) -> float:
    """Half-width of the interval of the writing as a whole: the calibrated overall, or the mean of the traits."""
    return model.radius(whole(model), prediction)


def whole(model: TraitModel) -> Floats:
    """Weights of the traits that stand for the whole, shape (traits,)."""
    column = model.calibrated_column(model.rubric, OVERALL)
    if column is not None:
        only: Floats = np.eye(len(model.traits))[column]
        return only
    plain = np.array([trait not in model.calibrated for trait in model.traits], dtype=np.float64)
    weights: Floats = plain / plain.sum()
    return weights


def _doubts(model: TraitModel, prediction: Prediction) -> Iterator[Flag]:
    if prediction.strangeness > STRANGE:
        yield Flag(
            code="unlike_training",
            severity="review",
            message="This essay is unlike those that the scores were learnt from: check its scores yourself.",
        )
    elif width(model, prediction) > WIDEST:
        yield Flag(
            code=WIDE_INTERVAL,
            severity="info",
            message="Essays like this one were often graded higher or lower than predicted: look at the score again.",
        )
