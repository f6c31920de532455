"""How often each essay has each n-gram, counted once for all the folds that are fitted on the same essays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

from scorer.pipeline.view import EssayView
from scorer.scoring.ngrams import GRAMS, LONGEST_GRAM

MIN_ESSAYS = 5
"""An n-gram of fewer essays could tell whose words it was; it is never kept."""
MAX_SHARE = 0.95
"""An n-gram of more essays tells them apart no longer."""


@dataclass(frozen=True)
class GramCounts:
    """``matrix`` (essays, n-grams) of counts; ``grams`` names its columns."""

    grams: NDArray[np.str_]
    matrix: csr_matrix

    def take(self, rows: Sequence[int] | NDArray[np.intp]) -> GramCounts:
        """The counts of some essays, for the same n-grams."""
        return GramCounts(self.grams, self.matrix[rows])

    def kept(self, most: int) -> GramCounts:
        """The ``most`` frequent n-grams of those that neither few nor nearly all of these essays have."""
        essays = self.matrix.getnnz(axis=0)
        kept = np.flatnonzero((essays >= MIN_ESSAYS) & (essays <= MAX_SHARE * self.matrix.shape[0]))
        if len(kept) > most:
            totals = np.asarray(self.matrix[:, kept].sum(axis=0)).ravel()
            kept = np.sort(kept[np.argsort(-totals, kind="stable")[:most]])
        return GramCounts(self.grams[kept], self.matrix[:, kept])

    def columns(self, grams: NDArray[np.str_]) -> csr_matrix:
        """The counts of the named n-grams, all of which are among ``self.grams``, in that order."""
        return self.matrix[:, np.searchsorted(self.grams, grams)]


def count(kind: str, views: Sequence[EssayView]) -> GramCounts:
    """Count a view's n-grams in essays; those of fewer than ``MIN_ESSAYS`` essays are left out."""
    counter = CountVectorizer(
        analyzer=lambda made: [gram for gram in GRAMS[kind](made) if len(gram) <= LONGEST_GRAM], min_df=MIN_ESSAYS
    )
    try:
        matrix = counter.fit_transform(views).astype(np.float64)
    except ValueError:  # the essays share no n-gram
        return GramCounts(np.array([], dtype=np.str_), csr_matrix((len(views), 0)))
    grams = np.array(counter.get_feature_names_out(), dtype=np.str_)
    order = np.argsort(grams, kind="stable")
    return GramCounts(grams[order], matrix[:, order])
