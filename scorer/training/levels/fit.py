"""Fit the points that features are worth: an additive model in which nothing better than before costs points.

Each feature's points are linear between knots and rise in the direction that the registry calls better (a generalised
additive model with monotone shape functions), found by a lasso with non-negative weights (Tibshirani 1996). It learns
levels, and of changed essays what the change must be. What is found is stretched until scores spread as levels do:
what fits best in squares never reaches the ends of the scale (as in Attali & Burstein 2006, e-rater).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Lasso
from sklearn.model_selection import KFold

from scorer.errors import DataError
from scorer.features import registered
from scorer.rubric.model import FeatureRule

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

PENALTY = 0.003
"""Of the lasso. Half or double changes the correlation in cross-validation by .003 at most."""

LEAST = 0.04
"""A feature whose best and worst values are fewer points apart is left out."""

KNOTS = (0.01, 0.35, 0.65, 0.9, 0.995)
FEW = 6
"""Quantiles at which the points of a feature may bend; a feature of so few values bends at each."""


@dataclass(frozen=True)
class Lessons:
    """What is learnt of one criterion, a row each: ``after`` (n, features) should score ``targets`` (n,) points above
    the lowest level, or above ``before`` where ``changed``; ``weights`` (n,) is what the row counts."""

    after: Floats
    before: Floats
    changed: NDArray[np.bool_]
    targets: Floats
    weights: Floats

    def take(self, rows: Rows) -> Lessons:
        """Some of the rows."""
        return Lessons(self.after[rows], self.before[rows], self.changed[rows], self.targets[rows], self.weights[rows])

    @property
    def essays(self) -> Rows:
        """The rows that are essays with a level."""
        return np.flatnonzero(~self.changed)


@dataclass(frozen=True)
class Fitted:
    """Names of features, their knots, and the points (above the lowest level) at each knot."""

    names: tuple[str, ...]
    knots: tuple[Floats, ...]
    points: tuple[Floats, ...]

    def predict(self, values: Floats, names: Sequence[str]) -> Floats:
        """Points above the lowest level, (n,), of ``values`` (n, ``names``)."""
        column = {name: k for k, name in enumerate(names)}
        parts = zip(self.names, self.knots, self.points, strict=True)
        total: Floats = sum((np.interp(values[:, column[name]], x, y) for name, x, y in parts), np.zeros(len(values)))
        return total


def fit(lessons: Lessons, names: Sequence[str]) -> Fitted:
    """Points for the features that matter, each 0 at its worst. Raises ``DataError`` where none does."""
    while True:
        fitted = _fitted(lessons, names)
        if not fitted.names:
            raise DataError("data_invalid", "No feature tells these levels apart: give essays of different levels.")
        kept = [name for name, points in zip(fitted.names, fitted.points, strict=True) if np.ptp(points) >= LEAST]
        if len(kept) == len(fitted.names):
            return fitted
        columns = [list(names).index(name) for name in kept]
        lessons = replace(lessons, after=lessons.after[:, columns], before=lessons.before[:, columns])
        names = kept


def held_out(lessons: Lessons, names: Sequence[str], folds: int, seed: int) -> Floats:
    """For each essay with a level the points of a fit that saw the level of no essay of its fold.

    What is learnt of changed essays tells nothing of levels, and stays in every fold.
    """
    essays, predicted = lessons.essays, np.zeros(len(lessons.essays))
    changed = np.flatnonzero(lessons.changed)
    for train, test in KFold(folds, shuffle=True, random_state=seed).split(essays):
        fitted = fit(lessons.take(np.concatenate([essays[train], changed])), names)
        predicted[test] = fitted.predict(lessons.after[essays[test]], names)
    return predicted


def stretched(fitted: Fitted, factor: float, around: float) -> Fitted:
    """The fit with its points ``factor`` times as far from ``around``; the constant goes into the largest feature."""
    points = [factor * part for part in fitted.points]
    largest = int(np.argmax([np.ptp(part) for part in points]))
    points[largest] = points[largest] + (1 - factor) * around
    return Fitted(fitted.names, fitted.knots, tuple(points))


def rules(fitted: Fitted, values: Floats, names: Sequence[str]) -> tuple[FeatureRule, ...]:
    """The fit as rules of a rubric, largest first; the median of ``values`` (n, ``names``) is typical."""
    column = {name: k for k, name in enumerate(names)}
    made = []
    for name, x, y in zip(fitted.names, fitted.knots, fitted.points, strict=True):
        points = np.round(y, 2)
        knots = tuple((float(x[k]), float(points[k])) for k in _bends(x, points))
        typical = float(np.clip(np.median(values[:, column[name]]).round(2), knots[0][0], knots[-1][0]))
        made.append(FeatureRule(name=name, knots=knots, typical=typical))
    return tuple(sorted(made, key=lambda rule: -abs(rule.knots[-1][1] - rule.knots[0][1])))


def _fitted(lessons: Lessons, names: Sequence[str]) -> Fitted:
    known, essays = registered(), lessons.essays
    knots = [_knots(lessons.after[essays, k]) for k in range(len(names))]
    kept = [k for k, x in enumerate(knots) if len(x) > 1]
    if not kept:
        return Fitted((), (), ())
    falls = [known[names[k]].direction == "lower" for k in kept]
    parts = [
        _steps(lessons.after[:, k], knots[k], fall)
        - lessons.changed[:, None] * _steps(lessons.before[:, k], knots[k], fall)
        for k, fall in zip(kept, falls, strict=True)
    ]
    scale = np.sqrt(lessons.weights)
    model = Lasso(PENALTY, positive=True, fit_intercept=False, max_iter=20_000)
    slopes = model.fit(np.concatenate(parts, axis=1) * scale[:, None], lessons.targets * scale).coef_
    points, start = [], 0
    for k, fall in zip(kept, falls, strict=True):
        steps = slopes[start : start + len(knots[k]) - 1]
        start += len(steps)
        rising = np.concatenate([[0.0], np.cumsum(steps)])
        points.append(steps.sum() - rising if fall else rising)
    return Fitted(tuple(names[k] for k in kept), tuple(knots[k] for k in kept), tuple(points))


def _knots(values: Floats) -> Floats:
    distinct = np.unique(np.round(values, 2))
    if len(distinct) <= FEW:
        return distinct
    found: Floats = np.unique(np.round(np.quantile(values, KNOTS), 2))
    return found if len(found) > 1 else distinct[[0, -1]]


def _steps(values: Floats, knots: Floats, fall: bool) -> Floats:
    """For each stretch between knots the share of it that a value has behind it (or before it, if points fall)."""
    shares: Floats = np.clip((values[:, None] - knots[:-1]) / np.diff(knots), 0.0, 1.0)
    return 1 - shares if fall else shares


def _bends(x: Floats, y: Floats) -> list[int]:
    """The knots that the line of points needs: where it bends, and its ends unless it is level there."""
    slopes = np.concatenate([[0.0], np.diff(y) / np.diff(x), [0.0]])
    return [k for k in range(len(x)) if not np.isclose(slopes[k], slopes[k + 1], atol=1e-9)]
