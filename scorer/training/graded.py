"""A teacher's own graded essays: a table with a column for each criterion of her rubric, or for the overall score."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from scorer.errors import DataError, ScorerError
from scorer.reading import read_path
from scorer.reading.plain import decode
from scorer.reading.text import normalised
from scorer.rubric import Rubric
from scorer.scoring.criteria import OVERALL
from scorer.scoring.traits import Scale

Floats = NDArray[np.float64]

DELIMITERS = (",", ";", "\t")
"""Between the cells, by the language of the spreadsheet; the first row says which."""
LEAST_STEP = 0.25
"""A finer difference between two grades is none of a scale with steps."""


@dataclass(frozen=True)
class Graded:
    """``texts`` of n essays; ``grades`` (n, columns) on the teacher's scale, NaN where she gave none.

    ``columns`` are ids of criteria, and ``overall``; ``scales`` theirs.
    """

    texts: tuple[str, ...]
    columns: tuple[str, ...]
    scales: tuple[Scale, ...]
    grades: Floats

    def units(self) -> Floats:
        """The grades as shares of their range, 0 to 1."""
        low = np.array([scale.low for scale in self.scales])
        span = np.array([scale.high - scale.low for scale in self.scales])
        shares: Floats = (self.grades - low) / span
        return shares


def read_graded(path: Path, rubric: Rubric) -> Graded:
    """Read the table: ``text``, or ``path`` of a file beside the table, and columns of grades.

    A column is a criterion's id or title, or ``overall``; other columns are passed over. Raises ``DataError``.
    """
    try:
        content = decode(path.read_bytes())
    except OSError as error:
        raise DataError("data_not_found", f"The file {path.name} cannot be read: check its path.") from error
    if content is None:
        raise DataError("data_invalid", f"{path.name} does not hold text: save it as CSV in UTF-8.")
    delimiter = max(DELIMITERS, key=content.partition("\n")[0].count)
    reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
    header = [name for name in reader.fieldnames or () if name]
    known = _columns(header, rubric)
    if not known:
        asked = ", ".join([criterion.id for criterion in rubric.criteria])
        raise DataError(
            "data_invalid",
            f"{path.name} has no column of grades: name one after a criterion of the rubric ({asked}), or {OVERALL!r}.",
        )
    if "text" not in header and "path" not in header:
        raise DataError("data_invalid", f"{path.name} has no column 'text' (or 'path', of the essay's file): add one.")
    rows = list(reader)
    if not rows:
        raise DataError("data_invalid", f"{path.name} has no graded essay: add one row for each.")
    texts = tuple(_text(row, path, number) for number, row in enumerate(rows, start=1))
    grades = np.array([[_grade(row.get(head), head, number) for head in known] for number, row in enumerate(rows, 1)])
    ids = tuple(known.values())
    scales = tuple(_scale(rubric, name, grades[:, k]) for k, name in enumerate(ids))
    _check(ids, scales, grades)
    return Graded(texts, ids, scales, grades)


def _columns(header: list[str], rubric: Rubric) -> dict[str, str]:
    """Column of the table -> criterion's id, in the rubric's order; the overall score last."""
    names = {_key(head): head for head in header}
    found = {}
    for criterion in rubric.criteria:
        head = names.get(_key(criterion.id)) or names.get(_key(criterion.title))
        if head and criterion.levels:
            found[head] = criterion.id
    if OVERALL in names:
        found[names[OVERALL]] = OVERALL
    return found


def _key(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def _text(row: dict[str, str], table: Path, number: int) -> str:
    if row.get("text"):
        return normalised(row["text"])
    if not row.get("path"):
        raise DataError("data_invalid", f"Row {number} has no essay: fill the column 'text' or 'path'.")
    try:
        return read_path(table.parent / row["path"]).text
    except ScorerError as error:
        raise DataError("data_invalid", f"Row {number}: {error.message}") from error


def _grade(cell: str | None, head: str, number: int) -> float:
    if cell is None or not cell.strip():
        return math.nan
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        value = math.inf
    if not math.isfinite(value):
        raise DataError("data_invalid", f"Row {number}, column {head!r}: {cell!r} is no number.")
    return value


def _scale(rubric: Rubric, name: str, grades: Floats) -> Scale:
    """The rubric's range; steps between levels, or halves or quarters of them where grades lie between."""
    if name == OVERALL:
        low, high, step = rubric.scale.low, rubric.scale.high, rubric.scale.step
    else:
        levels = next(criterion for criterion in rubric.criteria if criterion.id == name).levels
        points = sorted({level.points for level in levels})
        low, high = points[0], points[-1]
        step = float(np.diff(points).min()) if len(points) > 1 else 1.0
    given = grades[np.isfinite(grades)]
    while step > LEAST_STEP and np.any(np.abs((given - low) / step - np.rint((given - low) / step)) > 1e-6):
        step /= 2
    return Scale(low, high, step)


def _check(names: tuple[str, ...], scales: tuple[Scale, ...], grades: Floats) -> None:
    for k, (name, scale) in enumerate(zip(names, scales, strict=True)):
        for number, grade in enumerate(grades[:, k], start=1):
            if np.isfinite(grade) and not scale.low <= grade <= scale.high:
                raise DataError(
                    "data_invalid",
                    f"Row {number}: {grade:g} for {name!r} is outside the rubric's range, "
                    f"{scale.low:g} to {scale.high:g}.",
                )
