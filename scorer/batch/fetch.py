"""The bytes that only the parent process can get: of standard input, and of files inside zips."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from scorer.errors import ReadingError
from scorer.reading.archives import Archive
from scorer.reading.downloads.hand_in import HandIn, Part
from scorer.reading.failures import reading_error
from scorer.reading.limits import Limits


def fetched(handed: Iterable[HandIn], limits: Limits) -> Iterator[HandIn]:
    """Each submission with the bytes of those parts in it; files on disk are left to whoever reads them.

    One zip is open at a time, so that its table of contents is read once for all the files that follow each other.
    """
    archive: tuple[str, Archive] | None = None
    try:
        for one in handed:
            parts = []
            for part in one.parts:
                if part.archive and not part.error and (not archive or archive[0] != part.archive):
                    if archive:
                        archive[1].close()
                    archive = None
                    try:
                        archive = (part.archive, Archive(part.archive))
                    except ReadingError as error:  # it was there a moment ago
                        part = replace(part, error=error)
                parts.append(_with_bytes(part, archive[1] if archive else None, limits))
            yield replace(one, parts=tuple(parts))
    finally:
        if archive:
            archive[1].close()


def _with_bytes(part: Part, archive: Archive | None, limits: Limits) -> Part:
    if part.error:
        return part
    if part.kind == "stdin":
        return _standard_input(part, limits)
    if not part.archive or not archive:
        return part
    try:
        return replace(part, data=archive.read(part.member, limits.file_bytes))
    except ReadingError as error:
        return replace(part, error=error)


def _standard_input(part: Part, limits: Limits) -> Part:
    try:
        return replace(part, data=sys.stdin.buffer.read(limits.file_bytes + 1))
    except OSError as error:
        return replace(part, error=reading_error("system", part.name, error.strerror or ""))
