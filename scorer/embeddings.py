"""What words and texts are about: static vectors that ship with the package.

The table was distilled from a sentence encoder (``models/embeddings``; the command is on its card). It is mapped from
disk, not read: loading takes some 50 ms. Vectors say what a text is about, and nothing of how well it is written.

    meaning().similarity(["dogs", "bark"], ["a", "puppy"])  # about 0.5; unrelated texts have 0.0 to 0.2
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.bundle import find_bundle, verify
from scorer.remembered import WORDS

Floats = NDArray[np.float32]

VECTORS, SCALES, PIECES, MEAN = "vectors.npy", "scales.npy", "pieces.txt.gz", "mean.npy"
LONGEST = 40
"""Characters of a word beyond which it is nobody's word."""


class Meaning:
    """Vectors of words, put together from word pieces (greedy, longest first; Wu et al. 2016)."""

    def __init__(
        self, pieces: Sequence[str], vectors: NDArray[np.int8], scales: NDArray[np.float16], mean: Floats
    ) -> None:
        self._rows = {piece: row for row, piece in enumerate(pieces)}
        self._vectors, self._scales = np.asarray(vectors), scales
        self.mean = mean
        """The mean of the content words of running English: what all texts have in common. Shape (dimensions,)."""
        self.dimensions = int(vectors.shape[1])
        self.pieces = lru_cache(maxsize=WORDS)(self._pieces)
        """Rows of a lower-case word's pieces; empty where it cannot be put together."""

    def words(self, words: Sequence[str]) -> Floats:
        """One vector per lower-case word, the sum of its pieces' vectors; zeros where unknown. Shape (n, dimensions).

        Frequent words are short: a mean over a sentence is led by its rare words.
        """
        different = {word: number for number, word in enumerate(dict.fromkeys(words))}
        pieces = [self.pieces(word) for word in different]
        sums = np.zeros((len(pieces), self.dimensions), dtype=np.float32)
        for step in range(max(map(len, pieces), default=0)):
            having = [number for number, rows in enumerate(pieces) if len(rows) > step]
            rows = [pieces[number][step] for number in having]
            sums[having] += self._vectors[rows] * self._scales[rows].astype(np.float32)[:, None]
        return sums[[different[word] for word in words]] if words else sums

    def above_mean(self, words: Sequence[str]) -> Floats:
        """The words' vectors less the mean of running English, shape (n, dimensions): what sets a subject apart."""
        return self.words(words) - self.mean

    def text(self, words: Sequence[str]) -> Floats:
        """The mean of the words' vectors at unit length, shape (dimensions,); zeros for a text without known words."""
        return unit(self.words(words).sum(axis=0))

    def similarity(self, one: Sequence[str], other: Sequence[str]) -> float:
        """Cosine of two texts, -1 to 1."""
        return float(self.text(one) @ self.text(other))

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST:
            return ()
        rows: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                row = self._rows.get(prefix + word[start:end])
                if row is not None:
                    rows.append(row)
                    start = end
                    break
            else:
                return ()
        return tuple(rows)


def sums_of(vectors: Floats, owner: NDArray[np.intp], count: int) -> Floats:
    """The sum of the vectors of each owner, 0 to ``count`` - 1; owners are in order. Zeros where one has none."""
    sums = np.zeros((count, vectors.shape[1]), dtype=vectors.dtype)
    borders = np.searchsorted(owner, np.arange(count + 1)).tolist()
    for number, (start, stop) in enumerate(pairwise(borders)):
        if start < stop:
            np.add.reduce(vectors[start:stop], axis=0, out=sums[number])
    return sums


def unit(vectors: Floats) -> Floats:
    """Vectors at length one along the last axis; zeros stay."""
    length = np.sqrt(np.add.reduce(vectors * vectors, axis=-1, keepdims=True))
    result: Floats = np.divide(vectors, length, out=np.zeros_like(vectors), where=length > 1e-9)
    return result


@lru_cache(maxsize=1)
def meaning() -> Meaning:
    """The shipped vectors, mapped when they are first asked for. Raises ``ModelError``."""
    folder = find_bundle("embeddings")
    verify(folder)
    return read_vectors(folder)


def read_vectors(folder: Path) -> Meaning:
    """The vectors of a bundle that was verified."""
    pieces = gzip.decompress((folder / PIECES).read_bytes()).decode().split("\n")
    return Meaning(pieces, np.load(folder / VECTORS, mmap_mode="r"), np.load(folder / SCALES), np.load(folder / MEAN))
