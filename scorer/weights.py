"""A weighted sum of features by name, as it is kept on disk and asked: log-odds, as of a logistic regression."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WEIGHTS = "weights.tsv"
CONSTANT = ""
"""The name under which the constant is kept."""


@dataclass(frozen=True)
class Weights:
    """``constant`` plus the sum of each feature's value times its weight; what has no weight does not count."""

    weights: Mapping[str, float]
    constant: float = 0.0

    def log_odds(self, rows: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """The logarithm of each row's odds, shape (rows,)."""
        known = self.weights
        sums = [sum([known[name] * value for name, value in row.items() if name in known]) for row in rows]
        return np.array(sums, dtype=np.float64) + self.constant


def save(weights: Weights, folder: Path) -> None:
    """Write a line for each name and its weight."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}\t{weight:.5g}\n" for name, weight in {CONSTANT: weights.constant, **weights.weights}.items()]
    (folder / WEIGHTS).write_text("".join(lines), encoding="utf-8", newline="\n")


def load(folder: Path) -> Weights:
    """Read what ``save`` wrote; nothing in it is executed."""
    lines = (folder / WEIGHTS).read_text(encoding="utf-8").rstrip("\n").split("\n")
    weights = {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
    constant = weights.pop(CONSTANT)
    return Weights(weights, constant)
