"""Letters that only look like plain ones, unseen characters, and nothing but capitals."""

from __future__ import annotations

from collections.abc import Iterator

from scorer.assessment import Flag, Place
from scorer.pipeline.normalise import Normalised

WORDS = 3
"""Words with disguised letters from which it is no accident."""


def odd_characters(text: str, found: Normalised) -> Iterator[Flag]:
    """Offsets are those of the text as read; ``text`` is that text."""
    if len(found.disguised) >= WORDS:
        yield Flag(
            code="odd_characters",
            severity="review",
            message=f"{len(found.disguised)} words hold unseen characters, or letters of another alphabet that look "
            "like plain ones; they were read as plain words.",
            spans=tuple(Place(start=start, end=end) for start, end in found.disguised),
        )


def all_capitals(text: str, found: Normalised) -> Iterator[Flag]:
    """The whole text."""
    if found.shouted:
        yield Flag(
            code="all_capitals",
            severity="info",
            message="Nearly the whole text is in capitals; it was read as if it were not.",
            spans=(Place(start=0, end=len(text)),),
        )
