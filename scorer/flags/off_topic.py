"""An essay that does not answer its assignment."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, places
from scorer.flags.linear import linear
from scorer.flags.topic import FEW, MEASURES, assignment_words, on_topic
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import view


def off_topic(doc: Doc) -> Iterator[Finding]:
    """The whole essay, where it has next to nothing to do with the assignment. The less sure, the less it costs."""
    wanted = assignment_words(assignment_of(doc))
    values = on_topic(view(doc), wanted)
    if values is None:
        return
    model = linear("topic", "on_topic", MEASURES)
    found = model.log_odds(values)
    review, surely = (model.thresholds[name + ("_few" if len(wanted) <= FEW else "")] for name in ("review", "sure"))
    if found >= review:
        return
    doubt = min(1.0, (review - found) / (review - surely))
    yield Finding(
        Flag(
            code="off_topic",
            severity="review",
            message=f"The essay {'has' if doubt == 1 else 'may have'} little to do with the assignment that was given: "
            "check that it answers it.",
            spans=places(view(doc), view(doc).paragraphs),
        ),
        unclear=doubt,
        elsewhere=doubt,
    )


def assignment_of(doc: Doc) -> str:
    """The assignment given apart, else the one found at the head; "" where there is none."""
    found = doc._.prompt
    return doc._.given_prompt or (text_of(doc)[found.start : found.end] if found else "")
