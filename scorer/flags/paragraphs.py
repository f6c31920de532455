"""One block of text."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.flags.finding import Finding
from scorer.pipeline.view import view

LONG = 150
"""Words from which an essay wants paragraphs."""


def no_paragraphs(doc: Doc) -> Iterator[Finding]:
    """The block."""
    if len(doc._.paragraphs) == 1 and len(view(doc).spelled) > LONG:
        only = doc._.paragraphs[0]
        place = Place(start=only.start, end=only.end)
        yield Finding(
            Flag(code="no_paragraphs", severity="info", message="The text has no paragraph breaks.", spans=(place,))
        )
