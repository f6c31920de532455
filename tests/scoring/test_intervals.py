"""Intervals: nine in ten residuals, as wide as the model errs near a prediction and on such essays."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.scoring.intervals import HARDEST, NEAREST, Residuals

ONE = np.ones(1)


def residuals(missed: list[float], expected: list[float] | None = None, difficulty: float = 1.0) -> Residuals:
    column = np.array(missed, dtype=np.float32)[:, None]
    places = np.linspace(0, 1, len(missed)) if expected is None else np.array(expected)
    return Residuals(places.astype(np.float32)[:, None], column, np.full(len(missed), difficulty, dtype=np.float32))


def test_the_radius_is_the_size_that_nine_in_ten_do_not_exceed() -> None:
    assert residuals([0.01 * k for k in range(1, 20)]).radius(ONE, 0.5) == pytest.approx(0.18, abs=1e-6)


def test_only_essays_of_like_prediction_count() -> None:
    made = residuals([0.1] * 2 * NEAREST + [0.3] * 2 * NEAREST)
    assert made.radius(ONE, 0.1) == pytest.approx(0.1)
    assert made.radius(ONE, 0.9) == pytest.approx(0.3)


@pytest.mark.parametrize(("difficulty", "factor"), [(1.0, 1.0), (1.5, 1.5), (0.1, 0.5), (99.0, HARDEST)])
def test_a_harder_essay_gets_a_wider_interval_within_bounds(difficulty: float, factor: float) -> None:
    assert residuals([0.1] * 30).radius(ONE, 0.5, difficulty) == pytest.approx(0.1 * factor)


def test_residuals_of_hard_essays_are_taken_for_smaller() -> None:
    assert residuals([0.2] * 30, difficulty=2.0).radius(ONE, 0.5) == pytest.approx(0.1)


def test_a_mean_of_traits_that_err_apart_is_surer_than_each() -> None:
    draw = np.random.default_rng(1)
    missed = draw.normal(0, 0.1, (400, 2)).astype(np.float32)
    made = Residuals(np.full((400, 2), 0.5, dtype=np.float32), missed, np.ones(400, dtype=np.float32))
    both = made.radius(np.array([0.5, 0.5]), 0.5)
    assert both < min(made.radius(np.array(only), 0.5) for only in ([1.0, 0.0], [0.0, 1.0]))


def test_coverage_holds_along_a_scale_whose_errors_grow() -> None:
    draw = np.random.default_rng(2)
    expected = draw.uniform(0, 1, 4000)
    missed = draw.normal(0, 0.02 + 0.1 * expected)
    made = residuals(missed[:3000].tolist(), expected[:3000].tolist())
    inside = np.array(
        [abs(m) <= made.radius(ONE, float(e)) for m, e in zip(missed[3000:], expected[3000:], strict=True)]
    )
    for band in (expected[3000:] < 0.3, expected[3000:] > 0.7):
        assert 0.85 < inside[band].mean() < 0.95
