"""The CSV of a class: a row per essay, a column per criterion, and never a formula."""

from __future__ import annotations

import csv
import io

import pytest
from samples import FORMULA, assessment, unreadable

from scorer.reports.data import cell, csv_header, csv_line, to_csv_row

CRITERIA = ["thesis", "sources", "conventions", "voice"]


def row(**changes: object) -> dict[str, str]:
    made = assessment(**changes)
    table = csv_line(csv_header(CRITERIA)) + csv_line(to_csv_row(made, CRITERIA))
    return next(csv.DictReader(io.StringIO(table, newline="")))


def test_a_row_has_a_score_for_each_criterion_and_an_empty_cell_where_there_is_none() -> None:
    made = row()
    assert [made[name] for name in ("id", "words", "status", "overall", "low", "high")] == [
        "ann-lee", "97", "needs_review", "3.1", "2.6", "3.6",
    ]  # fmt: skip
    assert [made[name] for name in CRITERIA] == ["3.4", "2.8", "2.2", ""]
    assert made["flags"] == "low_confidence no_prompt"


def test_a_file_that_cannot_be_read_is_a_row_with_the_reason() -> None:
    cells = dict(zip(csv_header(CRITERIA), to_csv_row(unreadable(), CRITERIA), strict=True))
    assert cells["overall"] == ""
    assert cells["error"].endswith("is empty.")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u200b="])
def test_what_a_spreadsheet_would_take_for_a_formula_gets_an_apostrophe(start: str) -> None:
    submission = {
        "id": f"{start}1+1", "path": f"{start}cmd|' /C calc'!A0", "student": f"{start}{FORMULA}", "words": 5,
        "sha256": "",
    }  # fmt: skip
    made = row(submission=submission)
    for name in ("id", "path", "student"):
        assert made[name].startswith("'")
        assert made[name] == f"'{submission[name]}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (-0.5, "-0.5"), (3, "3"), ("plain", "plain"), ("a=b", "a=b"), ("O'Neil", "O'Neil"), ("", ""),
        ("Łukasz, Żak", "Łukasz, Żak"),
    ],
)  # fmt: skip
def test_numbers_and_plain_words_stay_as_they_are(value: object, expected: str) -> None:
    assert cell(value) == expected


@pytest.mark.parametrize("name", ['a"b', "a,b", "a\nb", "a\rb", "a\r\nb", "a;b"])
def test_cells_come_back_as_they_were(name: str) -> None:
    assert next(csv.reader(io.StringIO(csv_line([name, "x"]), newline=""))) == [name, "x"]
