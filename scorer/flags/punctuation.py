"""Text without the marks that end sentences."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, places
from scorer.pipeline.view import view

FEWEST_WORDS = 80
WORDS_PER_MARK = 60
"""Words for each final mark from which marks are missing (essays of the develop draws: 1% above)."""
FINAL = frozenset({".", "!", "?", "...", "…"})


def no_punctuation(doc: Doc) -> Iterator[Finding]:
    """The whole text."""
    made = view(doc)
    words = len(made.spelled)
    marks = sum(text in FINAL for text in made.text)
    if words >= FEWEST_WORDS and words > WORDS_PER_MARK * max(marks, 0.5):
        yield Finding(
            Flag(
                code="no_punctuation",
                severity="info",
                message=f"The text has {marks} full stops for {words} words; where sentences end is a guess.",
                spans=places(made, made.paragraphs),
            )
        )
