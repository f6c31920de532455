"""Learn classes of words from texts without labels: words between like neighbours fall into one class.

Each word's neighbours, up to two to each side, are counted by place; the counts become positive pointwise mutual
information, this is reduced to 100 dimensions (singular vectors; Levy & Goldberg 2014), and the words' directions are
parted by k-means, once for each grain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds
from sklearn.cluster import MiniBatchKMeans

from scorer.pipeline.argument.word_classes import GRAINS, WordClasses

WORD = re.compile(r"[A-Za-z]+|[’']\w+|\d+|[^\sA-Za-z\d]")
PARTED = re.compile(r"(?i)n['’]t\b|['’](?:s|re|ll|ve|m|d)\b")
"""Ends of words that the tokenizer parts."""

WORDS, COMPANY = 12_000, 3_000
"""Words that are classed at most, and of how many the neighbourhood counts: the most frequent ones."""

OCCURRENCES, TEXTS, SMALL = 15, 5, 0.5
"""A classed word occurs so often, in so many texts, and mostly without a capital: no name has a class."""

PLACES = (-2, -1, 1, 2)
DIMENSIONS = 100
SMOOTHING = 0.75
"""Power of the neighbours' frequencies (Levy, Goldberg & Dagan 2015)."""


def learn_classes(texts: Iterable[str], seed: int) -> WordClasses:
    """The classes of the words that texts have in common; none where the texts are too few for all grains."""
    sequences = [WORD.findall(PARTED.sub(lambda match: f" {match[0]}", text)) for text in texts]
    names = _common(sequences)
    if len(names) <= max(DIMENSIONS, *GRAINS):
        return WordClasses()
    vectors = _vectors(sequences, names)
    numbers = [
        MiniBatchKMeans(grain, random_state=seed, n_init=3, batch_size=2048).fit(vectors).labels_ for grain in GRAINS
    ]
    of_word = zip(names, zip(*numbers, strict=True), strict=True)
    return WordClasses({name: tuple(map(str, row)) for name, row in of_word})


def _common(sequences: list[list[str]]) -> list[str]:
    """Lower-case words that are common and no names, the most frequent first."""
    total, small, texts = Counter[str](), Counter[str](), Counter[str]()
    for words in sequences:
        lower = [word.lower() for word in words]
        total.update(lower)
        small.update(word for word in words if word == word.lower())
        texts.update(set(lower))
    return [
        word
        for word, count in total.most_common(WORDS)
        if count >= OCCURRENCES and texts[word] >= TEXTS and (small[word] >= SMALL * count or word == "i")
    ]


def _vectors(sequences: list[list[str]], names: list[str]) -> NDArray[np.float64]:
    """Directions of the words, shape (words, ``DIMENSIONS``)."""
    row = {name: place for place, name in enumerate(names)}
    border = [-1] * max(PLACES)
    ids = np.array([number for words in sequences for number in [*(row.get(w.lower(), -1) for w in words), *border]])
    company = np.where(ids < COMPANY, ids, -1)
    shape = (len(names), COMPANY * len(PLACES))
    counts = sparse.csr_matrix(shape)
    for block, place in enumerate(PLACES):
        word, other = (ids[:-place], company[place:]) if place > 0 else (ids[-place:], company[:place])
        seen = (word >= 0) & (other >= 0)
        cells = (word[seen], other[seen] + block * COMPANY)
        counts = counts + sparse.csr_matrix((np.ones(seen.sum()), cells), shape=shape)
    counts.sum_duplicates()
    of_word = np.asarray(counts.sum(axis=1)).ravel()
    of_company = np.asarray(counts.sum(axis=0)).ravel() ** SMOOTHING
    table = counts.tocoo()
    table.data = np.log(table.data * of_company.sum() / (of_word[table.row] * of_company[table.col]))
    table.data[table.data < 0] = 0.0
    left, strength, _ = svds(table.tocsr(), k=DIMENSIONS, random_state=0)
    vectors = left * np.sqrt(strength)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))
