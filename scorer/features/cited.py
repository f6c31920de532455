"""Where citations stand, and how much what is cited or quoted counts."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found
from scorer.pipeline.view import EssayView, shared

SENTENCE_SLIP = 3
"""Characters between the end of a sentence and a bracket that still belongs to it."""


def cites(doc: Doc, start: int, end: int) -> bool:
    """Whether a citation begins in a stretch of the text, or right behind it."""
    return any(start <= citation.start < end + SENTENCE_SLIP for citation in doc._.citations)


def counts(doc: Doc, found: Found) -> float:
    """What a citation or quotation counts, 0 to 1: the less the likelier its sentence is on another subject.

    Nothing from even doubt on: such a source backs nothing that was to be argued.
    """
    place = bisect_right(_begins(doc), found.start) - 1
    return max(0.0, 2 * doc._.roles[place].belongs - 1) if place >= 0 else 1.0


@shared
def _begins(made: EssayView) -> list[int]:
    return [role.start for role in made.doc._.roles]
