"""What a weighted sum and its table are learnt from."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.training.argument.rows import Row, shared, table
from scorer.training.argument.weights import fit_weights

ROWS = [Row(f"essay {k}", {"length": 40.0 * (k % 2), "w=should": 1.0, f"w=own{k}": 1.0}, bool(k % 2)) for k in range(8)]


def test_what_few_essays_have_is_left_out() -> None:
    assert shared(ROWS, 8) == ("length", "w=should")
    assert "w=own3" in shared(ROWS, 1)


def test_one_essay_that_says_it_often_is_one() -> None:
    assert shared([Row("same", {"w=hill": 1.0}, True)] * 9, 2) == ()


def test_the_table() -> None:
    assert table(ROWS[:2], ("w=should", "length")).toarray().tolist() == [[1.0, 0.0], [1.0, 40.0]]


def test_weights_are_of_the_features_as_they_are() -> None:
    fitted = fit_weights(ROWS, 8, freedom=10.0)
    odds = fitted.log_odds([row.features for row in ROWS])
    assert ((odds > 0) == [row.holds for row in ROWS]).all()
    longer = fitted.log_odds([{"length": 80.0, "w=should": 1.0}]) - fitted.log_odds([{"length": 40.0, "w=should": 1.0}])
    assert longer == pytest.approx([40 * fitted.weights["length"]])


def test_a_row_counts_as_much_as_it_weighs() -> None:
    heavier = [Row(row.essay, row.features, row.holds, 9.0 if row.holds else 1.0) for row in ROWS]
    same = [{"w=should": 1.0}]
    assert fit_weights(heavier, 8, 0.1).log_odds(same) > fit_weights(ROWS, 8, 0.1).log_odds(same)


@pytest.mark.parametrize(("holds", "odds"), [(True, np.log(8.5 / 0.5)), (False, np.log(0.5 / 8.5))])
def test_nothing_to_tell_apart(holds: bool, odds: float) -> None:
    rows = [Row(row.essay, row.features, holds) for row in ROWS]
    assert fit_weights(rows, 1, 1.0).log_odds([{"length": 40.0}]) == pytest.approx([odds])
