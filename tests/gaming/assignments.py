"""Which of the assignments in ``assignments.toml`` an essay of PERSUADE or ELLIPSE answers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from scorer.embeddings import Floats, unit

SEED_CUES = 3
"""Different cues in an essay that surely answers the assignment."""
FEWEST_SEEDS = 4
LIKE, AHEAD = 0.5, 0.08
"""Cosine of an essay with the middle of those, and how far the next assignment must be behind."""


def answered(essays: Sequence[str], vectors: Floats) -> list[str]:
    """The text of the assignment that each essay answers, by its vector, shape (essays, dimensions); "" if unclear.

    An essay need not have the cues: it is enough to be near those that have them.
    """
    listed = _listed()
    words = [set(re.findall(r"[a-z]+", essay.lower())) for essay in essays]
    known: list[tuple[str, Floats]] = []
    for assignment in listed:
        seeds = [k for k, said in enumerate(words) if _cues(said, assignment["cues"]) >= SEED_CUES]
        if len(seeds) >= FEWEST_SEEDS:
            known.append((assignment["text"], unit(vectors[seeds].sum(axis=0))))
    likeness = vectors @ np.array([middle for _, middle in known]).T
    first, second = np.sort(likeness, axis=1)[:, ::-1][:, :2].T
    clear = (first >= LIKE) & (first - second >= AHEAD)
    return [known[best][0] if sure else "" for best, sure in zip(likeness.argmax(axis=1).tolist(), clear, strict=True)]


def texts() -> list[str]:
    """All of them, as the file has them."""
    return [assignment["text"] for assignment in _listed()]


def _listed() -> list[dict[str, Any]]:
    read = tomllib.loads((Path(__file__).parent / "assignments.toml").read_text(encoding="utf-8"))
    return list(read["assignments"])


def _cues(said: set[str], cues: Sequence[str]) -> int:
    return sum(any(word.startswith(cue) for word in said) for cue in cues)
