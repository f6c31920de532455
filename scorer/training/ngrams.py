"""Fitting an n-gram view: TF-IDF and ridge regression in its dual form, with out-of-fold predictions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.kernel_ridge import KernelRidge
from sklearn.model_selection import KFold

from scorer.errors import DataError
from scorer.features.view import EssayView
from scorer.scoring.ngrams import GRAMS, LONGEST_GRAM, NgramView

Floats = NDArray[np.float64]

MIN_ESSAYS = 5
"""An n-gram of fewer essays could tell whose words it was; it is never kept."""
MAX_SHARE = 0.95
MAX_GRAMS = {"word_ngrams": 40_000, "character_ngrams": 40_000, "tag_ngrams": 30_000}
ALPHA = {"word_ngrams": 0.4, "character_ngrams": 1.5, "tag_ngrams": 0.7}
"""Ridge penalties, chosen by cross-validation on half of ELLIPSE train."""


def fit_view(kind: str, views: Sequence[EssayView], targets: Floats, folds: KFold) -> tuple[NgramView, Floats]:
    """The fitted view, and its out-of-fold predictions (essays, traits) for the stacking stage.

    Vocabulary and idf come from all the essays given; only the regression is held out.
    Raises ``DataError`` where the essays share no n-gram.
    """
    counter = CountVectorizer(
        analyzer=lambda made: [gram for gram in GRAMS[kind](made) if len(gram) <= LONGEST_GRAM],
        min_df=MIN_ESSAYS,
        max_df=MAX_SHARE,
        max_features=MAX_GRAMS[kind],
    )
    try:
        counts = counter.fit_transform(views)
    except ValueError as error:  # no n-gram is left between MIN_ESSAYS and MAX_SHARE
        raise DataError(
            "data_invalid", "The essays are too short or too few to learn from: give more of them."
        ) from error
    weigher = TfidfTransformer(sublinear_tf=True)
    matrix: csr_matrix = weigher.fit_transform(counts)
    kernel = (matrix @ matrix.T).toarray()
    held_out = np.zeros_like(targets)
    for train, test in folds.split(kernel):
        dual, mean = _ridge(kernel[np.ix_(train, train)], targets[train], ALPHA[kind])
        held_out[test] = kernel[np.ix_(test, train)] @ dual + mean
    dual, mean = _ridge(kernel, targets, ALPHA[kind])
    view = NgramView(
        kind=kind,
        vocabulary=np.array(counter.get_feature_names_out(), dtype=np.str_),
        idf=weigher.idf_.astype(np.float32),
        weights=np.asarray(matrix.T @ dual, dtype=np.float32),
        intercept=mean,
    )
    return view, held_out


def _ridge(kernel: Floats, targets: Floats, alpha: float) -> tuple[Floats, Floats]:
    """Dual coefficients and intercept; the intercept is the targets' mean, as texts are never far from it."""
    mean = targets.mean(axis=0)
    model = KernelRidge(alpha=alpha, kernel="precomputed").fit(kernel, targets - mean)
    return model.dual_coef_, mean
