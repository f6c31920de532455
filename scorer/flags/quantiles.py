"""Quantiles of a few values, in a fraction of the time that numpy takes to look at every case.

Both give what ``np.quantile`` gives, to the last digit: of values in single precision one share alone is worked out in
single precision, several in double.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scorer.features import arithmetic

Values = NDArray[np.floating]


def quantiles(values: Values, *shares: float) -> list[float]:
    """As ``np.quantile(values, shares)``. Shape (n,), n above 0; shares from 0 to 1."""
    ordered = np.sort(values)
    return [float(arithmetic.quantile(ordered, np.float64(share))) for share in shares]


def quantile(values: Values, share: float) -> float:
    """As ``np.quantile(values, share)``. Shape (n,), n above 0; the share from 0 to 1."""
    return float(arithmetic.quantile(np.sort(values), share))
