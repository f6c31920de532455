"""How probable it is that a sentence states the writer's position: gradient-boosted trees over its features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log
from pathlib import Path

import numpy as np
from lightgbm import Booster
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.position_features import Features, position_features

FEATURES, TREES, CALIBRATION = "features.txt", "trees.txt", "calibration.json"


@dataclass(frozen=True)
class PositionModel:
    """The trees, the names of their columns, and what makes a probability the share of thesis choices that are right.

    ``calibration`` is a constant and the weight of the log-odds (Platt 1999), fitted on essays not learnt from.
    """

    features: tuple[str, ...]
    trees: Booster
    calibration: tuple[float, float]

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.features)}

    def probabilities(self, doc: Doc, sentences: Sequence[Sentence]) -> NDArray[np.float64]:
        """For each sentence the probability that it states the position, shape (sentences,)."""
        if not sentences:
            return np.zeros(0)
        table = tabulated(position_features(doc, sentences), self._columns)
        return np.asarray(self.trees.predict(table, num_threads=1), dtype=np.float64)

    def confidence(self, probability: float) -> float:
        """How often a sentence of this probability, chosen as the thesis, is one."""
        constant, weight = self.calibration
        return 1 / (1 + exp(-(constant + weight * log_odds(probability))))


def tabulated(rows: Sequence[Features], columns: dict[str, int]) -> NDArray[np.float32]:
    """Features by name as a table, shape (rows, columns); what is not named is 0, unknown names are dropped."""
    table = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for place, features in enumerate(rows):
        for name, value in features.items():
            column = columns.get(name)
            if column is not None:
                table[place, column] = value
    return table


def log_odds(probability: float) -> float:
    """The log-odds, kept finite."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))


def save(model: PositionModel, folder: Path) -> None:
    """Write the trees as LightGBM's own text, which holds numbers only."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(model.features) + "\n", encoding="utf-8", newline="\n")
    (folder / TREES).write_text(model.trees.model_to_string(), encoding="utf-8", newline="\n")
    (folder / CALIBRATION).write_text(json.dumps(model.calibration) + "\n", encoding="utf-8", newline="\n")


def load(folder: Path) -> PositionModel:
    """Read what ``save`` wrote; nothing in it is executed."""
    constant, weight = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    features = (folder / FEATURES).read_text(encoding="utf-8").rstrip("\n").split("\n")
    trees = Booster(model_str=(folder / TREES).read_text(encoding="utf-8"))
    return PositionModel(tuple(features), trees, (float(constant), float(weight)))
