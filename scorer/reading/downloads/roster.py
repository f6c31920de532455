"""A class list as CSV, and the student on it to whom a submission belongs."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from scorer.errors import DataError, ReadingError
from scorer.reading.downloads.hand_in import HandIn
from scorer.reading.downloads.notes import note
from scorer.reading.downloads.people import index_keys, lookup_key
from scorer.reading.plain import decode
from scorer.reading.read import ordinary_bytes

# what a column means, by its heading in small letters without spaces and signs
_NAME = ("name", "student", "studentname", "fullname", "learner", "learnername", "pupil")
_FIRST = ("firstname", "first", "givenname", "forename")
_LAST = ("lastname", "last", "surname", "familyname")
_ID = (
    "id", "studentid", "userid", "canvasid", "canvasuserid", "identifier", "username", "user", "login", "loginid",
    "sisloginid", "sisuserid", "sisid", "idnumber", "studentnumber", "externalid", "integrationid",
)  # fmt: skip
_EMAIL = ("email", "emailaddress", "mail")
_FILE = ("file", "filename", "files", "path", "document", "essay", "submission")
_DELIMITERS = (",", ";", "\t")
_NUMBERED = re.compile(r"\D+(\d+)")  # Moodle's "Participant 12" is the 12 of its file names


@dataclass(frozen=True)
class Student:
    """A row of the class list; ``ids`` are all that the row holds, the LMS's own first."""

    name: str
    ids: tuple[str, ...]
    files: tuple[str, ...]


class Roster:
    """Finds students by file name, then by id, login or e-mail address, then by name."""

    def __init__(self, students: Sequence[Student]) -> None:
        self.students = tuple(students)
        self._files: dict[str, set[int]] = defaultdict(set)
        self._ids: dict[str, set[int]] = defaultdict(set)
        self._names: dict[str, set[int]] = defaultdict(set)
        for number, student in enumerate(students):
            for file in student.files:
                self._files[_key(file)].add(number)
            for id in student.ids:
                self._ids[_key(id)].add(number)
            for key in index_keys(student.name):
                self._names[key].add(number)

    def placed(self, handed: HandIn) -> HandIn:
        """The submission with the student's name from the list, and the id where the file names told none.

        Where none or several fit, it stays as it is, with a note that says so.
        """
        fits = self._fitting(handed)
        if len(fits) != 1:
            return replace(handed, notes=(*handed.notes, note("unclear_on_roster" if fits else "not_on_roster")))
        student = self.students[fits.pop()]
        stem = PurePosixPath(handed.parts[0].name).stem
        id = student.ids[0] if student.ids and handed.id == stem else handed.id
        return replace(handed, id=id, student=student.name or handed.student)

    def _fitting(self, handed: HandIn) -> set[int]:
        files = [_key(form) for part in handed.parts for form in _forms(part.path)]
        ids = [_key(handed.id)]
        names = [lookup_key(name) for name in (handed.student or "", handed.id) if name]
        for index, keys in ((self._files, files), (self._ids, ids), (self._names, names)):
            fits = set().union(*(index[key] for key in keys if key in index))
            if fits:
                return fits
        return set()


def read_roster(path: str) -> Roster:
    """Read a CSV with a heading for each column; a gradebook's export is one too.

    Columns: a name (or first and last name), ids (``id``, ``username``, ``SIS Login ID``...), ``email``, ``file``.
    Raises ``DataError`` (``data_not_found``, ``data_invalid``).
    """
    try:
        text = decode(ordinary_bytes(Path(path)))
    except ReadingError as error:
        raise DataError("data_not_found" if error.code == "not_found" else "data_invalid", error.message) from error
    rows = _rows(text or "")
    if not rows:
        raise DataError("data_invalid", f"The roster {path} holds no rows: save it as CSV with headings.")
    headings = [_heading(cell) for cell in rows[0]]
    if not set(headings) & {*_NAME, *_FIRST, *_LAST, *_ID, *_EMAIL, *_FILE}:
        raise DataError(
            "data_invalid",
            f"The roster {path} has no heading that is known: its first line must name columns such as "
            "name, id, email or file.",
        )
    files: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in rows[1:]:
        student = _student(headings, row)
        files.setdefault((student.name, student.ids), []).extend(student.files)  # a student may stand on several rows
    return Roster([Student(*person, tuple(names)) for person, names in files.items() if any(person) or names])


def _rows(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]
    except csv.Error as error:
        raise DataError("data_invalid", f"The roster is not a CSV that can be read ({error}).") from error


def _student(headings: Sequence[str], row: Sequence[str]) -> Student:
    def values(names: Iterable[str]) -> list[str]:
        return [
            cell.strip()
            for name in names
            for heading, cell in zip(headings, row, strict=False)
            if heading == name and cell.strip()
        ]

    whole = values(_NAME)
    ids = values(_ID)
    numbers = [match[1] for id in ids if (match := _NUMBERED.fullmatch(id))]
    name = whole[0] if whole else " ".join((*values(_FIRST)[:1], *values(_LAST)[:1]))
    return Student(name, (*ids, *numbers, *values(_EMAIL)), tuple(values(_FILE)))


def _forms(path: str) -> tuple[str, ...]:
    place = PurePosixPath(Path(path).as_posix())
    return str(place), place.name, place.stem


def _heading(cell: str) -> str:
    return re.sub(r"[\W_]", "", cell.casefold())


def _key(value: str) -> str:
    return value.strip().casefold()
