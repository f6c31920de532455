"""Which sentence of an essay is chosen when positions are learnt and checked."""

from __future__ import annotations

import pytest

from scorer.pipeline.argument.thesis import LEAST
from scorer.training.argument.positions import first_likely


@pytest.mark.parametrize(
    ("probabilities", "chosen"),
    [
        ([], None),
        ([LEAST - 0.01, 0.1], None),
        ([0.1, LEAST], 1),
        ([0.9, 0.95], 0),
        ([0.5, 0.95], 1),
        ([0.2, 0.9, 0.7, 0.91], 1),
    ],
)
def test_the_first_of_the_nearly_most_probable_sentences(probabilities: list[float], chosen: int | None) -> None:
    assert first_likely(probabilities) == chosen
