"""Measures of agreement on tables small enough to do by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.scoring.traits import Scale
from scorer.training.metrics import agreement, prmse, qwk, rounded

FOUR = Scale(1, 4, 1)
HALVES = Scale(1, 5, 0.5)


def array(*values: float) -> Any:
    return np.array(values, dtype=float)


@pytest.mark.parametrize(
    ("scores", "scale", "steps"),
    [
        ((1.0, 1.24, 1.26, 4.9, 5.0), HALVES, [0, 0, 1, 8, 8]),
        ((-3.0, 0.4, 99.0), HALVES, [0, 0, 8]),
        ((2.4, 2.6, 12.7), Scale(2, 12, 1), [0, 1, 10]),
    ],
)
def test_predictions_are_rounded_to_steps_and_kept_on_the_scale(
    scores: tuple[float, ...], scale: Scale, steps: list[int]
) -> None:
    assert rounded(array(*scores), scale).tolist() == steps


@pytest.mark.parametrize(
    ("human", "machine", "expected"),
    [
        ((1, 2, 3, 4), (1, 2, 3, 4), 1.0),
        ((1, 2, 3, 4), (4, 3, 2, 1), -1.0),
        # squared differences 0 0 1 1 = 2; expected by chance: sum over all pairs (i - j)^2 / 4 = 40 / 4 = 10
        ((1, 2, 3, 4), (1, 2, 4, 3), 1 - 2 / 10),
        # one off by one; by chance (1,1,2,2) against (1,2,2,2): pairs that differ 2*3 + 2*1 = 8, over 4 = 2
        ((1, 1, 2, 2), (1, 2, 2, 2), 1 - 1 / 2),
        ((1, 2, 3, 4), (2, 2, 2, 2), 0.0),
        ((2, 2, 2), (2, 2, 2), 1.0),
        ((2, 2, 2), (3, 3, 3), 0.0),
        # a step that nobody uses still counts: 1 against 4 is three steps apart. Squares 9 + 0 + 0 = 9;
        # by chance (1,1,4) against (1,4,4): 9 * (2*2 + 1*1) / 3 = 15
        ((1, 1, 4), (4, 1, 4), 1 - 9 / 15),
        # squares 0 0 4 = 4; by chance (1,2,4) against (1,2,2): (0+1+1 + 1+0+0 + 9+4+4) / 3 = 20 / 3
        ((1, 2, 4), (1, 2, 2), 1 - 4 / (20 / 3)),
    ],
)
def test_qwk_by_hand(human: tuple[float, ...], machine: tuple[float, ...], expected: float) -> None:
    assert qwk(array(*human), array(*machine), FOUR) == pytest.approx(expected)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=2, max_size=30))
def test_qwk_does_not_care_how_the_scale_is_numbered(pairs: list[tuple[int, int]]) -> None:
    one, other = np.array(pairs, dtype=float).T
    plain = qwk(one, other, Scale(1, 6, 1))
    assert -1.000001 <= plain <= 1
    assert qwk(other, one, Scale(1, 6, 1)) == pytest.approx(plain)
    assert qwk(2 * one, 2 * other, Scale(2, 12, 1)) == pytest.approx(plain)


def test_a_row_of_agreement_by_hand() -> None:
    human, machine = array(1, 2, 3, 4), array(1.2, 2.2, 2.6, 4.8)
    row = agreement(human, machine, FOUR, radius=0.5, length_only=array(4, 3, 2, 1))
    assert row == {
        "n": 4,
        "qwk": pytest.approx(1.0),
        "pearson": pytest.approx(np.corrcoef(human, machine)[0, 1]),
        "rmse": pytest.approx(np.sqrt((0.04 + 0.04 + 0.16 + 0.64) / 4)),
        "smd": pytest.approx(0.2 / np.std([1, 2, 3, 4], ddof=1)),  # means 2.7 and 2.5
        "human_qwk": None,
        "degradation": None,
        "prmse": None,
        "coverage90": 0.75,
        "length_only_qwk": pytest.approx(-1.0),
    }


def test_two_raters_give_their_own_agreement_and_what_we_lose_against_it() -> None:
    raters = (array(1, 2, 3, 4), array(1, 2, 4, 3))
    row = agreement(array(1, 2, 3, 4), array(1, 2, 3, 4), FOUR, 0.5, raters=raters)
    assert row["human_qwk"] == pytest.approx(0.8)
    assert row["degradation"] == pytest.approx(-0.2)
    assert row["prmse"] == pytest.approx(prmse(raters, array(1, 2, 3, 4)))


def test_prmse_by_hand() -> None:
    # differences 1 1 -1 -1: rating errors have variance 0.5; means 1.5 2.5 3.5 4.5 have 5/3, less 0.25 that is error
    raters = (array(2, 3, 3, 4), array(1, 2, 4, 5))
    assert prmse(raters, array(1.5, 2.5, 3.5, 4.5)) == pytest.approx(1 + 0.25 / (5 / 3 - 0.25))
    assert prmse(raters, array(2.5, 3.5, 4.5, 5.5)) == pytest.approx(1 - (1 - 0.25) / (5 / 3 - 0.25))


@pytest.mark.parametrize("machine", [(2.0, 2.0, 2.0), (1.0, 2.0, 3.0)])
def test_constant_scores_have_no_correlation_and_no_difference_in_spread(machine: tuple[float, ...]) -> None:
    row = agreement(array(2, 2, 2), array(*machine), FOUR, 0.5)
    assert (row["pearson"], row["smd"]) == (0.0, 0.0)


def test_one_essay_can_be_reported() -> None:
    assert agreement(array(2), array(3), FOUR, 0.5)["rmse"] == 1.0
