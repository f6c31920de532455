"""How probable it is that a sentence states the writer's position: gradient-boosted trees over its features."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer import trees
from scorer.pipeline.argument.odds import log_odds
from scorer.trees import Features, Trees

CALIBRATION = "calibration.json"


@dataclass(frozen=True)
class PositionModel:
    """The trees, and what makes a probability the share of thesis choices that are right.

    ``calibration`` is a constant and the weight of the log-odds (Platt 1999), fitted on essays not learnt from.
    """

    trees: Trees
    calibration: tuple[float, float] = (0.0, 1.0)

    def probabilities(self, rows: Sequence[Features]) -> NDArray[np.float64]:
        """For each sentence (``sentence_features``) the probability that it states the position, shape (sentences,)."""
        return self.trees.probabilities(rows)

    def confidence(self, probability: float) -> float:
        """How often a sentence of this probability, chosen as the thesis, is one."""
        constant, weight = self.calibration
        return 1 / (1 + exp(-(constant + weight * log_odds(probability))))


def save(model: PositionModel, folder: Path) -> None:
    """Write the trees and their calibration."""
    trees.save(model.trees, folder)
    (folder / CALIBRATION).write_text(json.dumps(model.calibration) + "\n", encoding="utf-8", newline="\n")


def load(folder: Path) -> PositionModel:
    """Read what ``save`` wrote; nothing in it is executed."""
    constant, weight = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    return PositionModel(trees.load(folder), (float(constant), float(weight)))
