"""A weighted sum of features by name, as it is kept on disk and asked: log-odds, as of a logistic regression."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np

from scorer.numbered import Features, Floats, Names, Table

WEIGHTS = "weights.tsv"
CONSTANT = ""
"""The name under which the constant is kept."""


@dataclass(frozen=True)
class Weights:
    """``constant`` plus the sum of each feature's value times its weight; what has no weight does not count."""

    weights: Mapping[str, float]
    constant: float = 0.0

    def over(self, names: Names) -> Callable[[Table], Floats]:
        """What gives the logarithm of each row's odds, shape (rows,), for tables of these names."""
        return partial(_sums, np.array([self.weights.get(name, 0.0) for name in names.columns]), self.constant)

    def log_odds(self, rows: Sequence[Features]) -> Floats:
        """The same for rows that no other model is asked about."""
        names, log_odds = self._alone
        return log_odds(names.read(rows))

    @cached_property
    def _alone(self) -> tuple[Names, Callable[[Table], Floats]]:
        names = Names.of(self.weights)
        return names, self.over(names)


def _sums(weights: Floats, constant: float, table: Table) -> Floats:
    weighed = weights[table.columns] * table.values
    return np.asarray(constant + np.bincount(table.rows, weighed, minlength=table.size))


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
