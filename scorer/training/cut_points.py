"""Fitting cut points for the highest agreement (QWK) on out-of-fold predictions.

A stretch and a shift of the predictions come first: two numbers, which few essays can bear. Where essays are many
for the steps there are, each cut is then moved by itself, never past its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from scorer.scoring.cut_points import halfway, on_step

Floats = NDArray[np.float64]

STRETCHES = np.linspace(0.8, 2.2, 57)
SHIFTS = np.linspace(-0.1, 0.1, 21)
PER_STEP = 60
"""Essays a step that single cuts are fitted from."""
ROUNDS = 3
MOVES = 15


def fit_cuts(predicted: Floats, human: Floats, steps: int) -> Floats:
    """Cut points, shape (steps,), rising, from predictions and human scores as shares of the range, (n,) each."""
    level = np.rint(human * steps) / steps
    centre = float(np.mean(predicted))
    plain = halfway(steps)

    def agreement(cuts: Floats) -> float:
        return weighted_kappa(level, on_step(predicted, cuts))

    def moved(stretch: float, shift: float) -> Floats:
        cuts: Floats = centre + (plain - centre - shift) / stretch
        return cuts

    best = max(((s, 0.0) for s in STRETCHES), key=lambda pair: agreement(moved(*pair)))
    best = max(((best[0], shift) for shift in SHIFTS), key=lambda pair: (agreement(moved(*pair)), -abs(pair[1])))
    cuts = moved(*best)
    if len(predicted) >= PER_STEP * steps:
        cuts = _refined(cuts, agreement, 0.5 / steps / best[0])
    return cuts


def _refined(cuts: Floats, agreement: Callable[[Floats], float], reach: float) -> Floats:
    """Each cut in turn at the middle of the places where agreement is within a hair of its best."""
    for _ in range(ROUNDS):
        for k in range(len(cuts)):
            places = np.linspace(cuts[k] - reach, cuts[k] + reach, MOVES)
            values = np.array([agreement(_with(cuts, k, place)) for place in places])
            good = places[values >= values.max() - 2e-4]
            cuts = _with(cuts, k, float(good[np.argmin(np.abs(good - cuts[k]))]))
        reach /= 2
    return cuts


def _with(cuts: Floats, k: int, place: float) -> Floats:
    changed: Floats = cuts.copy()
    changed[k] = place
    changed.sort()
    return changed


def weighted_kappa(human: Floats, machine: Floats) -> float:
    """Quadratic weighted kappa of two columns of numbers, in closed form; 0.0 where both are constant."""
    off = float(np.sum((human - machine) ** 2))
    spread = float(np.sum((human - human.mean()) ** 2) + np.sum((machine - machine.mean()) ** 2))
    chance = spread + len(human) * float(human.mean() - machine.mean()) ** 2
    return 1 - off / chance if chance else 0.0
