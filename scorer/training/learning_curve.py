"""How much more graded essays would help: errors of calibrations on parts of the essays, drawn on beyond them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import nnls

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Missed = Callable[[Rows, Rows], Floats]
"""What predictions of the second rows miss after calibration on the first, shape (second,)."""

FEWEST = 12
"""Graded essays below which there is no curve to draw."""
SHARES = (0.3, 0.5, 0.7, 0.85)
DRAWS = 8
MORE = (10, 20, 30, 50, 100)
WORTH = 0.05
"""Share of the error by which more essays must lower it to be worth a teacher's evening."""


@dataclass(frozen=True)
class Curve:
    """Error (RMSE, as a share of the range) after ``n`` graded essays: the square root of ``floor + slope / n``."""

    n: int
    floor: float
    slope: float

    def error(self, n: int) -> float:
        """Expected error after ``n`` graded essays."""
        return float(np.sqrt(self.floor + self.slope / n))

    @property
    def more(self) -> int | None:
        """The fewest more essays, of ``MORE``, that lower the error by ``WORTH``; None where none does."""
        now = self.error(self.n)
        return next((extra for extra in MORE if self.error(self.n + extra) <= (1 - WORTH) * now), None)


def learning_curve(n: int, missed: Missed, seed: int = 1) -> Curve | None:
    """The curve of ``n`` graded essays, or None for fewer than ``FEWEST``."""
    if n < FEWEST:
        return None
    draw = np.random.default_rng(seed)
    sizes, errors = [], []
    for share in SHARES:
        size = int(share * n)
        for _ in range(DRAWS):
            rows = draw.permutation(n)
            off = missed(rows[:size], rows[size:])
            sizes.append(size)
            errors.append(float(np.mean(off**2)))
    basis = np.stack([np.ones(len(sizes)), 1 / np.array(sizes)], axis=1)
    (floor, slope), _ = nnls(basis, np.array(errors))
    return Curve(n, float(floor), float(slope))
