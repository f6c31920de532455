"""Means, spreads and shares that stay finite: over nothing they are 0.0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log2, sqrt

import numpy as np
from numpy.typing import NDArray


def ratio(part: float, whole: float) -> float:
    """``part / whole``; 0.0 where there is no whole."""
    return part / whole if whole else 0.0


def mean(values: Sequence[float]) -> float:
    """Arithmetic mean; 0.0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def spread(values: Sequence[float]) -> float:
    """Population standard deviation; 0.0 of fewer than two values."""
    if len(values) < 2:
        return 0.0
    centre = mean(values)
    return sqrt(sum((value - centre) ** 2 for value in values) / len(values))


def quantile(rising: Sequence[float] | NDArray[np.floating], share: float) -> float:
    """The value that a share of the rising values fall below, between neighbours linear as by numpy; 0.0 of nothing."""
    if not len(rising):
        return 0.0
    place = share * (len(rising) - 1)
    low, part = int(place), place % 1
    one, other = rising[low], rising[min(low + 1, len(rising) - 1)]
    return other - (other - one) * (1 - part) if part >= 0.5 else one + (other - one) * part


def entropy(counts: Iterable[int]) -> float:
    """Shannon entropy of counts in bits; 0.0 of nothing or of one kind."""
    positive = [count for count in counts if count > 0]
    total = sum(positive)
    return max(0.0, -sum(count / total * log2(count / total) for count in positive)) if total else 0.0


def share_of(items: Iterable[bool]) -> float:
    """Share of true items; 0.0 of nothing."""
    listed = list(items)
    return sum(listed) / len(listed) if listed else 0.0
