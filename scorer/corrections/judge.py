"""Whether the evidence for a change is enough: a logistic regression per group of kinds, fitted on learners' sentences.

The coefficients are fitted on the even rows of JFLEG (``scorer.training.corrections.fit``); a change is marked where
the probability that a human would have changed the place passes the group's threshold.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.bundle import find_bundle
from scorer.corrections import statistics

FILE = "judge.json"
EVIDENCE = (
    *statistics.EVIDENCE, "hint of the family", "strange words near", "commonness gained", "opens the sentence",
)  # fmt: skip
"""Columns of a row of evidence."""
LOWER = np.array([-10, 0, 0, -10, 0, 0, -3, 0, -3, 0])
UPPER = np.array([15, 5, 5, 15, 5, 5, 3, 3, 3, 1])
"""Values beyond are taken for these: further evidence of the same sort adds nothing."""
LEAST_GAIN = 0.5
"""Gain by both models together below which a change is not weighed at all."""

Floats = NDArray[np.float64]


def measures(evidence: Floats) -> Floats:
    """What the regression reads: the evidence within bounds, and the smaller of the two gains. Shape (n, 11)."""
    bounded = np.clip(evidence, LOWER, UPPER)
    agreed = np.clip(np.minimum(evidence[:, 0], evidence[:, 3]), -6, 10)
    return np.concatenate([bounded, agreed[:, None]], axis=1)


@dataclass(frozen=True)
class Group:
    """A regression: ``weights`` on the measures, an intercept for every detail of the group, and the threshold."""

    weights: tuple[float, ...]
    intercepts: dict[str, float]
    threshold: float


class Judge:
    """All groups."""

    def __init__(self, groups: dict[str, Group]) -> None:
        self._groups = groups

    def chances(self, kinds: Sequence[str], evidence: Floats) -> Floats:
        """For each change the probability that it is due; 0.0 where it does not pass."""
        result = np.zeros(len(kinds))
        if not len(kinds):
            return result
        gain = evidence[:, 0] + evidence[:, 3]
        members: dict[str, list[int]] = {}
        for n in np.flatnonzero(gain > LEAST_GAIN).tolist():
            members.setdefault(kinds[n].split(":")[0], []).append(n)
        for name, of_group in members.items():
            group = self._groups.get(name)
            if group is None:
                continue
            intercepts = np.array([group.intercepts.get(kinds[n].split(":")[1], -np.inf) for n in of_group])
            logits = measures(evidence[of_group]) @ np.array(group.weights) + intercepts
            chances = 1 / (1 + np.exp(-logits))
            result[of_group] = np.where(chances >= group.threshold, chances, 0.0)
        return result


@lru_cache(maxsize=1)
def judge() -> Judge:
    """The shipped judge, read when it is first asked for."""
    return read_judge(find_bundle("corrections") / FILE)


def read_judge(path: Path) -> Judge:
    """The groups of a file; none where there is no file yet."""
    if not path.exists():
        return Judge({})
    groups = json.loads(path.read_text(encoding="utf-8"))
    return Judge({name: Group(tuple(g["weights"]), g["intercepts"], g["threshold"]) for name, g in groups.items()})
