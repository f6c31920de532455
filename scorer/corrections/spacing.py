"""Spaces before marks, and marks without a space after them; each said once.

Wrong: "power .", "home,because", "plan(which was new)". Right: "3:1", ".5", ". . .", "book(s)", "index.html", "Ph.D.".
Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``space_before_mark`` none and 16 of 16; ``space_after_mark`` none and 16 of 16.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.lexicons.marks import (
    AGAIN,
    BRACKET_TOUCHES,
    MESSAGES,
    NAME_LIKE,
    NO_SPACE_AFTER,
    SPACE_BEFORE,
    TAILS,
)
from scorer.corrections.places import own_matches, said_once
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import text_of

BEFORE, AFTER = 0.97, 0.93
"""Confidence of marks."""
LONGEST = 40
_SPACED = tuple(blank + mark for blank in " \t" for mark in ",;:.!?")
"""One of these every space before a mark is; they are fast to look for."""


@check("space_before_mark")
def spaces_before(doc: Doc) -> Iterator[Mark]:
    """A space before a full stop, comma or another mark: "power ."."""
    found: list[Mark] = []
    if not any(sign in text_of(doc) for sign in _SPACED):
        return
    for match in own_matches(doc, SPACE_BEFORE):
        word = _word_before(match)
        start = match.start() - len(word)
        touches = match.string[match.end() : match.end() + 1].isalpha()
        right = word + match["mark"] + " " * touches
        message = MESSAGES["space_before"].format(word=" ".join(f"{word} {match['mark']}".split()), right=right.strip())
        found.append(Mark(start, match.end(), message, (right,), BEFORE))
    yield from said_once(found, AGAIN["space_before"])


@check("space_after_mark")
def spaces_after(doc: Doc) -> Iterator[Mark]:
    """A mark with a letter right behind it, "home,because", or a bracket that touches the word before."""
    found = []
    for match in own_matches(doc, NO_SPACE_AFTER):
        before = _word_before(match)
        if len(before + match.group()) <= LONGEST and match["after"] not in TAILS and not NAME_LIKE.search(before):
            right = f"{before}{match['mark']} {match['after']}"
            found.append(_mark(match, "space_after", before, match.end(), right))
    for match in own_matches(doc, BRACKET_TOUCHES):
        before = _word_before(match)
        found.append(_mark(match, "space_bracket", before, match.start("after"), f"{before} ("))
    yield from said_once(sorted(found, key=lambda mark: mark.start), AGAIN["space_after"])


def _word_before(match: re.Match[str]) -> str:
    """What stands before the match up to the last white space, or the end of it where it is long."""
    return match.string[max(0, match.start() - LONGEST) : match.start()].split()[-1]


def _mark(match: re.Match[str], kind: str, before: str, end: int, right: str) -> Mark:
    start = match.start() - len(before)
    message = MESSAGES[kind].format(word=match.string[start:end], right=right)
    return Mark(start, end, message, (right,), AFTER)
