"""How probable it is that a sentence is of some kind: a weighted sum, and trees that read no words."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import exp
from pathlib import Path

import numpy as np
from scipy.special import expit

from scorer import trees, weights
from scorer.numbered import Features, Floats, Names, Table
from scorer.pipeline.argument.odds import log_odds
from scorer.trees import Trees
from scorer.weights import Weights

CALIBRATION = "calibration.json"

Asked = Callable[[Table], Floats]

LINEAR = 0.6
"""What the sum's log-odds count beside the trees' (chosen by cross-validation on what is learnt from)."""


@dataclass(frozen=True)
class SentenceModel:
    """A weighted sum of all features, trees over all but runs of words, and what makes a probability a share.

    ``calibration`` is a constant and the weight of the log-odds (Platt 1999), fitted on essays not learnt from: the
    share of choices that are right.
    """

    weights: Weights
    trees: Trees
    calibration: tuple[float, float] = (0.0, 1.0)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all features that count."""
        return (*self.weights.weights, *self.trees.features)

    def over(self, names: Names) -> Callable[[Table], Floats]:
        """What gives each sentence's probability of being of the kind, for tables of these names."""
        return partial(_probabilities, self.weights.over(names), self.trees.over(names))

    def probabilities(self, rows: Sequence[Features]) -> Floats:
        """The same for sentences that no other model is asked about; see ``sentence_features``."""
        return np.asarray(expit(self.log_odds(rows)))

    def log_odds(self, rows: Sequence[Features]) -> Floats:
        """The logarithms of its odds."""
        return _weighed(self.weights.log_odds(rows), self.trees.log_odds(rows))

    def confidence(self, probability: float) -> float:
        """How often a sentence of this probability, chosen as one of the kind, is one."""
        constant, weight = self.calibration
        return 1 / (1 + exp(-(constant + weight * log_odds(probability))))


def _probabilities(words: Asked, form: Asked, table: Table) -> Floats:
    return np.asarray(expit(_weighed(words(table), form(table))))


def _weighed(words: Floats, form: Floats) -> Floats:
    return LINEAR * words + (1 - LINEAR) * form


def save(model: SentenceModel, folder: Path) -> None:
    """Write the sum, the trees and their calibration."""
    weights.save(model.weights, folder)
    trees.save(model.trees, folder)
    (folder / CALIBRATION).write_text(json.dumps(model.calibration) + "\n", encoding="utf-8", newline="\n")


def load(folder: Path) -> SentenceModel:
    """Read what ``save`` wrote; nothing in it is executed."""
    constant, weight = json.loads((folder / CALIBRATION).read_text(encoding="utf-8"))
    return SentenceModel(weights.load(folder), trees.load(folder), (float(constant), float(weight)))
