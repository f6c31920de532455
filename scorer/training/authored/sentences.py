"""Paragraphs and sentences by typography alone, so that what is tested has no part in making its test."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A final mark with its quotation mark or note, then white space, then no lower-case letter.
_END = re.compile(r"[.!?]+[\"”’')\]]*(?:\[\d+\]|\d{1,2}(?=\s))?(?=\s+[^a-z\s])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|pp?|pars?|para|no|vol|ch|sec|eds?|al|qtd|cf|e\.g|i\.e)|\b[A-Z])\.$"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Piece:
    """A stretch of the text, by offsets."""

    start: int
    end: int


def paragraphs_of(text: str, inside: Piece) -> list[Piece]:
    """The lines with words in them, without white space at their ends."""
    found = []
    for match in _LINE.finditer(text, inside.start, inside.end):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        found.append(Piece(start, start + len(line.strip())))
    return found


def sentences_of(text: str, inside: Piece) -> list[Piece]:
    """The sentences of every line: to a final mark that no lower-case letter follows, outside brackets."""
    found = []
    for block in paragraphs_of(text, inside):
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            said = text[start : match.end()]
            open_bracket = said.count("(") > said.count(")")
            if open_bracket or _ABBREVIATED.search(text[start : match.start() + 1]):
                continue
            found.append(Piece(start, match.end()))
            start = match.end() + len(text[match.end() : block.end]) - len(text[match.end() : block.end].lstrip())
        if start < block.end:
            found.append(Piece(start, block.end))
    return found
