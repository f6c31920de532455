"""Fit gradient-boosted trees over features by name (LightGBM; Ke et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from lightgbm import Booster, Dataset, train

from scorer.training.argument.rows import Row, shared, table
from scorer.trees import Trees

PARAMETERS = {
    "objective": "binary",
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}

NOTHING_KNOWN = ("nothing",)
"""A column that is always 0, for so few essays that they share no feature often enough."""


@dataclass(frozen=True)
class Growth:
    """How many rounds of trees, the learning rate, and the share of the features that a tree may use."""

    rounds: int
    rate: float
    features: float


def fit_trees(rows: Sequence[Row], growth: Growth, seed: int) -> Trees:
    """Trees on the features that a first, shorter fit found a use for."""
    names = shared(rows) or NOTHING_KNOWN
    scout = replace(growth, rounds=max(growth.rounds // 3, 1))
    gains = _booster(rows, names, scout, seed).feature_importance("gain")
    useful = tuple(name for name, gain in zip(names, gains, strict=True) if gain > 0) or names
    return Trees(useful, _booster(rows, useful, growth, seed))


def _booster(rows: Sequence[Row], names: tuple[str, ...], growth: Growth, seed: int) -> Booster:
    settings = {"learning_rate": growth.rate, "feature_fraction": growth.features, "seed": seed}
    holds, weights = (np.array(column) for column in zip(*((row.holds, row.weight) for row in rows), strict=True))
    return train({**PARAMETERS, **settings}, Dataset(table(rows, names), holds, weight=weights), growth.rounds)
