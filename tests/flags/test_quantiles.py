"""Quantiles as numpy gives them."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.flags.quantiles import quantile, quantiles

SHARES = (0, 0.05, 0.1, 0.2, 0.5, 0.7, 1)


@pytest.mark.parametrize("precision", [np.float32, np.float64])
@pytest.mark.parametrize("count", [1, 2, 3, 11, 40])
def test_to_the_last_digit(precision: type[np.floating], count: int) -> None:
    for seed in range(20):
        values = np.random.default_rng(seed).normal(size=count).astype(precision)
        assert quantiles(values, *SHARES) == np.quantile(values, SHARES).tolist()
        assert [quantile(values, share) for share in SHARES] == [float(np.quantile(values, s)) for s in SHARES]
