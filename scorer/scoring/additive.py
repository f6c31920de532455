"""An additive model as a table: each input adds points by itself, so that contributions are exact.

A generalised additive model (Hastie & Tibshirani 1990) whose shape functions are piecewise linear between
knots. Whatever fitted them, what is shipped and measured is this table.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class AdditiveTable:
    """``knots`` (inputs, K) rise along each row; ``points`` (inputs, K, traits); ``base`` (traits,).

    Points are centred: over the training essays each input's mean is 0, so ``base`` is the mean essay's score.
    """

    names: tuple[str, ...]
    knots: Floats
    points: Floats
    base: Floats

    def contributions(self, inputs: Floats) -> Floats:
        """Points that each input adds, shape (n, inputs, traits), for ``inputs`` (n, inputs).

        Linear between knots, flat outside them.
        """
        size = self.knots.shape[1]
        right = np.clip((self.knots[None] <= inputs[..., None]).sum(axis=-1), 1, size - 1)
        left = right - 1
        rows = np.arange(len(self.knots))
        low, high = self.knots[rows, left], self.knots[rows, right]
        width = np.where(high > low, high - low, 1.0)
        share = np.clip((inputs - low) / width, 0.0, 1.0)[..., None]
        points: Floats = self.points[rows, left] * (1.0 - share) + self.points[rows, right] * share
        return points

    def predict(self, inputs: Floats) -> Floats:
        """Traits, shape (n, traits)."""
        traits: Floats = self.base + self.contributions(inputs).sum(axis=1)
        return traits

    def outside(self, inputs: Floats) -> Floats:
        """Share of inputs that lie outside their knots, which hold 99% of the training essays, shape (n,)."""
        far: Floats = ((inputs < self.knots[:, 0]) | (inputs > self.knots[:, -1])).mean(axis=1)
        return far
