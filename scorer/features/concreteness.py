"""How concrete words are: what the senses meet against ideas, by the shipped vectors.

A direction in the space of the vectors parts two lists of words (ridge regression on their vectors at unit length;
abstractness from paradigm words, after Turney, Neuman, Assaf & Cohen 2011). Where a tenth of the words is left out in
turn, 96% of them fall on their side.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scorer.embeddings import meaning, unit
from scorer.features.lexicons.concreteness import ABSTRACT, CONCRETE
from scorer.pipeline.view import EssayView, shared

RIDGE = 1.0
CONCRETE_FROM = 0.3
"""Concreteness from which a word is concrete; ideas are below 0."""

Floats = NDArray[np.float64]


def concreteness(words: Sequence[str]) -> Floats:
    """About -1 (an idea) to 1 (a thing or a deed) for every lower-case word, shape (words,); 0 for unknown ones."""
    direction, middle = _direction()
    found = vectors(words)
    return np.where(found.any(axis=1), (found - middle) @ direction, 0.0)


@shared
def concrete(made: EssayView) -> list[bool]:
    """Whether the word at each position is a concrete content word."""
    at = made.content_at
    found = [False] * len(made)
    for k, value in zip(at, concreteness([made.lower[k] for k in at]).tolist(), strict=True):
        found[k] = value >= CONCRETE_FROM
    return found


@lru_cache(maxsize=1)
def _direction() -> tuple[Floats, Floats]:
    return fitted(CONCRETE, ABSTRACT)


def fitted(things: Sequence[str], ideas: Sequence[str]) -> tuple[Floats, Floats]:
    """The direction from ideas to things, and the middle from which it is gone, each of shape (dimensions,)."""
    known = vectors((*things, *ideas))
    middle = known.mean(axis=0)
    apart = known - middle
    sides = np.repeat([1.0, -1.0], [len(things), len(ideas)])
    weighed = apart.T @ apart + RIDGE * np.eye(apart.shape[1])
    return np.linalg.solve(weighed, apart.T @ sides), middle


def vectors(words: Sequence[str]) -> Floats:
    """Vectors at unit length, shape (words, dimensions)."""
    return unit(meaning().words(words)).astype(np.float64)
