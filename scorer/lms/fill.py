"""Grades and comments of assessments, entered into a gradebook's export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from scorer.assessment import Assessment
from scorer.lms.comment import html_comment, plain_comment
from scorer.lms.gradebooks.model import Gradebook, Row, written
from scorer.lms.matching import matched
from scorer.reports.data import cell

Result = Literal["filled", "kept", "refused"]
"""``kept``: the cell stays by a rule that the teacher knows; ``refused``: the grade found no cell."""


@dataclass(frozen=True)
class Outcome:
    """What became of one assessment; ``grade`` as it was written, ``why`` it was not, or what else to know."""

    student: str
    result: Result
    grade: str = ""
    why: str = ""


@dataclass(frozen=True)
class Filled:
    """The file's new bytes, an outcome for each assessment in order, and the students without an assessment."""

    data: bytes
    outcomes: tuple[Outcome, ...]
    without_essay: tuple[str, ...]


def fill(
    gradebook: Gradebook, assessments: Sequence[Assessment], overwrite: bool = False, include_review: bool = False
) -> Filled:
    """Enter every grade that may be entered; nothing but grade and comment cells of those rows changes.

    A grade is the overall score's share of its maximum, on the column's maximum. Grades that are there stay unless
    ``overwrite``; excused and locked ones stay always. Essays that need review are entered if ``include_review``.
    """
    values: dict[tuple[int, int], str] = {}
    outcomes = []
    matches = matched(assessments, gradebook.rows)
    for assessment, match in zip(assessments, matches, strict=True):
        row = None if match.row is None else gradebook.rows[match.row]
        kept = _kept(assessment, row, overwrite, include_review)
        shown = row.shown if row else assessment.submission.student or assessment.submission.id
        if kept:
            outcomes.append(Outcome(shown, "kept", why=kept))
        elif row is None:
            outcomes.append(Outcome(shown, "refused", why=match.why))
        elif not row.maximum or gradebook.grade >= len(gradebook.table.rows[row.line]):
            outcomes.append(Outcome(shown, "refused", why="the column says no number of points to grade out of"))
        else:
            grade = _grade(assessment, row, gradebook.decimal)
            values[row.line, gradebook.grade] = grade
            outcomes.append(Outcome(shown, "filled", grade, _comment(values, gradebook, row, assessment, overwrite)))
    used = {match.row for match in matches}
    rest = tuple(row.shown for number, row in enumerate(gradebook.rows) if number not in used)
    return Filled(gradebook.table.replaced(values), tuple(outcomes), rest)


def _kept(assessment: Assessment, row: Row | None, overwrite: bool, include_review: bool) -> str:
    """Why a grade is not to be entered, first what lies with the essay; empty where nothing speaks against it."""
    if assessment.error:
        return f"not scored: {assessment.error.message}"
    if assessment.overall is None:
        return "not scored"
    if assessment.status == "needs_review" and not include_review:
        return "needs review: look at the essay, then use --include-review"
    if row and row.kept:
        return row.kept
    return "there is a grade already: --overwrite replaces it" if row and row.graded and not overwrite else ""


def _grade(assessment: Assessment, row: Row, decimal: str) -> str:
    overall = assessment.overall
    assert overall is not None and row.maximum is not None
    return written(overall.score / overall.max_score * row.maximum, decimal)


def _comment(
    values: dict[tuple[int, int], str], gradebook: Gradebook, row: Row, assessment: Assessment, overwrite: bool
) -> str:
    """Enter the comment, if there is a column for one; what to say about it."""
    column = gradebook.comment
    if column is None or column >= len(gradebook.table.rows[row.line]):
        return ""
    if gradebook.table.value(row.line, column) and not overwrite:
        return "the comment that was there stays"
    values[row.line, column] = cell(html_comment(assessment) if row.html else plain_comment(assessment))
    return ""
