"""Cut points: where on the predicted scale one step of the human scale ends and the next begins.

Predictions are drawn towards the mean, as regression does; rounding them gives the ends of the scale too rarely.
Cut points undo that for the step that is named, and leave the predicted number as it is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def halfway(steps: int) -> Floats:
    """The cut points of plain rounding on a scale of ``steps`` equal steps between 0 and 1, shape (steps,)."""
    return (np.arange(steps) + 0.5) / steps


def step_of(units: Floats | float, cuts: Floats) -> NDArray[np.intp]:
    """Steps above the lowest that predictions reach, for rising ``cuts`` (steps,); on a cut the higher one."""
    return np.searchsorted(cuts, np.asarray(units), side="right")


def on_step(units: Floats | float, cuts: Floats) -> Floats:
    """The same as a share of the range: 0 for the lowest step, 1 for the highest."""
    return step_of(units, cuts) / len(cuts)
