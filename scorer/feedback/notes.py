"""Notes: what can truly be said about an essay, and where; the registry of the finders that make them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from scorer.pipeline.view import EssayView, shared

Place = tuple[int, int]


@dataclass(frozen=True)
class Note:
    """One thing to say: the message's code, the stretches of text that it is about, and what fills its placeholders.

    ``places`` are offsets in ``doc.text``, the most telling first; never empty. ``fields`` hold the student's words
    already shortened.
    """

    code: str
    places: tuple[Place, ...]
    fields: dict[str, str] = field(default_factory=dict)


Finder = Callable[[Doc], Iterator[Note]]
_FINDERS: list[Finder] = []


def finder(find: Finder) -> Finder:
    """Register a function that finds notes. What it says must be checkable on the places that it gives."""
    _FINDERS.append(find)
    return find


@shared
def notes(made: EssayView) -> tuple[Note, ...]:
    """All notes on an essay, in the order of the finders; none for a text without a sentence."""
    if not made.worded_sentences:
        return ()
    return tuple(note for find in _FINDERS for note in find(made.doc))
