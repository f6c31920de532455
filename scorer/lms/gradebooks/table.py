"""A table of delimited text whose cells can be replaced while every other byte stays."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

from scorer.errors import GradebookError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WITHOUT_MARK = ("utf-8", "cp1252", "latin-1")
_DELIMITERS = (",", ";", "\t")
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Cell:
    """A cell: its value, and the place of what stands for it in the text, quotation marks included."""

    value: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True)
class Table:
    """The text of a file, cut into ``rows`` of cells. ``mark`` is its byte-order mark."""

    text: str
    encoding: str
    mark: bytes
    delimiter: str
    rows: tuple[tuple[Cell, ...], ...]

    def value(self, row: int, column: int) -> str:
        """A cell's value without white space around it; empty where the row is too short."""
        cells = self.rows[row]
        return cells[column].value.strip() if column < len(cells) else ""

    def replaced(self, values: Mapping[tuple[int, int], str]) -> bytes:
        """The file with the cells at (row, column) holding other values.

        A cell that was quoted stays quoted; another is quoted if its new value needs it. Characters that the
        file's encoding lacks become ``?``.
        """
        pieces, done = [], 0
        for row, column in sorted(values):
            cell = self.rows[row][column]
            pieces += [self.text[done : cell.start], self._written(values[row, column], cell.quoted)]
            done = cell.end
        pieces.append(self.text[done:])
        return self.mark + "".join(pieces).encode(self.encoding, "replace")

    def _written(self, value: str, quoted: bool) -> str:
        if quoted or any(sign in value for sign in (self.delimiter, '"', "\n", "\r")) or value != value.strip():
            return '"' + value.replace('"', '""') + '"'
        return value


def parse(data: bytes) -> Table:
    """Cut a file into cells: ``,``, ``;`` or tab between them, double quotation marks around some.

    Raises ``GradebookError`` (``gradebook_invalid``) where it is no such text.
    """
    text, encoding, mark = _decoded(data)
    first = _LINE_END.split(text, maxsplit=1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = _rows(text, delimiter)
    if not rows or delimiter not in first:
        raise invalid("it is no table of cells")
    return Table(text, encoding, mark, delimiter, rows)


def invalid(why: str) -> GradebookError:
    """The error for a file that is no gradebook we can fill."""
    return GradebookError(
        "gradebook_invalid",
        f"The gradebook cannot be filled: {why}. Export it from the LMS again and leave it as it is.",
    )


def _decoded(data: bytes) -> tuple[str, str, bytes]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), encoding, mark
            except UnicodeDecodeError as error:
                raise invalid("its text is damaged") from error
    if b"\0" in data:
        raise invalid("it is a workbook or another binary file, not delimited text")
    for encoding in _WITHOUT_MARK[:-1]:
        try:
            return data.decode(encoding), encoding, b""
        except UnicodeDecodeError:
            continue
    return data.decode(_WITHOUT_MARK[-1]), _WITHOUT_MARK[-1], b""


def _rows(text: str, delimiter: str) -> tuple[tuple[Cell, ...], ...]:
    """Every line that holds anything; line ends inside quotation marks belong to their cell."""
    sign = re.escape(delimiter)
    quoted = re.compile(rf'"((?:[^"]|"")*+)"(?=$|[{sign}\r\n])|([^{sign}\r\n]*)')
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    place = 0
    while place <= len(text):
        match = quoted.match(text, place)
        if match is None or (match[1] is None and match[0].startswith('"')):
            raise invalid("a quotation mark in it is out of place")
        value = match[2] if match[1] is None else match[1].replace('""', '"')
        cells.append(Cell(value, match.start(), match.end(), match[1] is not None))
        place = match.end()
        if text.startswith(delimiter, place):
            place += 1
            continue
        if len(cells) > 1 or cells[0].value or cells[0].quoted:
            rows.append(tuple(cells))
        cells = []
        end = _LINE_END.match(text, place)
        if end is None:
            break
        place = end.end()
    return tuple(rows)
