"""Fit gradient-boosted trees over features by name (LightGBM; Ke et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
from lightgbm import Booster, Dataset, train
from scipy import sparse

from scorer.trees import Features, Trees

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

IN_ESSAYS = 5
"""Features that fewer essays have are left out: of words, nobody's own may be learnt."""

NOTHING_KNOWN = ("nothing",)
"""A column that is always 0, for so few essays that they share no feature often enough."""


@dataclass(frozen=True)
class Growth:
    """How many rounds of trees, the learning rate, and the share of the features that a tree may use."""

    rounds: int
    rate: float
    features: float


@dataclass(frozen=True)
class Row:
    """What is learnt from: an essay's id, features, and whether what is learnt holds."""

    essay: str
    features: Features
    holds: bool


def fit_trees(rows: Sequence[Row], growth: Growth, seed: int) -> Trees:
    """Trees on the features that a first, shorter fit found a use for."""
    having = {(row.essay, name) for row in rows for name in row.features}
    counts: dict[str, int] = {}
    for _, name in having:
        counts[name] = counts.get(name, 0) + 1
    names = tuple(sorted(name for name, count in counts.items() if count >= IN_ESSAYS)) or NOTHING_KNOWN
    scout = replace(growth, rounds=max(growth.rounds // 3, 1))
    gains = _booster(rows, names, scout, seed).feature_importance("gain")
    useful = tuple(name for name, gain in zip(names, gains, strict=True) if gain > 0) or names
    return Trees(useful, _booster(rows, useful, growth, seed))


def _booster(rows: Sequence[Row], names: tuple[str, ...], growth: Growth, seed: int) -> Booster:
    columns = {name: place for place, name in enumerate(names)}
    known = [
        [(columns[name], value) for name, value in row.features.items() if value and name in columns] for row in rows
    ]
    starts = np.cumsum([0, *map(len, known)])
    places = [place for place, _ in chain.from_iterable(known)]
    values = [value for _, value in chain.from_iterable(known)]
    table = sparse.csr_matrix((values, places, starts), shape=(len(rows), len(names)), dtype=np.float32)
    settings = {"learning_rate": growth.rate, "feature_fraction": growth.features, "seed": seed}
    return train({**PARAMETERS, **settings}, Dataset(table, np.array([row.holds for row in rows])), growth.rounds)
