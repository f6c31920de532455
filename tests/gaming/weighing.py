"""Logistic regressions as the detectors read them, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.preprocessing import StandardScaler

import scorer.flags
from scorer.flags.linear import Linear

WEIGHTS = Path(scorer.flags.__file__).parent / "weights"
Values = NDArray[np.float64]


def fit(
    names: Sequence[str], negative: Sequence[Values], positive: Sequence[Values], groups: Sequence[str], balanced: bool
) -> tuple[dict[str, object], Values]:
    """Weights of a logistic regression, and cross-validated log-odds of all rows, negative ones first.

    Values are scaled by the spread of the negative rows, or of all where ``balanced``. No group is in two folds.
    """
    rows = np.vstack([*negative, *positive])
    true = np.repeat([0, 1], [len(negative), len(positive)])
    scaler = StandardScaler().fit(rows if balanced else rows[true == 0])
    scaled = np.clip(scaler.transform(rows), -Linear.reach, Linear.reach)
    model = LogisticRegression(C=0.3, max_iter=5000, class_weight="balanced")
    found = cross_val_predict(model, scaled, true, cv=GroupKFold(5), groups=groups, method="decision_function")
    model.fit(scaled, true)
    table = {
        name: [float(f"{value:.4g}") for value in row]
        for name, *row in zip(names, scaler.mean_, scaler.scale_, model.coef_[0], strict=True)
    }
    return {"measures": table, "intercept": round(float(model.intercept_[0]), 4)}, found


def beyond(as_written: Values, allowed: dict[str, float]) -> dict[str, float]:
    """The log-odds above which the allowed shares of the essays as written lie."""
    return {name: round(float(np.quantile(as_written, 1 - share)), 3) for name, share in allowed.items()}


def report(name: str, honest: Values, spoilt: Values, thresholds: dict[str, float]) -> None:
    """A line: shares beyond each threshold."""
    shares = "  ".join(
        f"{what}: {np.mean(honest > at):.2%} of essays, {np.mean(spoilt > at):.1%} of spoilt ones"
        for what, at in thresholds.items()
    )
    print(f"{name:<30}{shares}", flush=True)


def write(name: str, models: dict[str, object]) -> None:
    """One file of weights."""
    (WEIGHTS / f"{name}.json").write_text(json.dumps(models, indent=1) + "\n", encoding="utf-8")
