"""The additive table: read off by hand, and always the sum of its contributions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.scoring.additive import AdditiveTable

TABLE = AdditiveTable(
    names=("words", "errors"),
    knots=np.array([[0.0, 10.0, 30.0], [1.0, 2.0, 3.0]]),
    points=np.array([[[-1.0], [0.0], [4.0]], [[0.5], [0.0], [-0.5]]]),
    base=np.array([3.0]),
)


@pytest.mark.parametrize(
    ("words", "errors", "expected"),
    [
        (0, 1, (-1.0, 0.5)),  # at the lowest knots
        (10, 2, (0.0, 0.0)),  # at the knots between
        (30, 3, (4.0, -0.5)),  # at the highest knots
        (5, 1.5, (-0.5, 0.25)),  # half way
        (15, 2.25, (1.0, -0.125)),  # a quarter of the way
        (-100, 0, (-1.0, 0.5)),  # flat below
        (1000, 99, (4.0, -0.5)),  # flat above
    ],
)
def test_points_are_linear_between_knots_and_flat_outside(
    words: float, errors: float, expected: tuple[float, float]
) -> None:
    inputs = np.array([[words, errors]])
    assert TABLE.contributions(inputs)[0, :, 0] == pytest.approx(expected)
    assert TABLE.predict(inputs)[0, 0] == pytest.approx(3.0 + sum(expected))


def test_knots_that_coincide_do_not_divide_by_nothing() -> None:
    flat = AdditiveTable(("x",), np.array([[2.0, 2.0, 2.0]]), np.array([[[1.0], [1.0], [1.0]]]), np.array([0.0]))
    assert flat.predict(np.array([[1.0], [2.0], [3.0]]))[:, 0] == pytest.approx([1.0, 1.0, 1.0])


@given(
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=12, max_size=12),
    st.lists(st.floats(-50, 50), min_size=24, max_size=24),
    st.lists(st.tuples(*[st.floats(-2e6, 2e6)] * 3), min_size=1, max_size=5),
)
def test_contributions_add_up_to_the_prediction_and_stay_within_the_knots_points(
    knots: list[float], points: list[float], inputs: list[tuple[float, float, float]]
) -> None:
    table = AdditiveTable(
        ("a", "b", "c"),
        np.sort(np.array(knots).reshape(3, 4), axis=1),
        np.array(points).reshape(3, 4, 2),
        np.array([2.0, -1.0]),
    )
    rows = np.array(inputs)
    parts = table.contributions(rows)
    assert parts.shape == (len(inputs), 3, 2)
    assert np.allclose(table.base + parts.sum(axis=1), table.predict(rows), atol=1e-9)
    assert (parts <= table.points.max(axis=1) + 1e-9).all()
    assert (parts >= table.points.min(axis=1) - 1e-9).all()


@given(st.floats(-100, 100), st.floats(-100, 100))
def test_rising_points_never_punish_a_higher_value(one: float, other: float) -> None:
    low, high = sorted((one, other))
    rising = AdditiveTable(("x",), np.array([[-50.0, 0.0, 50.0]]), np.array([[[0.0], [1.0], [5.0]]]), np.zeros(1))
    below, above = rising.predict(np.array([[low], [high]]))[:, 0]
    assert below <= above + 1e-12
