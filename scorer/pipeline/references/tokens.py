"""An entry's tokens: words with their marks, links whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scorer.pipeline.references.patterns import JOINED, NUMBER, URL

_PIECE = re.compile(r"\S+")


@dataclass(frozen=True)
class Token:
    """A stretch of the entry, as offsets into it, and its characters."""

    start: int
    end: int
    text: str


def tokens(entry: str) -> list[Token]:
    """The entry's tokens behind its number or bullet; never empty ones, in order, without white space at their ends.

    >>> [token.text for token in tokens('2. Smith,J."Why."Time, www. time. com/x')]
    ['Smith,', 'J."', 'Why.', '"', 'Time,', 'www. time. com/x']
    """
    number = NUMBER.match(entry)
    begin = number.end() if number else 0
    found: list[Token] = []
    for link in URL.finditer(entry, begin):
        found += _words(entry, begin, link.start())
        found.append(Token(link.start(), link.end(), link.group()))
        begin = link.end()
    return found + _words(entry, begin, len(entry))


def _words(entry: str, begin: int, end: int) -> list[Token]:
    found = []
    for piece in _PIECE.finditer(entry, begin, end):
        start = piece.start()
        for joint in JOINED.finditer(piece.group()):
            found.append(Token(start, piece.start() + joint.start(), entry[start : piece.start() + joint.start()]))
            start = piece.start() + joint.start()
        found.append(Token(start, piece.end(), entry[start : piece.end()]))
    return found
