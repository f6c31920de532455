"""Texts too short or too long for what the models have seen."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding
from scorer.pipeline.view import view

SHORTEST = 50
"""Words below which nothing that the models saw in training is comparable (1st percentile of ELLIPSE: about 130)."""
LONGEST = 3000
"""Words above which the trained models have seen no essay."""


def length(doc: Doc) -> Iterator[Finding]:
    """By the words that count."""
    words = len(view(doc).spelled)
    if words < SHORTEST:
        message = f"The essay has {words} words, fewer than the {SHORTEST} that a score needs."
        yield Finding(Flag(code="too_short", severity="block", message=message))
    elif words > LONGEST:
        message = f"The essay has {words} words; the models were trained on essays of up to {LONGEST}."
        yield Finding(Flag(code="too_long", severity="review", message=message))
