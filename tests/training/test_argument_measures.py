"""The measures of the argument tagger, by hand; and the command that prints them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from invented_essays import TEXT, dogs, row, written

from scorer.errors import ModelError
from scorer.pipeline.argument.components import Component as Tagged
from scorer.pipeline.argument.thesis import Argued
from scorer.training.argument.evaluate import evaluate_tagger, pair, summary


def tagged(*parts: tuple[str, str]) -> Argued:
    """Components with the first major claim as thesis."""
    places = [(label, TEXT.index(words), len(words)) for words, label in parts]
    found = tuple(Tagged(label, start, start + length, 0.9, 0) for label, start, length in places)
    return Argued(found, next((component for component in found if component.label == "MajorClaim"), None))


RIGHT = (
    ("dogs should be allowed in parks", "MajorClaim"),
    ("dogs are dirty", "Against"),
    ("Dogs make people walk", "Claim"),
    ("every dog needs exercise", "Premise"),
)


@pytest.mark.parametrize(
    ("found", "f1_100", "f1_50"),
    [
        (RIGHT, 1.0, 1.0),
        ((), 0.0, 0.0),
        # of 4 gold parts, 3 found and all of them right: 2 * 3 / (2 * 3 + 1)
        (RIGHT[:3], 6 / 7, 6 / 7),
        # a part that is three words of four counts at half an overlap alone: 3 right and 1 wrong and 1 missed
        ((*RIGHT[:3], ("every dog needs", "Premise")), 6 / 8, 1.0),
        # exactly half is not more than half
        ((*RIGHT[:3], ("every dog", "Premise")), 6 / 8, 6 / 8),
        # the right words under another name
        ((*RIGHT[:3], ("every dog needs exercise", "Claim")), 6 / 8, 6 / 8),
        # found twice: the second time is wrong
        ((*RIGHT, RIGHT[3]), 8 / 9, 8 / 9),
    ],
)
def test_component_f1_by_hand(found: Sequence[tuple[str, str]], f1_100: float, f1_50: float) -> None:
    scores = summary([pair(dogs(), tagged(*found))], [dogs()])
    assert scores["c_f1_100"] == pytest.approx(f1_100)
    assert scores["c_f1_50"] == pytest.approx(f1_50)


def test_everything_right_is_one_everywhere() -> None:
    scores = summary([pair(dogs(), tagged(*RIGHT))], [dogs()])
    assert scores == {
        "n": 1,
        "c_f1_100": 1.0,
        "c_f1_50": 1.0,
        "types": {label: {"f1_100": 1.0, "f1_50": 1.0} for label in ("MajorClaim", "Claim", "Premise")},
        "tokens": {"macro_f1": 1.0},
        "thesis": {"n": 1, "overlap_50": 1.0, "covers_50": 1.0},
    }


@pytest.mark.parametrize(
    ("words", "right", "covers"),
    [
        ("dogs should be allowed in parks", True, True),
        ("dogs should be allowed", True, True),
        ("dogs should be", False, False),
        ("I think that dogs should be allowed in parks", True, True),
        ("I think that dogs should be allowed in parks. Some say that dogs are dirty.", False, True),
        ("dogs are dirty", False, False),
        (None, False, False),
    ],
    ids=["the same", "four of six", "half", "with its shell", "two sentences", "another", "none"],
)
def test_whether_the_thesis_is_right_and_whether_it_holds_the_gold_one(
    words: str | None, right: bool, covers: bool
) -> None:
    judged = pair(dogs(), tagged((words, "MajorClaim")) if words else Argued(()))
    assert (judged.thesis_right, judged.thesis_covers) == (right, covers)


def test_an_essay_without_a_gold_thesis_is_not_judged_on_it() -> None:
    essay = dogs()
    bare = type(essay)(essay.id, essay.text, essay.components[1:], essay.tokens)
    assert summary([pair(bare, tagged(*RIGHT))], [bare])["thesis"]["n"] == 0


def test_the_shipped_tagger_is_evaluated_with_the_fixed_keys(tmp_path: Path) -> None:
    scores = evaluate_tagger("argument", [written(tmp_path / "a.jsonl", row(dogs()))])
    assert list(scores) == ["n", "c_f1_100", "c_f1_50", "types", "tokens"]
    assert list(scores["types"]) == ["MajorClaim", "Claim", "Premise"]
    assert all(list(measures) == ["f1_100", "f1_50"] for measures in scores["types"].values())
    assert 0 <= scores["c_f1_100"] <= scores["c_f1_50"] <= 1


def test_a_bundle_of_another_kind_is_no_tagger(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="'en_essay' is not a tagger of argument components"):
        evaluate_tagger("en_essay", [written(tmp_path / "a.jsonl", row(dogs()))])
