"""Gradient-boosted trees over features by name, as they are kept on disk and asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from lightgbm import Booster
from numpy.typing import NDArray
from scipy.special import expit

FEATURES, TREES = "features.txt", "trees.txt"

Features = Mapping[str, float]


@dataclass(frozen=True)
class Trees:
    """The names of the columns, and LightGBM's trees over them."""

    features: tuple[str, ...]
    booster: Booster

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.features)}

    def probabilities(self, rows: Sequence[Features]) -> NDArray[np.float64]:
        """How probable it is for each row, shape (rows,). What a row does not name is 0; unknown names are dropped."""
        return np.asarray(expit(self.log_odds(rows)))

    def log_odds(self, rows: Sequence[Features]) -> NDArray[np.float64]:
        """The logarithms of its odds, as above."""
        if not rows:
            return np.zeros(0)
        table = np.zeros((len(rows), len(self.features)), dtype=np.float32)
        column = self._columns.get
        for values, features in zip(table, rows, strict=True):
            for name, value in features.items():
                place = column(name)
                if place is not None:
                    values[place] = value
        return np.asarray(self.booster.predict(table, raw_score=True, num_threads=1), dtype=np.float64)


def save(trees: Trees, folder: Path) -> None:
    """Write the trees as LightGBM's own text, which holds numbers only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(trees.features) + "\n", encoding="utf-8", newline="\n")
    (folder / TREES).write_text(trees.booster.model_to_string(), encoding="utf-8", newline="\n")


def load(folder: Path) -> Trees:
    """Read what ``save`` wrote; nothing in it is executed."""
    features = (folder / FEATURES).read_text(encoding="utf-8").rstrip("\n").split("\n")
    return Trees(tuple(features), Booster(model_str=(folder / TREES).read_text(encoding="utf-8")))
