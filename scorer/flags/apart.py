"""Vectors stretched so that essays on different subjects lie further apart than the sentences of one essay.

Directions in which sentences of one essay differ count for little: within-class covariance normalisation (Hatch,
Kajarekar & Stolcke 2006) with an essay as class, learnt without labels by ``tests/gaming/fit.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import numpy as np

from scorer.embeddings import Floats, unit

WEIGHTS = Path(__file__).parent / "weights" / "apart.npy"
SHRINKAGE = 0.3
"""Share of the covariance that is taken as equal in all directions."""


def apart(vectors: Floats) -> Floats:
    """Sums of word vectors, shape (n, dimensions), stretched."""
    result: Floats = vectors @ _matrix()
    return result


@cache
def _matrix() -> Floats:
    return np.asarray(np.load(WEIGHTS, allow_pickle=False), dtype=np.float32)


def fitted(essays: Iterable[Floats]) -> Floats:
    """The matrix, from the sentences' vectors of each essay, shape (sentences, dimensions)."""
    scatter, freedom = 0.0, 0
    for sentences in essays:
        said = unit(sentences[np.abs(sentences).sum(axis=1) > 0])
        about = said - said.mean(axis=0)
        scatter, freedom = scatter + about.T @ about, freedom + len(said) - 1
    covariance = np.asarray(scatter, dtype=np.float64) / freedom
    even = np.trace(covariance) / len(covariance) * np.eye(len(covariance))
    sizes, directions = np.linalg.eigh((1 - SHRINKAGE) * covariance + SHRINKAGE * even)
    result: Floats = ((directions / np.sqrt(sizes)) @ directions.T).astype(np.float32)
    return result
