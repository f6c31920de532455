"""What the plots of an evaluation show, as places on a square of 100 by 100, the origin below left."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scorer.scoring.traits import Scale
from scorer.training.metrics import rounded

Floats = NDArray[np.float64]

SIDE = 100.0
PARTS = 10
"""Groups of like size that essays are put into along an axis."""


@dataclass(frozen=True)
class Cell:
    """One square of the heat map: ``human`` and ``machine`` steps, how many essays, and ``shade`` from 0 to 1."""

    x: float
    y: float
    size: float
    count: int
    shade: float
    human: float
    machine: float


@dataclass(frozen=True)
class Dot:
    """A point with a bar from ``low`` to ``high``; ``label`` says what it stands for."""

    x: float
    y: float
    low: float
    high: float
    label: str


def heat_map(human: Floats, machine: Floats, scale: Scale) -> list[Cell]:
    """Essays by human step (across) and machine step (upwards); empty squares are left out."""
    steps = min(scale.steps, 40)
    a, b = (np.rint(rounded(part, scale) * steps / scale.steps).astype(int) for part in (human, machine))
    counts = np.zeros((steps + 1, steps + 1), dtype=int)
    np.add.at(counts, (a, b), 1)
    size, most, span = SIDE / (steps + 1), max(int(counts.max()), 1), scale.high - scale.low
    return [
        Cell(
            x=across * size,
            y=SIDE - (up + 1) * size,
            size=size,
            count=int(counts[across, up]),
            shade=float(np.sqrt(counts[across, up] / most)),
            human=scale.low + span * across / steps,
            machine=scale.low + span * up / steps,
        )
        for across, up in zip(*np.nonzero(counts), strict=True)
    ]


def calibration(human: Floats, machine: Floats, scale: Scale) -> list[Dot]:
    """Mean human score, with the middle half of the essays, for tenths of the essays by predicted score."""
    span = scale.high - scale.low
    dots = []
    for rows in np.array_split(np.argsort(machine, kind="stable"), min(PARTS, len(machine))):
        across, up = (machine[rows].mean() - scale.low) / span, (human[rows].mean() - scale.low) / span
        low, high = (np.quantile(human[rows], (0.25, 0.75)) - scale.low) / span
        label = f"{len(rows)} essays: predicted {machine[rows].mean():.2f}, graded {human[rows].mean():.2f}"
        dots.append(_dot(across, up, low, high, label))
    return dots


def residuals_by_length(human: Floats, machine: Floats, words: Floats, scale: Scale) -> list[Dot]:
    """Mean of human minus machine, with the middle half, for tenths of the essays by length; half the range is full."""
    span = scale.high - scale.low
    missed = (human - machine) / span
    dots = []
    groups = np.array_split(np.argsort(words, kind="stable"), min(PARTS, len(words)))
    for place, rows in enumerate(groups):
        low, high = np.quantile(missed[rows], (0.25, 0.75))
        label = (
            f"{words[rows].min():.0f} to {words[rows].max():.0f} words: graded "
            f"{span * missed[rows].mean():+.2f} above the prediction"
        )
        dots.append(_dot((place + 0.5) / len(groups), 0.5 + missed[rows].mean(), 0.5 + low, 0.5 + high, label))
    return dots


def _dot(x: float, y: float, low: float, high: float, label: str) -> Dot:
    across, up, bottom, top = (SIDE * min(max(float(part), 0.0), 1.0) for part in (x, y, low, high))
    return Dot(across, SIDE - up, SIDE - bottom, SIDE - top, label)
