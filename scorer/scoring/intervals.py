"""Prediction intervals from held-out residuals, as wide as the model errs on essays of like prediction and difficulty.

Cross-conformal prediction (Vovk 2015) in two steps: residuals are divided by the difficulty that the essay itself
suggests (normalised conformal prediction; Papadopoulos et al. 2008), and the quantile is taken over the training
essays whose predictions lie nearest (Mondrian in the limit of narrow bands), so that coverage holds along the scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

COVERAGE = 0.9
NEAREST = 300
"""Training essays around a prediction whose residuals count; all of them where there are fewer."""
EASIEST, HARDEST = 0.5, 2.5
"""Bounds of an essay's difficulty; 1 is the mean of the training essays."""


@dataclass(frozen=True)
class Residuals:
    """``expected`` and ``missed`` (essays, traits): out-of-fold predictions and human scores minus them, as shares.

    ``difficulty`` (essays,): how far off predictions were expected to be, from other folds; 1 is usual.
    """

    expected: NDArray[np.float32]
    missed: NDArray[np.float32]
    difficulty: NDArray[np.float32]
    _sorted: dict[bytes, tuple[Floats, Floats]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def radius(self, weights: Floats, value: float, difficulty: float = 1.0) -> float:
        """Half-width of the 90% interval around a weighted mean of traits; ``weights`` (traits,) add up to 1."""
        values, errors = self._by_value(weights)
        count = min(NEAREST, len(values))
        first = min(max(int(values.searchsorted(value)) - count // 2, 0), len(values) - count)
        place = min(ceil((count + 1) * COVERAGE), count) - 1
        near = np.partition(errors[first : first + count], place)
        return float(near[place]) * min(max(difficulty, EASIEST), HARDEST)

    def _by_value(self, weights: Floats) -> tuple[Floats, Floats]:
        """Predictions in rising order, and the size of each one's residual for an essay of usual difficulty."""
        key = np.asarray(weights, dtype=np.float64).tobytes()
        if key not in self._sorted:
            values = self.expected @ weights
            order = np.argsort(values, kind="stable")
            errors = np.abs(self.missed @ weights) / np.clip(self.difficulty, EASIEST, HARDEST)
            self._sorted[key] = (values[order], errors[order])
        return self._sorted[key]
