"""Verse, lists and programs in an essay's place."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.flags.finding import Finding
from scorer.flags.lexicons.code import CODE_LINE, LIST_LINE, SENTENCE_END
from scorer.pipeline.annotations import text_of

LINES = 8
CODE_SHARE = 0.4
LIST_SHARE = 0.5
LIST_WORDS = 15
"""Median words of a list's items at most: numbered paragraphs are longer."""
VERSE_WORDS = 9
"""Median words of a line of verse at most."""
LONG_WORDS = 25
"""Words from which a line is a paragraph: of verse most words stand in shorter ones."""
VERSE_OPEN = 0.5
"""Share of lines of verse that end without a sentence's end, at least."""


def not_prose(doc: Doc) -> Iterator[Finding]:
    """The whole text."""
    start = doc._.prompt.end if doc._.prompt else 0
    end = doc._.references[0].start if doc._.references else len(text_of(doc))
    body = text_of(doc)[start:end]
    lines = [line for line in body.split("\n") if line.strip()]
    kind = form_of(lines)
    if kind:
        yield Finding(
            Flag(
                code="not_prose",
                severity="review",
                message=f"The text has the form of {kind}, not of an essay: the scores are meant for essays.",
                spans=(Place(start=start, end=end),),
            )
        )


def form_of(lines: list[str]) -> str | None:
    """``a program``, ``a list``, ``a poem``, or None for running text."""
    if len(lines) < LINES:
        return None
    if sum(bool(CODE_LINE.match(line)) for line in lines) > CODE_SHARE * len(lines):
        return "a program"
    items = [len(line.split()) for line in lines if LIST_LINE.match(line)]
    if len(items) > LIST_SHARE * len(lines) and median(items) <= LIST_WORDS:
        return "a list"
    words = [len(line.split()) for line in lines]
    if sum(count for count in words if count > LONG_WORDS) > sum(words) / 2:
        return None  # paragraphs under headings
    unfinished = sum(not SENTENCE_END.search(line.strip()) for line in lines)
    return "a poem" if 2 <= median(words) <= VERSE_WORDS and unfinished > VERSE_OPEN * len(lines) else None
