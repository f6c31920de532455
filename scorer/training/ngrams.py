"""Fitting an n-gram view: TF-IDF and ridge regression in its dual form, with out-of-fold predictions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import Ridge
from sklearn.preprocessing import normalize

from scorer.errors import DataError
from scorer.scoring.ngrams import NgramView
from scorer.training.counts import GramCounts

Floats = NDArray[np.float64]
Splits = Sequence[tuple[NDArray[np.intp], NDArray[np.intp]]]

MAX_GRAMS = {"word_ngrams": 40_000, "character_ngrams": 40_000, "tag_ngrams": 30_000}
KERNEL_ESSAYS = 5000
"""Essays up to which the ridge is solved exactly."""
ALPHA = {"word_ngrams": 0.4, "character_ngrams": 1.5, "tag_ngrams": 0.7}
"""Ridge penalties, chosen by cross-validation on half of ELLIPSE train."""


def fit_view(kind: str, counts: GramCounts, targets: Floats, folds: Splits) -> tuple[NgramView, Floats]:
    """The fitted view, and its out-of-fold predictions (essays, traits) for the stacking stage.

    Vocabulary and idf come from all the essays given; only the regression is held out.
    Raises ``DataError`` where the essays share no n-gram.
    """
    kept = counts.kept(MAX_GRAMS[kind])
    if not len(kept.grams):
        raise DataError("data_invalid", "The essays are too short or too few to learn from: give more of them.")
    weigher = TfidfTransformer(sublinear_tf=True)
    matrix: csr_matrix = weigher.fit_transform(kept.matrix)
    weights, held_out = (_by_kernel if len(targets) <= KERNEL_ESSAYS else _by_gradient)(
        matrix, targets, folds, ALPHA[kind]
    )
    view = NgramView(
        kind=kind,
        vocabulary=kept.grams,
        idf=weigher.idf_.astype(np.float32),
        weights=weights.astype(np.float32),
        intercept=targets.mean(axis=0),
    )
    return view, held_out


def predict_view(view: NgramView, counts: GramCounts) -> Floats:
    """What :meth:`NgramView.predict` says of each of the essays that were counted, shape (essays, traits)."""
    found = counts.columns(view.vocabulary)
    found.data = 1.0 + np.log(found.data)
    terms = normalize(found.multiply(view.idf.astype(np.float64)[None, :]).tocsr())
    return np.asarray(terms @ view.weights.astype(np.float64) + view.intercept)


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
