"""Sentences out of order."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.features.order import order_plausibility
from scorer.flags.finding import Finding, places
from scorer.pipeline.view import view

REVIEW = 0.005
INFO = 0.1
"""Plausibility of the order below which a teacher should look, or may want to know.

Of the develop draws 0.1% of essays are below the first and 2% below the second.
"""


def shuffled(doc: Doc) -> Iterator[Finding]:
    """The whole essay, where its sentences hardly follow from each other."""
    plausible = order_plausibility(doc)
    if plausible < INFO:
        yield Finding(
            Flag(
                code="shuffled",
                severity="review" if plausible < REVIEW else "info",
                message="The sentences hardly follow from one another; they may be out of order.",
                spans=places(view(doc), view(doc).paragraphs),
            ),
        )
