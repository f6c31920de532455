"""How the models of sentences are learnt: folds, calibration, and what is known of the position."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.pipeline.argument.sentence_features import beside_position
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.training.argument.claims import fit_claims, gives, held_out, lessons, opposes
from scorer.training.argument.examples import Example
from scorer.training.argument.positions import Judged, fit_positions, out_of_fold
from scorer.training.argument.rows import Row
from scorer.training.argument.sentence_model import Settings, calibrated, fit_sentences, fold_of
from scorer.training.argument.sentences import fit_sentence_models
from scorer.training.argument.trees import Growth

SHOULD, BECAUSE, BUT = ({f"w={word}": 1.0, "length": 0.5} for word in ("should", "because", "but"))


def essay(number: int, marked: bool = True) -> Example:
    """The position, a reason, and the other side, in this order."""
    rows = [dict(SHOULD), dict(BECAUSE), dict(BUT)]
    marks = ([False, True, False], [False, False, True]) if marked else (None, None)
    return Example("school", f"essay {number}", rows, rows, [True, False, False], *marks)


@pytest.fixture(scope="module")
def essays() -> list[Example]:
    return [essay(number) for number in range(40)]


@pytest.fixture(scope="module")
def judged(essays: list[Example]) -> list[Judged]:
    return list(out_of_fold(essays, 2, seed=1))


def test_a_group_stays_in_one_fold_and_the_seed_draws_it() -> None:
    names = [f"essay {k}" for k in range(20)]
    fold = fold_of([*names, *names], 4, seed=1)
    assert sorted(fold) == sorted(names) and set(fold.values()) == {0, 1, 2, 3}
    assert fold == fold_of(reversed(names), 4, seed=1) != fold_of(names, 4, seed=2)


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    rows = [Row(f"essay {k}", dict(SHOULD if k % 2 else BUT), bool(k % 2)) for k in range(40)]
    return fit_sentences(rows, Settings(Growth(20, 0.1, 1.0), freedom=1.0, essays=5), seed=1)


def test_a_confidence_is_the_share_of_choices_that_were_right(model: SentenceModel) -> None:
    chosen = [(0.9, k < 15) for k in range(20)] + [(0.5, k < 5) for k in range(20)]
    sure = calibrated(model, chosen)
    assert sure.confidence(0.9) == pytest.approx(0.75, abs=0.05)
    assert sure.confidence(0.5) == pytest.approx(0.25, abs=0.05)


@pytest.mark.parametrize("right", [True, False])
def test_choices_that_are_all_alike_calibrate_nothing(model: SentenceModel, right: bool) -> None:
    assert calibrated(model, [(0.9, right), (0.2, right)]).calibration == (0.0, 1.0)


def test_positions_are_learnt(essays: list[Example], judged: list[Judged]) -> None:
    assert len(judged) == 2 * len(essays)
    for found in (
        *(one.probabilities for one in judged),
        fit_positions(essays, judged, 1).probabilities(essays[0].rows),
    ):
        assert found.argmax() == 0


@pytest.mark.parametrize(("of", "place"), [(gives, 1), (opposes, 2)], ids=["reasons", "the other side"])
def test_claims_are_learnt(judged: list[Judged], of, place: int) -> None:  # type: ignore[no-untyped-def]
    taught = lessons(judged, of)
    assert {int(odds.argmax()) for _, odds in held_out(taught, 2, seed=1)} == {place}
    made = fit_claims(judged, of, least=-9.0, seed=1)
    assert made.probabilities(taught[0].rows).argmax() == place


def test_what_nobody_marked_teaches_no_claims() -> None:
    blank = essay(1, marked=False)
    assert lessons([Judged(blank, False, np.array([0.9, 0.1, 0.1]))], gives) == []


def test_all_three_models(essays: list[Example]) -> None:
    models = fit_sentence_models(essays, seed=1)
    stating = models[0].probabilities(essays[0].rows)
    rows = beside_position(essays[0].rows, stating.tolist())
    assert [int(stating.argmax()), *(int(made.probabilities(rows).argmax()) for made in models[1:])] == [0, 1, 2]


# What is known of the position


def test_beside_the_position() -> None:
    first, second, third = beside_position([{"length": 1.0}, {}, {}], [0.2, 0.9, 0.2])
    assert first["length"] == 1.0
    assert [row["stated here"] for row in (first, second, third)] == [0.0, 1.0, 0.0]
    assert [row["stated before"] for row in (first, second, third)] == [0.0, 0.0, 1.0]
    assert second["stating less"] == 0.0 > first["stating less"] == third["stating less"]
    assert third["stating before"] == second["stating"] > second["stating before"] == first["stating"]


def test_nothing_beside_nothing() -> None:
    assert beside_position([], []) == []
