"""What all gradebooks have in common once their columns are understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scorer.errors import GradebookError
from scorer.lms.gradebooks.table import Table

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_COMMA, _POINT = re.compile(r"\d+,\d+"), re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class Row:
    """A student's row. ``ids`` are what the LMS knows the student by, ``names`` ways in which the name is written.

    ``maximum`` is what the grade is out of, None where the row has no such number. ``kept`` is why the grade may
    never be written (excused, locked), ``graded`` whether there is one; ``html``: the comment is HTML.
    """

    line: int
    shown: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    maximum: float | None
    kept: str | None = None
    graded: bool = False
    html: bool = False


@dataclass(frozen=True)
class Gradebook:
    """A table with the columns to fill: ``grade``, and ``comment`` where there is one."""

    system: str
    table: Table
    grade: int
    comment: int | None
    rows: tuple[Row, ...]
    decimal: str


def decimal_sign(table: Table, columns: Iterable[int]) -> str:
    """The decimal sign of a table, by the numbers in these columns; ``;`` between cells goes with the comma."""
    cells = [table.value(row, column) for row in range(1, len(table.rows)) for column in columns]
    commas = sum(bool(_COMMA.fullmatch(cell)) for cell in cells)
    points = sum(bool(_POINT.fullmatch(cell)) for cell in cells)
    if commas == points:
        return "," if table.delimiter == ";" else "."
    return "," if commas > points else "."


def number(cell: str, decimal: str) -> float | None:
    """A cell as a number of 0 or more, or None.

    Of two signs the last is the decimal one. A single sign is too, but for one before three digits, which parts
    thousands where it is not the table's ``decimal``.

    >>> number("1,234.50", "."), number("8.5", ","), number("1.234", ","), number("n/a", ".")
    (1234.5, 8.5, 1234.0, None)
    """
    if not _NUMBER.fullmatch(cell):
        return None
    signs = [sign for sign in cell if sign in ",."]
    last = max(cell.rfind(","), cell.rfind("."))
    whole = signs and (
        signs.count(signs[-1]) > 1 or (len(signs) == 1 and len(cell) - last == 4 and signs[0] != decimal)
    )
    if not signs or whole:
        return float(cell.replace(",", "").replace(".", ""))
    return float(cell[:last].replace(",", "").replace(".", "") + "." + cell[last + 1 :])


def written(value: float, decimal: str) -> str:
    """A grade with at most two decimals.

    >>> written(87.5, ","), written(3.0, ".")
    ('87,5', '3')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", decimal)


def chosen_column(titles: dict[int, tuple[str, str]], assignment: str | None) -> int:
    """The column of an assignment, by its title, its id, or the whole heading; the only one needs no name.

    ``titles`` are title and id by column. Raises ``GradebookError`` (``assignment_unknown``).
    """
    if assignment is None and len(titles) == 1:
        return next(iter(titles))
    listed = "; ".join(f"{title} ({id})" for title, id in titles.values()) or "none"
    if assignment is None:
        raise GradebookError(
            "assignment_unknown", f"Say which column to fill with --assignment. The gradebook has: {listed}."
        )
    asked = assignment.strip().casefold()
    for form in (lambda title, id: id, lambda title, id: title, lambda title, id: f"{title} ({id})"):
        found = [column for column, (title, id) in titles.items() if form(title, id).strip().casefold() == asked]
        if len(found) == 1:
            return found[0]
        if found:
            ids = " or ".join(titles[column][1] for column in found)
            raise GradebookError(
                "assignment_unknown", f"{len(found)} columns are called {assignment!r}: give --assignment {ids}."
            )
    raise GradebookError("assignment_unknown", f"No column is called {assignment!r}. The gradebook has: {listed}.")
