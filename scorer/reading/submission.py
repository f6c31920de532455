"""One student's file, read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Submission:
    """What was read and where it came from.

    ``id`` is the file's name without its ending, ``"stdin"``, or the name given for a text in memory.
    ``path`` is as the caller gave it, None where there is no file; ``student`` is what the LMS said, if it did.
    ``text`` is the text as read, newlines all ``\\n``: every offset in every output is a code point into it.
    ``sha256`` (64 hex digits) is of the bytes read; for a text in memory, of its UTF-8.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    student: str | None = None

    @property
    def words(self) -> int:
        """Number of white-space separated words."""
        return len(self.text.split())
