"""Where citations stand, and how much what is cited or quoted counts."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, text_of
from scorer.pipeline.view import EssayView, shared

BRACKETS = frozenset("([")
SENTENCE_SLIP = 3
"""Characters between the end of a sentence and a bracket that still belongs to it."""


def cites(doc: Doc, start: int, end: int) -> bool:
    """Whether a citation begins in a stretch of the text, or one in brackets right behind it."""
    text = text_of(doc)
    return any(
        start <= citation.start < end
        or (end <= citation.start < end + SENTENCE_SLIP and text[citation.start : citation.start + 1] in BRACKETS)
        for citation in doc._.citations
    )


def counts(doc: Doc, found: Found) -> float:
    """What a citation or quotation counts, 0 to 1 (``Role.counts``): the less the likelier its sentence is on another
    subject, since such a source backs nothing that was to be argued."""
    place = bisect_right(_begins(doc), found.start) - 1
    return float(doc._.roles[place].counts) if place >= 0 else 1.0


@shared
def _begins(made: EssayView) -> list[int]:
    return [role.start for role in made.doc._.roles]
