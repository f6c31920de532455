"""From notes to the sentences that one criterion shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from zlib import crc32

from spacy.tokens import Doc

from scorer.assessment import Feedback, Place
from scorer.features.view import EssayView, shared
from scorer.feedback.catalogue import Message, messages
from scorer.feedback.excerpts import text_of
from scorer.feedback.groups import topics_in
from scorer.feedback.notes import Note, notes

STRENGTHS = 2
CHANGES = 3
PRESSING = 10
"""So many of the features that hold a score down are heeded."""
FILLER = 10
"""Messages up to this priority are shown only where there is nothing else."""
LIFT = 30
"""Priority that a message gains if it explains the feature that holds the score down most; the next ones less."""


def feedback_for(
    doc: Doc,
    groups: Collection[str],
    held_down: Sequence[str] = (),
    *,
    strengths: int = STRENGTHS,
    changes: int = CHANGES,
) -> tuple[Feedback, ...]:
    """What to tell the student about one criterion: strengths first, then the changes that matter most.

    ``groups`` are topics or feature groups (:func:`~scorer.feedback.groups.groups_of`); ``held_down`` names the
    features that cost the criterion points, worst first: messages about them come earlier, and praise for them is
    left out. The same essay always gets the same sentences; other essays get other phrasings.
    """
    pressing = {name: place for place, name in enumerate(held_down[:PRESSING])}
    topics = topics_in(frozenset(groups))
    told = messages()
    found = [(note, told[note.code]) for note in notes(doc) if topics.intersection(told[note.code].serves)]
    found.sort(key=lambda pair: -_weight(pair[1], pressing))
    praise = [note for note, message in found if message.kind == "strength" and not pressing.keys() & message.features]
    advice = [note for note, message in found if message.kind != "strength" and message.priority > FILLER]
    if not praise and not advice:
        advice = [note for note, _ in found[:1]]
    return tuple(_written(doc, note) for note in [*praise[:strengths], *advice[:changes]])


def _weight(message: Message, pressing: dict[str, int]) -> float:
    places = [pressing[name] for name in message.features if name in pressing]
    return message.priority + (LIFT / (1 + min(places)) if places else 0.0)


def _written(doc: Doc, note: Note) -> Feedback:
    message = messages()[note.code]
    text = message.texts[crc32(note.code.encode(), _fingerprint(doc)) % len(message.texts)].format(**note.fields)
    return Feedback(
        kind=message.kind,
        message=text[0].upper() + text[1:],
        spans=tuple(Place(start=start, end=end) for start, end in note.places),
    )


@shared
def _fingerprint(made: EssayView) -> int:
    """A number that differs from essay to essay."""
    return crc32(text_of(made.doc).encode("utf-8", "surrogatepass"))
