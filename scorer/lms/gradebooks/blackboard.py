"""Blackboard: ``Title [Total Pts: 100 Score] |id`` per column, as tab-separated UTF-16 called ``.xls``, or CSV.

A download of one column also has ``Feedback to Learner`` and its format. The student's key is the user name.
"""

from __future__ import annotations

import re

from scorer.lms.gradebooks.model import Gradebook, Row, chosen_column, decimal_sign, number
from scorer.lms.gradebooks.table import Table

# the label is in the site's language; "up to 100" stands at columns that Blackboard reckons itself
_COLUMN = re.compile(r"(?P<title>.*?)\s*\[[^\[\]:]+:\s*(?P<points>\d[\d.,]*)[^\[\]]*\]\s*\|\s*(?P<id>\d+)", re.S)
_USER, _LAST, _FIRST, _STUDENT_ID = "Username", "Last Name", "First Name", "Student ID"
_COMMENT, _FORMAT = "Feedback to Learner", "Feedback Format"
_UNGRADED = re.compile(r"-?|(?:needs (?:grading|marking)|in progress)(?:\(.*\))?", re.I)


def is_blackboard(headings: list[str]) -> bool:
    """Whether these are the headings of a Blackboard download."""
    return _USER in headings and any(_COLUMN.fullmatch(heading) for heading in headings)


def blackboard_gradebook(table: Table, assignment: str | None) -> Gradebook:
    """Raises ``GradebookError``."""
    headings = [cell.value.strip() for cell in table.rows[0]]
    place = {heading: column for column, heading in enumerate(headings)}
    found = {column: match for column, heading in enumerate(headings) if (match := _COLUMN.fullmatch(heading))}
    grade = chosen_column({column: (match["title"], match["id"]) for column, match in found.items()}, assignment)
    decimal = decimal_sign(table, found)
    maximum = number(found[grade]["points"], decimal)

    def value(line: int, heading: str) -> str:
        return table.value(line, place[heading]) if heading in place else ""

    rows = []
    for line in range(1, len(table.rows)):
        last, first, user = value(line, _LAST), value(line, _FIRST), value(line, _USER)
        name = ", ".join(part for part in (last, first) if part)
        ids = tuple(id for id in (user, value(line, _STUDENT_ID)) if id)
        graded = not _UNGRADED.fullmatch(table.value(line, grade))
        html = value(line, _FORMAT).upper() == "HTML"
        if ids:
            rows.append(Row(line, name or user, ids, (name,), maximum, graded=graded, html=html))
    return Gradebook("Blackboard", table, grade, place.get(_COMMENT), tuple(rows), decimal)
