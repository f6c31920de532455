"""Fit a weighted sum of features by name: logistic regression, shrunk towards no weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from scorer.training.argument.rows import Row, shared, table
from scorer.weights import Weights


def fit_weights(rows: Sequence[Row], essays: int, freedom: float) -> Weights:
    """Weights of the features that at least ``essays`` share, each stretched to 1 at most before it is shrunk.

    ``freedom`` is the inverse of the squared weights' cost (scikit-learn's ``C``).
    """
    names = shared(rows, essays)
    values = table(rows, names)
    reach = np.maximum(abs(values).max(axis=0).toarray().ravel(), 1e-9)
    holds, weights = (np.array(column) for column in zip(*((row.holds, row.weight) for row in rows), strict=True))
    if not names or len(set(holds.tolist())) < 2:
        return Weights({}, float(np.log((weights[holds].sum() + 0.5) / (weights[~holds].sum() + 0.5))))
    values.data /= reach[values.indices]
    fitted = LogisticRegression(C=freedom, solver="liblinear", random_state=0).fit(values, holds, weights)
    return Weights(dict(zip(names, (fitted.coef_[0] / reach).tolist(), strict=True)), float(fitted.intercept_[0]))
