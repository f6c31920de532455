"""Weighted sums of named measures, with their weights in files beside this one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Linear:
    """``weights @ (values - means) / scales + intercept``: log-odds that a text is of the kind looked for.

    Values are clipped to ``reach`` deviations, so that no single measure decides. ``names`` says which value is which.
    ``thresholds`` are log-odds, by what they lead to.
    """

    names: tuple[str, ...]
    means: Values
    scales: Values
    weights: Values
    intercept: float
    thresholds: dict[str, float]
    reach: float = 6.0

    def log_odds(self, values: Values) -> float:
        """The log-odds of one text, from its ``values`` in the order of ``names``."""
        scaled = np.clip((values - self.means) / self.scales, -self.reach, self.reach)
        return float(scaled @ self.weights + self.intercept)


@lru_cache(maxsize=8)
def linear(name: str, kind: str, names: Sequence[str]) -> Linear:
    """The weights of ``kind`` in the file ``name``; the file must hold every one of ``names``."""
    data = json.loads((files("scorer.flags") / "weights" / f"{name}.json").read_text("utf-8"))[kind]
    rows = [data["measures"][measure] for measure in names]
    mean, scale, weight = np.array(rows, dtype=np.float64).T
    return Linear(tuple(names), mean, scale, weight, data["intercept"], data["thresholds"])
