"""A weighted sum of features by name, kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorer import weights
from scorer.weights import Weights

SUM = Weights({"w=should": 1.25, "position": -0.5, "w=we w=must": 1e-7}, constant=-2.0)


@pytest.mark.parametrize(
    ("row", "odds"),
    [({}, -2.0), ({"w=should": 1.0, "position": 0.5}, -1.0), ({"w=unheard": 1.0, "w=should": 2.0}, 0.5)],
)
def test_what_has_no_weight_does_not_count(row: dict[str, float], odds: float) -> None:
    assert SUM.log_odds([row]).tolist() == pytest.approx([odds])


def test_no_rows() -> None:
    assert SUM.log_odds([]).shape == (0,)


def test_read_as_it_was_written(tmp_path: Path) -> None:
    weights.save(SUM, tmp_path)
    assert weights.load(tmp_path) == SUM
