"""Canvas: a CSV with a column ``Title (id)`` per assignment, whose points stand in the row ``    Points Possible``.

Source: ``lib/gradebook_exporter.rb`` of canvas-lms. The gradebook has no column for comments.
"""

from __future__ import annotations

import re

from scorer.lms.gradebooks.model import Gradebook, Row, chosen_column, decimal_sign, number
from scorer.lms.gradebooks.table import Table, invalid

_ASSIGNMENT = re.compile(r"(?P<title>.*\S)\s*\((?P<id>\d+)\)", re.S)
_IDS = ("ID", "SIS User ID", "SIS Login ID", "Integration ID")
_POINTS = "Points Possible"
_KEPT = {"EX": "the student is excused", "N/A": "the assignment is not this student's"}
_ROWS_ABOVE = 4
"""The points stand in one of the first rows; one that tells how grades are posted may come before."""


def is_canvas(headings: list[str]) -> bool:
    """Whether these are the headings of a Canvas gradebook."""
    return headings[0] in ("Student", "LastName") and "ID" in headings and "Section" in headings


def canvas_gradebook(table: Table, assignment: str | None) -> Gradebook:
    """Raises ``GradebookError``."""
    headings = [cell.value.strip() for cell in table.rows[0]]
    titles = {
        column: (match["title"], match["id"])
        for column, heading in enumerate(headings)
        if column > headings.index("Section") and (match := _ASSIGNMENT.fullmatch(heading))
    }
    grade = chosen_column(titles, assignment)
    above = next((line for line in range(1, _ROWS_ABOVE) if _is_points(table, line)), None)
    if above is None:
        raise invalid(f"the row {_POINTS!r} is missing")
    decimal = decimal_sign(table, titles)
    maximum = number(table.value(above, grade), decimal)
    columns = [headings.index(heading) for heading in _IDS if heading in headings]
    separate = headings[0] == "LastName"
    rows = []
    for line in range(above + 1, len(table.rows)):
        last, first = table.value(line, 0), table.value(line, 1) if separate else ""
        name = f"{last}, {first}" if separate else last
        mark = table.value(line, grade)
        ids = tuple(id for column in columns if (id := table.value(line, column)))
        if ids:
            kept = _KEPT.get(mark.upper())
            rows.append(Row(line, name, ids, (name,), maximum, kept, graded=mark not in ("", "-")))
    return Gradebook("Canvas", table, grade, None, tuple(rows), decimal)


def _is_points(table: Table, line: int) -> bool:
    return line < len(table.rows) and table.value(line, 0) == _POINTS
