"""Why a criterion has its score: what the largest contributions add, and all others together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.assessment import Contribution, CriterionResult
from scorer.reports.labels import label

SEEN = 0.005
"""Points below which a contribution shows as 0.00."""


@dataclass(frozen=True)
class Row:
    """One contribution: what was measured, its value, and the points it adds."""

    label: str
    value: float
    points: float


@dataclass(frozen=True)
class Explanation:
    """``base``, the rows and ``rest`` (points of ``others`` contributions) add up to the score, each as it is shown,
    with two decimals."""

    base: float
    rows: tuple[Row, ...]
    others: int
    rest: float


def explained(criterion: CriterionResult, most: int) -> Explanation:
    """The ``most`` contributions with the most points, upward ones first, and the rest as one figure."""
    seen = sorted((c for c in criterion.contributions if abs(c.points) >= SEEN), key=lambda c: -abs(c.points))[:most]
    ordered = [*_signed(seen, 1), *_signed(seen, -1)]
    rows = tuple(Row(label(c.feature), c.value, round(c.points, 2)) for c in ordered)
    base = round(criterion.base, 2)
    rest = round(criterion.score or 0.0, 2) - base - sum(row.points for row in rows)
    return Explanation(base, rows, len(criterion.contributions) - len(rows), round(rest, 2))


def _signed(contributions: Sequence[Contribution], sign: int) -> list[Contribution]:
    return [c for c in contributions if c.points * sign > 0]
