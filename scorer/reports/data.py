"""Assessments as data: JSON, JSON lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from scorer.assessment import Assessment

# as https://owasp.org/www-community/attacks/CSV_Injection lists them, also behind blanks that a program may trim
_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")


def to_json(assessments: Sequence[Assessment]) -> str:
    """One object for one essay, a list for any other number; indented, ending with a newline."""
    objects = [assessment.model_dump(mode="json") for assessment in assessments]
    return json.dumps(objects[0] if len(objects) == 1 else objects, ensure_ascii=False, indent=1) + "\n"


def to_json_item(assessment: Assessment) -> str:
    """One object as it stands in the list of :func:`to_json`, without the comma."""
    made = json.dumps(assessment.model_dump(mode="json"), ensure_ascii=False, indent=1)
    return f" {made}".replace("\n", "\n ")  # no string of JSON holds a line break


def to_json_line(assessment: Assessment) -> str:
    """One object on one line, newline included."""
    return assessment.model_dump_json() + "\n"


def csv_header(criteria: Sequence[str]) -> list[str]:
    """Column names, for criteria by id."""
    return ["id", "student", "path", "words", "status", "overall", "low", "high", "level", *criteria, "flags", "error"]


def to_csv_row(assessment: Assessment, criteria: Sequence[str]) -> list[str]:
    """The cells of ``csv_header``'s columns; an empty one where there is no value."""
    return [cell(value) for value in values(assessment, criteria)]


def values(assessment: Assessment, criteria: Sequence[str]) -> list[str | int | float | None]:
    """The values of ``csv_header``'s columns."""
    scores = {criterion.id: criterion.score for criterion in assessment.criteria}
    overall = assessment.overall
    return [
        assessment.submission.id,
        assessment.submission.student,
        assessment.submission.path,
        assessment.submission.words,
        assessment.status,
        *((overall.score, *overall.interval, overall.level) if overall else (None,) * 4),
        *(scores.get(criterion) for criterion in criteria),
        " ".join(flag.code for flag in assessment.flags),
        reason(assessment),
    ]


def reason(assessment: Assessment) -> str | None:
    """Why an essay has no score, in one sentence; None where it has one."""
    if assessment.error:
        return assessment.error.message
    blocks = [flag.message for flag in assessment.flags if flag.severity == "block"]
    return blocks[0] if blocks else None


def csv_line(cells: Sequence[str]) -> str:
    """One line of CSV, newline included."""
    line = io.StringIO()
    # with this end of line, the library puts quotes around a cell that holds either of its characters
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def cell(value: object) -> str:
    """Text for a spreadsheet: what it would take for a formula gets an apostrophe in front."""
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text
