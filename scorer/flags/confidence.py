"""Arguments that the program is not sure to have found."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.flags.finding import Finding

REVIEW = 0.18
INFO = 0.4
"""Mean confidence of thesis and reasons below which the structure should be checked by eye, or may be.

Of the develop draws none and 11% of essays are below.
"""


def low_confidence(doc: Doc) -> Iterator[Finding]:
    """Thesis and reasons."""
    found = [*([doc._.thesis] if doc._.thesis else []), *doc._.reasons]
    sure = sum(span.confidence for span in found) / len(found) if found else 1.0
    if sure < INFO:
        yield Finding(
            Flag(
                code="low_confidence",
                severity="review" if sure < REVIEW else "info",
                message="The program is not sure which sentences are the thesis and the reasons: check them by eye.",
                spans=tuple(Place(start=span.start, end=span.end) for span in found),
            )
        )
