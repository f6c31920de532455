"""Canvas rubric CSV: a row for each criterion, its ratings side by side, highest first.

``Rubric Name, Criteria Name, Criteria Description, Criteria Enable Range``, then ``Rating Name, Rating Description,
Rating Points`` again and again. Rows are as long as they have ratings; several rubrics share a file. Columns
are told by their headings, as Canvas does (``RubricCSVImporter`` in canvas-lms), and what it does not know is kept.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from scorer.rubric.exchange.building import criterion_of, rising, rubric_of, told_apart
from scorer.rubric.exchange.records import (
    MOST_PARTS,
    Field,
    MisfitError,
    Record,
    extras,
    given,
    in_places,
    kept,
    number,
    taken,
    text,
    with_places,
    written,
)
from scorer.rubric.extra import Extra
from scorer.rubric.model import Criterion, Level, Rubric

FORMAT = "canvas"
RUBRIC, NAME, DESCRIPTION, RANGE = "Rubric Name", "Criteria Name", "Criteria Description", "Criteria Enable Range"
RATING = ("Rating Name", "Rating Description", "Rating Points")
CRITERION_FIELDS = (Field(NAME, "title", text, str), Field(DESCRIPTION, "description", text, str))
LEVEL_FIELDS = (
    Field(RATING[0], "title", text, str),
    Field(RATING[1], "description", text, str),
    Field(RATING[2], "points", number, written, 0.0),
)
NO_RANGE = "false"
_HEADINGS = {name.lower(): name for name in (RUBRIC, NAME, DESCRIPTION, RANGE)}
_RATING_HEADING = re.compile("|".join(name.lower() for name in RATING))
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Column:
    """What a column holds: ``name`` is a heading of Canvas', else ``column 7``; ``rating`` counts from 0."""

    name: str
    rating: int | None = None


def read(content: bytes) -> list[Rubric]:
    """Every rubric of a file. Raises ``MisfitError``."""
    header, rows, file = _table(content)
    if len(rows) > MOST_PARTS or max(len(cells) for cells in (header, *(cells for _, cells in rows))) > MOST_PARTS:
        raise MisfitError(f"it has more than {MOST_PARTS} rows or columns: check that it is a rubric")
    columns = _columns(header)
    if not any(column.name == RUBRIC for column in columns) or not any(column.name == NAME for column in columns):
        raise MisfitError(f"line 1 must name the columns, {RUBRIC!r} and {NAME!r} among them")
    by_title: dict[str, list[Criterion]] = {}
    for line, cells in rows:
        record, ratings = _row(cells, columns)
        title = str(record.pop(RUBRIC, ""))
        if not title.strip():
            raise MisfitError(f"line {line} has no {RUBRIC!r}: write it in every row")
        criteria = by_title.setdefault(title, [])
        criteria.append(_criterion(line, len(criteria), record, ratings))
    if not by_title:
        raise MisfitError("there is no criterion under the headings")
    if header != _header(max(len(cells) for _, cells in rows)):
        file["header"] = list(header)
    return told_apart([_rubric(title, criteria, file) for title, criteria in by_title.items()])


def write(rubrics: Sequence[Rubric]) -> bytes:
    """One file for all the rubrics."""
    files = [kept(rubric, FORMAT).fields for rubric in rubrics]
    header = next((list(map(str, found)) for f in files if isinstance(found := f.get("header"), list)), [])
    rows = [
        (title, criterion, in_places(FORMAT, list(reversed(criterion.levels))))
        for rubric, file in zip(rubrics, files, strict=True)
        for title in [_title(rubric, file)]
        for criterion in rubric.criteria
    ]
    if not header:
        most = max((levels[-1][0] + 1 for _, _, levels in rows if levels), default=0)
        header = _header(4 + len(RATING) * most)
    columns = _columns(header)
    stream = io.StringIO()
    delimiter = next((str(f["delimiter"]) for f in files if str(f.get("delimiter")) in _DELIMITERS), ",")
    table = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    table.writerow(header)
    table.writerows(_cells(title, criterion, levels, columns) for title, criterion, levels in rows)
    return (codecs.BOM_UTF8 if any(f.get("bom") for f in files) else b"") + stream.getvalue().encode()


def _table(content: bytes) -> tuple[list[str], list[tuple[int, list[str]]], Record]:
    """Headings, rows with their lines, and what is peculiar to the file."""
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MisfitError("it is not UTF-8 text: in a spreadsheet, save it as “CSV UTF-8”") from error
    first = decoded.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    file: Record = {"bom": True} if content.startswith(codecs.BOM_UTF8) else {}
    if delimiter != ",":
        file["delimiter"] = delimiter
    reader = csv.reader(io.StringIO(decoded, newline=""), delimiter=delimiter)
    try:
        rows = [(reader.line_num, _trimmed(cells)) for cells in reader if any(map(str.strip, cells))]
    except csv.Error as error:
        raise MisfitError(f"line {reader.line_num} is not a row of a table: {error}") from error
    if not rows:
        raise MisfitError("it is empty")
    return rows[0][1], rows[1:], file


def _trimmed(cells: list[str]) -> list[str]:
    """Without empty cells at the end: rows are ragged."""
    return cells[: next((place for place in range(len(cells), 0, -1) if cells[place - 1]), 0)]


def _header(width: int) -> list[str]:
    ratings = -(-max(width - 4, 0) // len(RATING))
    return [RUBRIC, NAME, DESCRIPTION, RANGE, *RATING * ratings]


def _columns(header: Sequence[str]) -> list[Column]:
    """What each heading says; each name of a criterion's column counts once, ratings are numbered."""
    columns: list[Column] = []
    seen: set[str] = set()
    counts = dict.fromkeys(RATING, 0)
    for place, label in enumerate(header):
        heading = " ".join(label.lower().split())
        rating = _RATING_HEADING.search(heading)
        if rating:
            name = next(name for name in RATING if name.lower() == rating.group())
            columns.append(Column(name, counts[name]))
            counts[name] += 1
        elif heading in _HEADINGS and heading not in seen:
            columns.append(Column(_HEADINGS[heading]))
            seen.add(heading)
        else:
            columns.append(Column(f"column {place + 1}"))
    return columns


def _column(columns: Sequence[Column], place: int) -> Column:
    """The column at a place; beyond the headings ratings go on."""
    if place < len(columns):
        return columns[place]
    beyond, part = divmod(place - len(columns), len(RATING))
    done = max((column.rating + 1 for column in columns if column.rating is not None), default=0)
    return Column(RATING[part], done + beyond)


def _row(cells: Sequence[str], columns: Sequence[Column]) -> tuple[Record, dict[int, Record]]:
    """The criterion's cells, and those of its ratings by number; a rating without a filled cell is none."""
    record: Record = {}
    ratings: dict[int, Record] = {}
    for place in range(max(len(cells), len(columns))):
        column = _column(columns, place)
        cell = cells[place] if place < len(cells) else ""
        if column.rating is not None:
            ratings.setdefault(column.rating, {})[column.name] = cell
        elif cell or not column.name.startswith("column "):
            record[column.name] = cell
    filled = {place for place, rating in ratings.items() if any(str(cell).strip() for cell in rating.values())}
    return record, {place: rating for place, rating in ratings.items() if place in filled}


def _criterion(line: int, place: int, record: Record, ratings: dict[int, Record]) -> Criterion:
    if not str(record.get(NAME, "")).strip():
        raise MisfitError(f"line {line} has no {NAME!r}: name the criterion")
    if not ratings:
        raise MisfitError(f"line {line} has no ratings: Canvas needs one at least")
    if record.get(RANGE) == NO_RANGE:
        del record[RANGE]
    values, extra = taken(record, CRITERION_FIELDS, f"line {line}")
    levels = []
    for number_, rating in ratings.items():
        for needed in (RATING[0], RATING[2]):
            if not str(rating.get(needed, "")).strip():
                raise MisfitError(f"line {line}: rating {number_ + 1} has no {needed!r}")
        rated, more = taken(rating, LEVEL_FIELDS, f"rating {number_ + 1} in line {line}")
        levels.append(Level(**rated, extra=extras(FORMAT, more)))
    order = rising(levels, falling=True)
    ours = [levels[k] for k in order]
    places = [list(ratings)[k] for k in order]
    return criterion_of(place, values, with_places(FORMAT, ours, places, list(reversed(ours))), extras(FORMAT, extra))


def _rubric(title: str, criteria: Sequence[Criterion], file: Record) -> Rubric:
    own: dict[str, JsonValue] = {} if title == title.strip() else {RUBRIC: title}
    return rubric_of(title.strip(), "", criteria, {FORMAT: Extra(fields=file | own)})


def _title(rubric: Rubric, file: dict[str, JsonValue]) -> str:
    original = str(file.get(RUBRIC, ""))
    title = original if original.strip() == rubric.title else rubric.title
    if not title.strip():
        raise MisfitError(f"Canvas needs a title, and the rubric {rubric.id!r} has none: give it one")
    return title


def _cells(title: str, criterion: Criterion, levels: list[tuple[int, Level]], columns: Sequence[Column]) -> list[str]:
    if not criterion.title or not levels:
        raise MisfitError(f"Canvas needs a title and a level, and the criterion {criterion.id!r} lacks one: add it")
    values = {"title": criterion.title, "description": criterion.description}
    usual: Record = {RUBRIC: title, RANGE: NO_RANGE}
    record = usual | given(values, CRITERION_FIELDS, kept(criterion, FORMAT))
    ratings = {
        place: given(
            {
                "title": level.title or written(level.points),
                "description": level.description,
                "points": level.points,
            },
            LEVEL_FIELDS,
            kept(level, FORMAT),
        )
        for place, level in levels
    }
    last = max(ratings, default=-1)
    cells: list[str] = []
    place = 0
    while place < len(columns) or (_column(columns, place).rating or 0) <= last:
        column = _column(columns, place)
        held = record if column.rating is None else ratings.get(column.rating, {})
        value = held.get(column.name)
        cells.append("" if value is None else str(value))
        place += 1
    return _trimmed(cells)
