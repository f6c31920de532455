"""A student's files to one ``Submission``: parts joined, and what could not be read said in a note."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path

from scorer.errors import ReadingError
from scorer.reading.downloads.blackboard import record_of
from scorer.reading.downloads.canvas import without_heading
from scorer.reading.downloads.clutter import ARCHIVES, MEDIA, ending
from scorer.reading.downloads.hand_in import HandIn, Part
from scorer.reading.downloads.notes import Note, note
from scorer.reading.failures import reading_error
from scorer.reading.limits import Limits
from scorer.reading.read import ordinary_bytes, read_bytes, read_stdin
from scorer.reading.remote import is_remote, remote_bytes
from scorer.reading.submission import Submission
from scorer.reading.text import check_length, joined

_DEFAULT = Limits()
_TAG = re.compile(r"</?[a-z][^<>]*>", re.I)
_BLANK = frozenset({"empty", "no_text"})


def read_hand_in(handed: HandIn, limits: Limits = _DEFAULT) -> tuple[Submission, tuple[Note, ...]]:
    """Read every part; the submission, and notes on it.

    Raises ``ReadingError``: that of the first part, where no part can be read.
    """
    read: list[tuple[Part, Submission]] = []
    failed: list[tuple[Part, ReadingError]] = []
    for part in handed.parts:
        try:
            read.append((part, _read(part, limits)))
        except ReadingError as error:
            failed.append((part, error))
    if not read:
        raise _telling(failed)
    submission = _joined([found for _, found in read], handed, limits)
    return submission, handed.notes + tuple(_notes(read, failed))


def _read(part: Part, limits: Limits) -> Submission:
    if part.error:
        raise part.error
    if part.kind == "link":
        raise reading_error("link", part.name)
    if ending(part.name) in ARCHIVES:
        raise reading_error("nested", part.name)
    if part.kind == "stdin":
        return read_stdin(io.BytesIO(part.data or b""), limits)
    data = part.data if part.data is not None else _bytes_at(part.path, limits)
    if part.kind == "record":
        typed = record_of(data).typed
        if not typed:
            raise reading_error("nothing_typed", part.name)
        return read_bytes(typed.encode(), "typed.html" if _TAG.search(typed) else "typed.txt", limits)
    return read_bytes(without_heading(data) if part.kind == "typed" else data, part.name, limits)


def _bytes_at(path: str, limits: Limits) -> bytes:
    return remote_bytes(path, limits.file_bytes) if is_remote(path) else ordinary_bytes(Path(path), limits)


def _telling(failed: list[tuple[Part, ReadingError]]) -> ReadingError:
    """An empty text box beside a file that cannot be read explains nothing: the file does."""
    return next((error for part, error in failed if part.kind not in ("typed", "record")), failed[0][1])


def _joined(found: list[Submission], handed: HandIn, limits: Limits) -> Submission:
    first = found[0]
    if len(found) > 1:
        text = joined([part.text for part in found])
        check_length(text, handed.parts[0].name, limits)
        # of the parts' own hashes, in order: the bytes of the parts together would look like one file's
        digest = hashlib.sha256("\n".join(part.sha256 for part in found).encode()).hexdigest()
        first = replace(first, text=text, sha256=digest)
    return replace(first, id=handed.id, student=handed.student, path=handed.path)


def _notes(read: list[tuple[Part, Submission]], failed: list[tuple[Part, ReadingError]]) -> list[Note]:
    media = [part.name for part, _ in failed if ending(part.name) in MEDIA]
    unread = [
        error.message
        for part, error in failed
        if ending(part.name) not in MEDIA and not (part.kind in ("typed", "record") and error.code in _BLANK)
    ]
    notes = [note("several_files", [part.name for part, _ in read], len(read))] if len(read) > 1 else []
    notes += [note("part_unread", unread)] if unread else []
    notes += [note("media_unread", media)] if media else []
    return notes + ([note("same_name")] if any(part.repeated for part, _ in read) else [])
