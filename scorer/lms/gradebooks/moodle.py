"""Moodle: the grading worksheet of one assignment, with ``Identifier`` (``Participant N``), ``Grade`` and comments.

Source: ``mod/assign/gradingtable.php`` and ``mod/assign/feedback/offline/importgradeslib.php`` of moodle. Times are
left alone: by them Moodle sees whether a grade changed since the download.
"""

from __future__ import annotations

import re

from scorer.lms.gradebooks.model import Gradebook, Row, decimal_sign, number
from scorer.lms.gradebooks.table import Table

_ID, _GRADE, _MAXIMUM, _COMMENT = "Identifier", "Grade", "Maximum Grade", "Feedback comments"
_NAME, _LOCK = "Full name", "Grade can be changed"
_OTHER_IDS = ("ID number", "Username", "Email address")
_NUMBER = re.compile(r"\D*(\d+)")


def is_moodle(headings: list[str]) -> bool:
    """Whether these are the headings of Moodle's worksheet."""
    return {_ID, _GRADE} <= set(headings)


def moodle_gradebook(table: Table) -> Gradebook:
    """The worksheet; its grades are out of the row's ``Maximum Grade``, its comments are HTML."""
    headings = [cell.value.strip() for cell in table.rows[0]]
    place = {heading.casefold(): column for column, heading in enumerate(headings)}

    def value(line: int, heading: str) -> str:
        return table.value(line, place[heading.casefold()]) if heading.casefold() in place else ""

    grade, maximum = place[_GRADE.casefold()], place.get(_MAXIMUM.casefold())
    decimal = decimal_sign(table, [column for column in (grade, maximum) if column is not None])
    rows = []
    for line in range(1, len(table.rows)):
        match = _NUMBER.fullmatch(value(line, _ID))
        if not match:
            continue
        name = value(line, _NAME)
        mark = value(line, _GRADE)
        rows.append(
            Row(
                line,
                shown=name or value(line, _ID),
                ids=(match[1], *(id for heading in _OTHER_IDS if (id := value(line, heading)))),
                names=(name,),
                maximum=number(value(line, _MAXIMUM), decimal),
                kept="the grade is locked" if value(line, _LOCK).casefold() == "no" else None,
                graded=mark not in ("", "-"),
                html=True,
            )
        )
    return Gradebook("Moodle", table, grade, place.get(_COMMENT.casefold()), tuple(rows), decimal)
