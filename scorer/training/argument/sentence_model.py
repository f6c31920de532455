"""Fit a model of sentences: a weighted sum of all features, trees over all but words, and what calibrates them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.linear_model import LogisticRegression

from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.sentence_features import RUN
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.training.argument.rows import Row
from scorer.training.argument.trees import Growth, fit_trees
from scorer.training.argument.weights import fit_weights


@dataclass(frozen=True)
class Settings:
    """How the trees grow, how free the sum is, and how many essays must share a feature of it (``fit_weights``)."""

    growth: Growth
    freedom: float
    essays: int


def fit_sentences(rows: Sequence[Row], settings: Settings, seed: int) -> SentenceModel:
    """The model, not calibrated."""
    formal = [replace(row, features={n: v for n, v in row.features.items() if not n.startswith(RUN)}) for row in rows]
    return SentenceModel(fit_weights(rows, settings.essays, settings.freedom), fit_trees(formal, settings.growth, seed))


def calibrated(model: SentenceModel, chosen: Iterable[tuple[float, bool]]) -> SentenceModel:
    """The model, calibrated on choices in essays that it did not learn from: their probabilities, and which are right.

    Where all were right or all wrong there is nothing to calibrate by: probabilities stay as they are.
    """
    odds, rights = [], []
    for probability, right in chosen:
        odds.append([log_odds(float(probability))])
        rights.append(right)
    if len(set(rights)) < 2:
        return model
    platt = LogisticRegression(C=1.0).fit(np.array(odds), rights)
    return replace(model, calibration=(float(platt.intercept_[0]), float(platt.coef_[0][0])))


def fold_of(groups: Iterable[str], folds: int, seed: int) -> dict[str, int]:
    """The fold of each group, drawn by seed."""
    drawn = sorted(set(groups))
    random.Random(seed).shuffle(drawn)
    return {group: k % folds for k, group in enumerate(drawn)}
