"""What a student hands in: typed text, or a file of any format that the scorer reads."""

from __future__ import annotations

import dataclasses
from typing import Any

from essay_scorer_xblock.texts import clean
from scorer.errors import ReadingError
from scorer.reading import Limits, Submission, read_bytes, read_text

LIMITS = Limits(file_bytes=10_000_000, words=10_000, characters=100_000, pdf_pages=60)
"""Larger than any essay that is written for a course, and read in seconds."""


def handed_in(text: str, upload: Any, id: str) -> tuple[Submission, str]:
    """The essay, and the file's name or "" for what was typed; a file counts where both are there.

    Raises ``ReadingError``.
    """
    if getattr(upload, "filename", None):
        name = str(upload.filename).replace("\\", "/").rsplit("/", 1)[-1][:200]
        reading = read_bytes(upload.file.read(LIMITS.file_bytes + 1), name, LIMITS)
        return dataclasses.replace(reading, id=id), clean(name)
    if not text.strip():
        raise ReadingError("empty", "There is no essay yet: write it in the box, or choose a file.")
    return dataclasses.replace(read_text(clean(text), "Your essay", LIMITS), id=id), ""
