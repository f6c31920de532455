"""Fitting an n-gram view: TF-IDF and ridge regression in its dual form, with out-of-fold predictions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import Ridge

from scorer.errors import DataError
from scorer.pipeline.view import EssayView
from scorer.scoring.ngrams import GRAMS, LONGEST_GRAM, NgramView

Floats = NDArray[np.float64]
Splits = Sequence[tuple[NDArray[np.intp], NDArray[np.intp]]]

MIN_ESSAYS = 5
"""An n-gram of fewer essays could tell whose words it was; it is never kept."""
MAX_SHARE = 0.95
MAX_GRAMS = {"word_ngrams": 40_000, "character_ngrams": 40_000, "tag_ngrams": 30_000}
KERNEL_ESSAYS = 5000
"""Essays up to which the ridge is solved exactly."""
ALPHA = {"word_ngrams": 0.4, "character_ngrams": 1.5, "tag_ngrams": 0.7}
"""Ridge penalties, chosen by cross-validation on half of ELLIPSE train."""


def fit_view(kind: str, views: Sequence[EssayView], targets: Floats, folds: Splits) -> tuple[NgramView, Floats]:
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
    weights, held_out = (_by_kernel if len(targets) <= KERNEL_ESSAYS else _by_gradient)(
        matrix, targets, folds, ALPHA[kind]
    )
    view = NgramView(
        kind=kind,
        vocabulary=np.array(counter.get_feature_names_out(), dtype=np.str_),
        idf=weigher.idf_.astype(np.float32),
        weights=weights.astype(np.float32),
        intercept=targets.mean(axis=0),
    )
    return view, held_out


def _by_kernel(matrix: csr_matrix, targets: Floats, folds: Splits, alpha: float) -> tuple[Floats, Floats]:
    """Weights (n-grams, traits) and out-of-fold predictions by ridge regression in its dual form: exact.

    The intercept is the targets' mean, as texts are never far from it.
    """
    kernel = (matrix @ matrix.T).toarray()

    def duals(rows: NDArray[np.intp]) -> Floats:
        model = KernelRidge(alpha=alpha, kernel="precomputed")
        fitted: Floats = model.fit(kernel[np.ix_(rows, rows)], targets[rows] - targets[rows].mean(axis=0)).dual_coef_
        return fitted

    held_out = np.zeros_like(targets)
    for train, test in folds:
        held_out[test] = kernel[np.ix_(test, train)] @ duals(train) + targets[train].mean(axis=0)
    return np.asarray(matrix.T @ duals(np.arange(len(targets)))), held_out


def _by_gradient(matrix: csr_matrix, targets: Floats, folds: Splits, alpha: float) -> tuple[Floats, Floats]:
    """The same by conjugate gradients, for more essays than a kernel has room for."""

    def weights(rows: NDArray[np.intp]) -> Floats:
        model = Ridge(alpha=alpha, fit_intercept=False, solver="sparse_cg", tol=1e-4)
        fitted: Floats = model.fit(matrix[rows], targets[rows] - targets[rows].mean(axis=0)).coef_
        return fitted.reshape(targets.shape[1], -1).T

    held_out = np.zeros_like(targets)
    for train, test in folds:
        held_out[test] = matrix[test] @ weights(train) + targets[train].mean(axis=0)
    return weights(np.arange(len(targets))), held_out
