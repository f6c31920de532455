"""A file that grows by one assessment after the other and can go on where an earlier run was stopped."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from scorer.assessment import Assessment
from scorer.batch.writing.form import Form
from scorer.batch.writing.journal import Entry, Journal, kept
from scorer.reports.output import spare, unwritable


class LineFile:
    """A file in a ``form``. ``done`` of the submissions are in it from an earlier run, ``failed`` of these without a
    score.

    A file that is no ordinary one (a pipe, ``/dev/stdout``) is written to without a journal.
    Raises ``ScorerError`` (``unwritable``).
    """

    def __init__(
        self,
        path: Path,
        form: Form,
        settings: str,
        submissions: Sequence[str],
        resume: bool,
        inputs: Iterable[str] = (),
    ) -> None:
        spare(path, inputs)
        self._path, self._form, self._submissions = path, form, submissions
        beside = path.with_name(f".{path.name[:200]}.progress")
        found = (kept(beside, settings, submissions) or []) if resume else []
        self.entries = _in_file(path, found)
        try:
            self._file = path.open("r+b" if self.entries else "wb", buffering=0)
            self._journal = Journal(beside, settings, self.entries) if path.is_file() else None
            self._end = self.entries[-1].notes["end"] if self.entries else 0
            if self.entries:
                self._cut()
            else:
                self._append(form.head.encode())
                self._end = len(form.head.encode())
        except OSError as error:
            raise unwritable(path, error, "file") from error

    @property
    def done(self) -> int:
        """Submissions that the file has."""
        return len(self.entries)

    @property
    def failed(self) -> int:
        """Those of them that have no score."""
        return sum(entry.failed for entry in self.entries)

    def write(self, assessment: Assessment) -> None:
        """Add the assessment of the next submission. Raises ``ScorerError`` (``disk_full``, ``unwritable``): what was
        written before stays whole."""
        between = self._form.between if self.entries else ""
        row = (between + self._form.row(assessment)).encode()
        notes = {"end": self._end + len(row), "crc": zlib.crc32(row), "bytes": len(row)}
        entry = Entry(self._submissions[self.done], assessment.overall is None, notes)
        try:
            self._append(row)
            if self._journal:
                self._journal.add(entry)
        except OSError as error:
            raise unwritable(self._path, error, "disk") from error
        self.entries.append(entry)
        self._end += len(row)

    def close(self) -> None:
        """End the file, whether every submission is in it or the next run adds the rest. Raises ``ScorerError``."""
        try:
            if self._journal:
                self._cut()  # a row that was being written when the run was stopped
            self._append(self._form.tail.encode())
            self._file.close()
        except OSError as error:
            raise unwritable(self._path, error, "disk") from error
        finally:
            if self._journal:
                self._journal.close(done=self.done == len(self._submissions))

    def _append(self, content: bytes) -> None:
        rest = memoryview(content)
        while rest:  # unbuffered, so that a full disk is noticed at the row that finds no room
            rest = rest[self._file.write(rest) :]

    def _cut(self) -> None:
        self._file.seek(self._end)
        self._file.truncate()


def _in_file(path: Path, entries: list[Entry]) -> list[Entry]:
    """The entries that the file bears out: it is long enough, and the last of them stands there as it was written."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            for count in range(len(entries), 0, -1):
                notes = entries[count - 1].notes
                if notes["end"] > size:
                    continue
                file.seek(notes["end"] - notes["bytes"])
                if zlib.crc32(file.read(notes["bytes"])) == notes["crc"]:
                    return entries[:count]
    except (OSError, KeyError, TypeError):
        return []
    return []
