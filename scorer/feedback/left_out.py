"""What a student is told of text that did not help: what flags tell a teacher, kindly and with a way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from scorer.assessment import Feedback, Flag
from scorer.feedback.catalogue import messages
from scorer.feedback.excerpts import quoted
from scorer.feedback.groups import topics_in
from scorer.feedback.notes import Note
from scorer.feedback.write import written

TOLD = {
    "repeated_text": "left_out_repeated",
    "unrelated_text": "left_out_unrelated",
    "off_topic": "left_out_off_topic",
    "copied_prompt": "left_out_prompt",
    "copied_source": "left_out_source",
    "bare_citations": "left_out_citations",
    "stuffing": "left_out_stuffing",
    "gibberish": "left_out_unclear",
    "not_english": "left_out_not_english",
}
"""Code of a flag -> code of the message."""


def left_out(
    doc: Doc, text: str, flags: Sequence[Flag], groups: Mapping[str, frozenset[str]]
) -> dict[str, tuple[Feedback, ...]]:
    """What is said under each criterion, one sentence for each kind of flag.

    ``doc`` chooses the phrasing; ``text`` is what the places of the flags are offsets of. ``groups``: the topics of
    each criterion that has a score, in the rubric's order. The criterion with the first topic that a message serves
    tells it, or the first of all.
    """
    told: dict[str, tuple[Feedback, ...]] = {}
    for code, feedback in told_of(doc, text, flags):
        fitting = (id for topic in messages()[code].serves for id, own in groups.items() if topic in topics_in(own))
        under = next(fitting, next(iter(groups), None))
        if under is not None:
            told[under] = (*told.get(under, ()), feedback)
    return told


def told_of(doc: Doc, text: str, flags: Sequence[Flag]) -> Iterator[tuple[str, Feedback]]:
    """A message's code and the sentence, of each kind of flag the first."""
    for flag in {flag.code: flag for flag in reversed(flags) if flag.spans}.values():
        places = tuple((place.start, place.end) for place in flag.spans)
        note = Note(TOLD[flag.code], places, {"words": quoted(text, places[0])})
        yield note.code, written(doc, note)
