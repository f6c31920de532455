"""Gradient-boosted trees over features by name, as they are kept on disk and asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import numpy as np
from lightgbm import Booster
from scipy.special import expit

from scorer.numbered import Features, Floats, Ints, Names, Table

FEATURES, TREES = "features.txt", "trees.txt"


@dataclass(frozen=True)
class Trees:
    """The names of the columns, and LightGBM's trees over them."""

    features: tuple[str, ...]
    booster: Booster

    def over(self, names: Names) -> Callable[[Table], Floats]:
        """What gives the logarithm of each row's odds, shape (rows,), for tables of these names. Absent names are 0."""
        place = {name: column for column, name in enumerate(self.features)}
        columns = np.array([place.get(name, -1) for name in names.columns], dtype=np.intp)
        return partial(_predicted, self.booster, columns, len(place))

    def log_odds(self, rows: Sequence[Features]) -> Floats:
        """The same for rows that no other model is asked about; unknown names are dropped."""
        names, log_odds = self._alone
        return log_odds(names.read(rows))

    def probabilities(self, rows: Sequence[Features]) -> Floats:
        """The same as probabilities."""
        return np.asarray(expit(self.log_odds(rows)))

    @cached_property
    def _alone(self) -> tuple[Names, Callable[[Table], Floats]]:
        names = Names.of(self.features)
        return names, self.over(names)


def _predicted(booster: Booster, columns: Ints, width: int, table: Table) -> Floats:
    if not table.size:
        return np.zeros(0)
    found = columns[table.columns]
    read = found >= 0
    filled = np.zeros((table.size, width), dtype=np.float32)
    filled[table.rows[read], found[read]] = table.values[read]
    return np.asarray(booster.predict(filled, raw_score=True, num_threads=1), dtype=np.float64)


def save(trees: Trees, folder: Path) -> None:
    """Write the trees as LightGBM's own text, which holds numbers only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(trees.features) + "\n", encoding="utf-8", newline="\n")
    (folder / TREES).write_text(trees.booster.model_to_string(), encoding="utf-8", newline="\n")


def load(folder: Path) -> Trees:
    """Read what ``save`` wrote; nothing in it is executed."""
    features = (folder / FEATURES).read_text(encoding="utf-8").rstrip("\n").split("\n")
    return Trees(tuple(features), Booster(model_str=(folder / TREES).read_text(encoding="utf-8")))
