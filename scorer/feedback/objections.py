"""Notes on the other side: an objection that is answered, or none at all."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument
from scorer.features.running_text import positions_of
from scorer.features.thesis import thesis_obligation, thesis_stance_verb
from scorer.feedback.excerpts import quoted, span, text_of
from scorer.feedback.genre import is_personal, speaks_of_text
from scorer.feedback.notes import Note, finder
from scorer.feedback.patterns import OBJECTIONS, OTHER_SIDE, PERSONS, SOME, TURNS
from scorer.feedback.plain_thesis import is_certain
from scorer.feedback.position import comes_soon, thesis_place
from scorer.feedback.reasons import SURE
from scorer.pipeline.annotations import Counterargument
from scorer.pipeline.view import EssayView, view

LONG_ENOUGH = 120
"""Words from which an essay has room for the other side."""


@finder
def other_side(doc: Doc) -> Iterator[Note]:
    """An objection that is answered, or none at all."""
    made = view(doc)
    for item, stretch in zip(doc._.counterarguments, argument(doc).counterarguments, strict=True):
        if item.rebuttal and stretch.words and _is_answered(doc, item, stretch):
            places = span(item), span(item.rebuttal)
            fields = {"objection": quoted(text_of(doc), places[0]), "answer": quoted(text_of(doc), places[1])}
            yield Note("objection_answered", places, fields)
            return
    silent = not (doc._.counterarguments or OTHER_SIDE.found(made.lower, range(len(made))) or _others_speak(made))
    argues = is_certain(doc) and comes_soon(doc) and (thesis_obligation(doc) or thesis_stance_verb(doc))
    argues = argues and not (speaks_of_text(doc) or is_personal(doc))
    if silent and argues and len(made.spelled) >= LONG_ENOUGH:
        place = thesis_place(doc)
        yield Note("objection_missing", (place,), {"thesis": quoted(text_of(doc), place)})


def _is_answered(doc: Doc, item: Counterargument, stretch: Stretch) -> bool:
    """Whether the objection is handed to others, and its answer, close by, turns against it."""
    made, answer = view(doc), item.rebuttal
    if answer is None or min(item.confidence, answer.confidence) < SURE:
        return False
    first, last = made.sentence[stretch.positions.start], made.sentence[positions_of(made, answer).start]
    between = range(stretch.lead, positions_of(made, answer).stop)
    handed = OBJECTIONS.found(made.lower, range(made.sentences[first].start, stretch.positions.stop))
    return handed and last - first <= 2 and TURNS.found(made.lower, between)


def _others_speak(made: EssayView) -> bool:
    """Whether "some students", "other people" or the like stand somewhere."""
    return any(
        lower in SOME and any(made.lemma[j].lower() in PERSONS for j in range(k + 1, min(k + 3, len(made))))
        for k, lower in enumerate(made.lower)
    )
