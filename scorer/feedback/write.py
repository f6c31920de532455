"""From notes to the sentences that one criterion shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import blake2b
from zlib import crc32

from spacy.tokens import Doc

from scorer.assessment import Feedback, Place
from scorer.feedback.catalogue import Message, messages
from scorer.feedback.excerpts import place_of, text_of
from scorer.feedback.genre import grave
from scorer.feedback.groups import topics_in
from scorer.feedback.notes import Note, notes
from scorer.pipeline.view import EssayView, shared, view
from scorer.scoring.standing import Standing

STRENGTHS = 2
CHANGES = 3
IDEAS = 2
"""Changes that ask for new thought; the others mend what stands there."""
FILLER = 10
"""Messages up to this priority are shown only where there is nothing else."""
PRESSING = 200
"""Priority that a gain of one point is worth: what a change would bring decides, how telling it is breaks ties."""
HELD_DOWN = 0.02
"""Points that a feature must cost before praise of what it measures is left out."""


def chosen(
    doc: Doc,
    groups: Collection[str],
    standing: Standing | None = None,
    *,
    strengths: int = STRENGTHS,
    changes: int = CHANGES,
) -> tuple[Note, ...]:
    """What to tell the student about one criterion: strengths first, then the changes that would raise it most.

    ``groups`` are topics or feature groups (:func:`~scorer.feedback.groups.groups_of`). A change counts for the points
    that the features it speaks of hold back in this essay; what costs points is not praised.
    """
    gains = standing.gains if standing else {}
    costly = {name for name in standing.below if gains.get(name, 0.0) >= HELD_DOWN} if standing else set()
    topics = topics_in(frozenset(groups))
    told = messages()
    found = [
        (note, told[note.code])
        for note in notes(doc)
        if topics.intersection(told[note.code].serves)
        and (told[note.code].kind == "fix" or not _touches_grave(view(doc), note))
    ]
    found.sort(key=lambda pair: -_weight(pair[1], gains))
    praise = [note for note, message in found if message.kind == "strength" and costly.isdisjoint(message.features)]
    advice = [note for note, message in found if message.kind != "strength" and message.priority > FILLER]
    if not praise and not advice:
        advice = [note for note, _ in found[:1]]
    ideas = [note for note in advice if told[note.code].kind == "improve"][:IDEAS]
    return (*praise[:strengths], *[note for note in advice if told[note.code].kind == "fix" or note in ideas][:changes])


def feedback_for(
    doc: Doc,
    groups: Collection[str],
    standing: Standing | None = None,
    *,
    strengths: int = STRENGTHS,
    changes: int = CHANGES,
) -> tuple[Feedback, ...]:
    """The notes that are :func:`chosen`, in words.

    The same essay always gets the same sentences; other essays get other phrasings.
    """
    return tuple(written(doc, note) for note in chosen(doc, groups, standing, strengths=strengths, changes=changes))


def written(doc: Doc, note: Note, place: str = "") -> Feedback:
    """A note in the phrasing that this essay gets; ``place`` tells apart notes that several criteria may have."""
    message = messages()[note.code]
    text = message.texts[phrasing(doc, note.code, place)].format(**note.fields)
    return Feedback(
        kind=message.kind,
        message=text[0].upper() + text[1:],
        spans=tuple(Place(start=start, end=end) for start, end in note.places),
    )


def phrasing(doc: Doc, code: str, place: str = "") -> int:
    """Which of a message's texts this essay gets: choices for different messages have nothing to do with each other."""
    drawn = blake2b(f"{_fingerprint(doc)} {code} {place}".encode(), digest_size=4).digest()
    return int.from_bytes(drawn, "big") % len(messages()[code].texts)


def _weight(message: Message, gains: Mapping[str, float]) -> float:
    return message.priority + PRESSING * sum(gains.get(name, 0.0) for name in message.features)


def _touches_grave(made: EssayView, note: Note) -> bool:
    """Whether a note speaks of a passage in which the writer tells of harm."""
    passages = [place_of(made, paragraph) for paragraph in grave(made.doc)]
    return any(start < last and first < end for start, end in note.places for first, last in passages)


@shared
def _fingerprint(made: EssayView) -> int:
    """A number that differs from essay to essay."""
    return crc32(text_of(made.doc).encode("utf-8", "surrogatepass"))
