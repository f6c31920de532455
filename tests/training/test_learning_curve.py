"""How much more graded essays would help."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.training.learning_curve import learning_curve


def missed(floor: float, slope: float):  # type: ignore[no-untyped-def]
    """Errors whose size falls as it does where ``n`` essays were learnt from."""
    return lambda train, test: np.full(len(test), np.sqrt(floor + slope / len(train)))


def test_few_essays_have_no_curve() -> None:
    assert learning_curve(11, missed(0.01, 0.1)) is None


@pytest.mark.parametrize(("floor", "slope", "more"), [(0.01, 0.0, None), (0.01, 0.3, 10), (0.01, 0.05, 100)])
def test_more_essays_are_asked_for_where_they_lower_the_error(floor: float, slope: float, more: int | None) -> None:
    curve = learning_curve(30, missed(floor, slope))
    assert curve is not None
    assert curve.error(30) == pytest.approx(np.sqrt(floor + slope / 30), rel=1e-3)
    assert curve.more == more
