"""Notes on slips: the corrections of one kind together, said once with the first examples and the count.

What is marked, and how sure that is, is the business of ``scorer.corrections``; nothing else is called a slip here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.corrections import Mark, marks
from scorer.features.view import EssayView, shared, view
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    in_all,
    is_alone,
    listed,
    place_of,
    quoted,
    sentence_at,
    text_of,
    times,
)
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.patterns import JOINTS, SLIPS


@dataclass(frozen=True)
class Slip:
    """How the marks of some codes are told: the message, and how many words of context show what is meant."""

    message: str
    codes: tuple[str, ...]
    before: int = 0
    after: int = 0


KINDS = tuple(Slip(*row) for row in SLIPS)


@finder
def slips(doc: Doc) -> Iterator[Note]:
    """One note for each kind of slip that was marked."""
    made, found = view(doc), marks(doc)
    for slip in KINDS:
        told = sorted((mark for code in slip.codes for mark in found.get(code, ())), key=lambda mark: mark.start)
        told = [mark for mark in told if not _is_told(doc, slip, mark)]
        if told:
            count = sum(mark.times for mark in told)
            fields = {
                "examples": listed(_example(made, slip, mark) for mark in told),
                "in_all": in_all(count, shown=min(len(told), SHOWN)),
                "times": times(count),
            }
            yield Note(slip.message, tuple((mark.start, mark.end) for mark in told[:MARKED]), fields)


@shared
def slipped_at(made: EssayView) -> set[int]:
    """Positions of the words that a correction on words, marks or grammar touches."""
    return {
        k
        for slip in KINDS
        for code in slip.codes
        for mark in marks(made.doc).get(code, ())
        for k in range(_token_at(made, mark.start), bisect_left(made.start, mark.end))
    }


def _example(made: EssayView, slip: Slip, mark: Mark) -> str:
    """The marked words with neighbours of their sentence, and what to write instead where that is safe."""
    text = text_of(made.doc)
    start, end = _widened(made, mark, slip.before, slip.after)
    written = quoted(text, (start, end), keep_end=True)
    if not mark.suggestions or slip.message in JOINTS:
        return written
    right = text[start : mark.start] + mark.suggestions[0] + text[mark.end : end]
    return f"{written} → {quoted(right, (0, len(right)), keep_end=True)}"


def _widened(made: EssayView, mark: Mark, before: int, after: int) -> Place:
    """The place of a mark with so many words before and after, as far as its sentence and the next mark."""
    first = _token_at(made, mark.start)
    last = max(first, bisect_left(made.start, mark.end) - 1)
    sentence = sentence_at(made, first)
    while before and first > sentence.start and made.is_word[first - 1]:
        first -= 1
        before -= not _is_joined(made, first)
    while after and last + 1 < sentence.stop and made.is_word[last + 1]:
        last += 1
        after -= not _is_joined(made, last + 1)
    start, end = place_of(made, range(first, last + 1))
    return min(start, mark.start), max(end, mark.end)


def _token_at(made: EssayView, offset: int) -> int:
    return max(0, bisect_left(made.start, offset + 1) - 1)


def _is_joined(made: EssayView, k: int) -> bool:
    """Whether no space stands before a token."""
    return 0 < k < len(made) and made.start[k - 1] + len(made.text[k - 1]) == made.start[k]


def _is_told(doc: Doc, slip: Slip, mark: Mark) -> bool:
    """A fragment alone in its paragraph may be a heading; a citation's own note tells of its quotation mark."""
    if slip.message == "fragment":
        made = view(doc)
        return is_alone(made, sentence_at(made, _token_at(made, mark.start)))
    unopened = {item.end for item in doc._.quotations if item.unopened and item.citation is not None}
    return slip.message == "quotation_mark_alone" and mark.end in unopened
