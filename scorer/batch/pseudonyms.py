"""Names that stand for students in every output, and the key that leads back, in a file of its own.

The key is a CSV with ``pseudonym``, ``id``, ``student`` and ``path``. Names in it are kept, so that the same student
has the same one in the next run. New ones are drawn at random: nothing can be read from them.
"""

from __future__ import annotations

import csv
import io
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from scorer.assessment import Assessment
from scorer.errors import DataError, ReadingError
from scorer.reading.downloads.hand_in import HandIn, Part
from scorer.reading.downloads.notes import NOTES, Note
from scorer.reading.failures import printable
from scorer.reading.read import ordinary_bytes
from scorer.reports.data import cell, csv_line
from scorer.reports.output import write_file

HEADER = ["pseudonym", "id", "student", "path"]
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that look alike."""
LENGTH = 6


class Pseudonyms:
    """The key in ``path``, which need not exist yet. Raises ``DataError`` (``data_invalid``)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = _read(path)
        self._known = {tuple(row[1:]): row[0] for row in self._rows}
        self._said: dict[str, Callable[[str], str]] = {}

    def renamed(self, handed: Iterable[HandIn]) -> list[HandIn]:
        """The submissions under their pseudonyms, in the order of those: that of the names would tell them.

        The key is written before anything else is. Raises ``ScorerError`` (``unwritable``).
        """
        pairs = [(self._of(one), one) for one in handed]
        lines = [csv_line(HEADER), *(csv_line([cell(value) for value in row]) for row in self._rows)]
        write_file(self._path, "".join(lines).encode())
        self._said = {name: _replacing(name, one) for name, one in pairs}
        return [_under(name, one, self._said[name]) for name, one in sorted(pairs, key=lambda pair: pair[0])]

    def hide(self, assessment: Assessment) -> Assessment:
        """The assessment without the file's path, and without names where it tells of the file. The essay's own words
        stay as they are."""
        submission = assessment.submission.model_copy(update={"path": None})
        said, error = self._said[submission.id], assessment.error
        flags = tuple(
            flag.model_copy(update={"message": said(flag.message)}) if flag.code in NOTES else flag
            for flag in assessment.flags
        )
        told = error and error.model_copy(update={"message": said(error.message)})
        return assessment.model_copy(update={"submission": submission, "flags": flags, "error": told})

    def _of(self, handed: HandIn) -> str:
        key = (handed.id, handed.student or "", handed.path or "")
        if key not in self._known:
            taken = set(self._known.values())
            name = _drawn()
            while name in taken:
                name = _drawn()
            self._known[key] = name
            self._rows.append([name, *key])
        return self._known[key]


def _drawn() -> str:
    return "student-" + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def _under(name: str, handed: HandIn, said: Callable[[str], str]) -> HandIn:
    """The submission under another name: its parts are called by it, and what was said of it before says it too."""
    notes = tuple(Note(note.code, note.severity, said(note.message)) for note in handed.notes)
    parts = tuple(_part(name, number, part, said) for number, part in enumerate(handed.parts, start=1))
    return replace(handed, parts=parts, id=name, student=None, notes=notes)


def _replacing(name: str, handed: HandIn) -> Callable[[str], str]:
    """Puts the pseudonym in the place of everything about the submission in which the student may be named."""
    words = sorted(_words(handed), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    return lambda text: pattern.sub(name, text)


def _part(name: str, number: int, part: Part, said: Callable[[str], str]) -> Part:
    ending = PurePosixPath(part.name).suffix
    error = ReadingError(part.error.code, said(part.error.message)) if part.error else None
    return replace(part, name=f"{name}{f'-{number}' if number > 1 else ''}{ending}", error=error)


def _words(handed: HandIn) -> set[str]:
    """Everything about the submission in which the student may be named."""
    found = {handed.id, handed.student or ""}
    for part in handed.parts:
        found |= {part.path, part.name, PurePosixPath(part.path).name, PurePosixPath(part.name).stem}
    return {printable(word) for word in found if word.strip()} | {word for word in found if word.strip()}


def _read(path: Path) -> list[list[str]]:
    if not path.exists():
        return []
    try:
        rows = list(csv.reader(io.StringIO(ordinary_bytes(path).decode("utf-8-sig"), newline="")))
    except (ReadingError, UnicodeDecodeError, csv.Error) as error:
        raise _no_key(path) from error
    if not rows or rows[0] != HEADER or any(len(row) != len(HEADER) for row in rows[1:]):
        raise _no_key(path)
    return [[value[1:] if cell(value[1:]) == value else value for value in row] for row in rows[1:]]


def _no_key(path: Path) -> DataError:
    return DataError("data_invalid", f"{path} is no key of pseudonyms: name a new file, or the one of an earlier run.")
