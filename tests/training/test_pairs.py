"""The pairs of one length that the project wrote."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import fmean
from typing import Any, get_args

import pytest

from scorer.errors import DataError
from scorer.training.argument.pairs import Paired, Part, read_pairs
from scorer.training.levels.essays import CRITERIA

PARTS: tuple[Part, ...] = get_args(Part)


def sides() -> list[Paired]:
    return [side for part in PARTS for pair in read_pairs(part) for side in pair]


def test_two_sides_of_one_length_and_their_levels() -> None:
    for part in PARTS:
        pairs = read_pairs(part)
        assert len(pairs) >= 40
        for better, worse in pairs:
            sizes = [len(side.text.split()) for side in (better, worse)]
            assert max(sizes) <= 1.05 * min(sizes), better.pair
            assert all(1 <= level <= 4 for side in (better, worse) for level in side.levels.values())
        for criterion in CRITERIA:
            apart = [one.levels[criterion] - two.levels[criterion] for one, two in pairs if one.criterion == criterion]
            assert fmean(apart) > 1  # readers who did not know which side was meant to be better


def test_each_pair_answers_an_assignment_of_its_own() -> None:
    assigned = {side.assignment: side.pair for side in sides()}
    assert len(assigned) == len({side.pair for side in sides()})
    assert all(4 <= len(assignment.split()) <= 80 for assignment in assigned)


def test_marks_are_stretches_of_the_text() -> None:
    for side in sides():
        support = side.marks.support
        assert support is not None
        spans = [*side.marks.positions, *support.giving, *support.against]
        assert all(0 <= start < end <= len(side.text) for start, end in spans)


def row(**changed: Any) -> dict[str, Any]:
    marks = {"thesis": [0, 4], "restatements": [], "reasons": [[[5, 9]]], "previews": [], "against": [], "answers": []}
    same = {"pair": "a", "criterion": "thesis", "part": "test", "levels": {"thesis": 2.0, "reasons": 2.0}}
    return {**same, **marks, "assignment": "Is it?", "better": True, "text": "Yes. No.", **changed}


@pytest.mark.parametrize("rows", [[row()], [row(), row()], [row(), row(better=False), row(better=False)]])
def test_a_pair_that_is_none(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    file = tmp_path / "essays.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    with pytest.raises(DataError, match="not one better and one worse"):
        read_pairs("test", file)


@pytest.mark.parametrize("other", [{"part": "levels"}, {"criterion": "reasons"}, {"assignment": "Was it?"}])
def test_sides_that_differ_in_more(other: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "essays.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in (row(), row(better=False, **other))), encoding="utf-8")
    with pytest.raises(DataError, match="differ in part, criterion or assignment"):
        read_pairs("test", file)


def test_the_better_side_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "essays.jsonl"
    rows = [
        row(better=False, text="No. Yes."),
        row(),
        row(pair="b", part="levels"),
        row(pair="b", part="levels", better=False),
    ]
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    [(better, worse)] = read_pairs("test", file)
    assert (better.text, worse.text) == ("Yes. No.", "No. Yes.")
    assert better.marks.positions == ((0, 4),) and better.marks.support is not None
