"""Text without the marks that end sentences."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, places
from scorer.pipeline.view import EssayView, view

FEWEST_WORDS = 80
WORDS_PER_MARK = 60
"""Words for each final mark from which marks are missing (essays of the develop draws: 1% above)."""
FINAL = frozenset({".", "!", "?", "...", "…"})


def no_punctuation(doc: Doc) -> Iterator[Finding]:
    """The whole text."""
    made = view(doc)
    words = len(made.spelled)
    if words >= FEWEST_WORDS and lacks_full_stops(made):
        marks = final_marks(made)
        yield Finding(
            Flag(
                code="no_punctuation",
                severity="info",
                message=f"The text has {marks} full stops for {words} words; where sentences end is a guess.",
                spans=places(made, made.paragraphs),
            )
        )


def lacks_full_stops(made: EssayView) -> bool:
    """Whether there are too few final marks for the words."""
    return len(made.spelled) > WORDS_PER_MARK * max(final_marks(made), 0.5)


def final_marks(made: EssayView) -> int:
    """Number of marks that end sentences."""
    return sum(map(FINAL.__contains__, made.text))
