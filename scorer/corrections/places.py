"""Where checks of marks and capitals look, and how a kind of slip that recurs is said once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from scorer.corrections.registry import Mark
from scorer.corrections.stream import outside_titles
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, shared, view

Place = tuple[int, int]
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@shared
def quoted_words(made: EssayView) -> list[bool]:
    """True for tokens in quotation marks, in a block quotation or in the bracket of a citation."""
    quoted = [False] * len(made)
    brackets = [found for found in made.doc._.citations if found.style != "narrative"]
    for found in (*made.doc._.quotations, *brackets):
        for k in range(bisect_left(made.start, found.start), bisect_left(made.start, found.end)):
            quoted[k] = True
    return quoted


def token_at(made: EssayView, offset: int) -> int:
    """Position of the token that holds the character, or the last one before it; -1 before the first."""
    return bisect_right(made.start, offset) - 1


def paragraphs(doc: Doc) -> Iterator[Place]:
    """Offsets of the paragraphs, prompt and references left out."""
    made = view(doc)
    for paragraph in made.paragraphs:
        last = paragraph.stop - 1
        yield made.start[paragraph.start], made.start[last] + len(made.text[last])


def own_matches(doc: Doc, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The pattern's matches in the paragraphs that end in words of the student's own."""
    made, own, text = view(doc), outside_titles(doc), text_of(doc)
    for start, end in paragraphs(doc):
        for match in pattern.finditer(text, start, end):
            if own[token_at(made, match.end() - 1)]:
                yield match


def times(count: int) -> str:
    """How often: once, twice, three times."""
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return {1: "once", 2: "twice"}.get(count, f"{number} times")


def folded(marks: Sequence[Mark], again: str, each: int) -> Iterator[Mark]:
    """The marks one by one, or said once where there are more than ``each``."""
    if len(marks) > each:
        yield from said_once(marks, again)
    else:
        yield from marks


def said_once(marks: Sequence[Mark], again: str) -> Iterator[Mark]:
    """The first of the marks, with ``again`` ("It happens {times}.") behind its message if there are more."""
    if marks:
        first = marks[0]
        count = len(marks)
        told = f" {again.format(times=times(count))}" if count > 1 else ""
        yield Mark(first.start, first.end, first.message + told, first.suggestions, first.confidence, count)
