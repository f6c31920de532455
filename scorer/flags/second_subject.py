"""Whether an essay has a second subject, and which sentences are on it: by the essay alone, or with its assignment.

The weights of both ways were fitted on essays with sentences of others put in (``tests/gaming/fit.py``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from scorer.flags.company import likeliest, telling
from scorer.flags.foreign import LIKELY, POSSIBLE
from scorer.flags.linear import linear
from scorer.flags.subjects import LARGEST_SHARE, PARTINGS, TIES, Mask, Parted, Subjects, Values, block, groups, ties
from scorer.trees import Trees, load

WEIGHTS = Path(__file__).parent / "weights" / "subjects"
THRESHOLDS = "thresholds.json"
MEASURES = (*(f"block_{name}" for name in PARTINGS), *(f"groups_{name}" for name in PARTINGS), *TIES)
"""Of the essay alone."""
EVIDENCE = ("alone", "likeliest")
"""With an assignment: the log-odds that the essay alone gives, and those of its least fitting sentences."""


@dataclass(frozen=True)
class Second:
    """``doubt``: 0 where nothing is to be said, 1 from where a teacher should look; ``other``: its sentences;
    ``doubted``: these, and those of which that is less sure."""

    doubt: float
    other: Mask
    doubted: Mask


def second_subject(said: Subjects, away: Values | None) -> Second:
    """The essay's second subject. ``away``: the chance for each sentence that it is on another subject than was asked;
    None where that is not known."""
    parted = block(said), groups(said)
    alone = float(_trees().log_odds([named(measures(said, parted))])[0])
    if away is not None:
        model = linear("belonging", "with_assignment", EVIDENCE)
        told = telling(said.lemmas)
        other = told & (away >= min(LIKELY, float(away[told].max(initial=0.0))))
        if 0 < other.mean() <= LARGEST_SHARE:  # else nothing can be told, or the whole is on another subject
            found = model.log_odds(np.array([alone, likeliest(away, said.lemmas)]))
            doubted = other | _doubted(away >= POSSIBLE, told)
            return _second(found, model.thresholds, other, doubted if doubted.mean() <= LARGEST_SHARE else other)
    other = _smaller(parted)
    return _second(alone, _thresholds(), other, other)


def measures(said: Subjects, parted: tuple[Parted, Parted]) -> Values:
    """The values of ``MEASURES``."""
    return np.concatenate([*(found.values for found in parted), ties(said)])


def named(values: Values) -> dict[str, float]:
    """Values of ``MEASURES`` by name."""
    return dict(zip(MEASURES, values.tolist(), strict=True))


def _doubted(possible: Mask, told: Mask) -> Mask:
    """The possible ones that say enough, and their neighbours among the others: not a lone title or name."""
    sure = possible & told
    beside = np.append(sure[1:], False) | np.append(False, sure[:-1])
    found: Mask = sure | (possible & beside)
    return found


def _second(found: float, thresholds: dict[str, float], other: Mask, doubted: Mask) -> Second:
    info, review = thresholds["info"], thresholds["review"]
    doubt = min(1.0, max(0.0, (found - info) / (review - info)))
    return Second(doubt, other, doubted)


@cache
def _trees() -> Trees:
    """Trees that tell essays with another's sentences from essays as written."""
    return load(WEIGHTS)


@cache
def _thresholds() -> dict[str, float]:
    """Log-odds by the severity that they lead to."""
    return {name: float(at) for name, at in json.loads((WEIGHTS / THRESHOLDS).read_text(encoding="utf-8")).items()}


def _smaller(parted: tuple[Parted, Parted]) -> Mask:
    """Of the clearer parting the smaller side, or, of sides about as large, the one that does not open the essay."""
    other = max(parted, key=lambda found: found.values[PARTINGS.index("gap_weight")]).other
    return ~other if other[0] and 3 * other.sum() > len(other) else other
