"""Log-odds of a probability."""

from __future__ import annotations

from math import log


def log_odds(probability: float) -> float:
    """The log-odds, kept finite: within those of 1 and 9,999 in 10,000."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
