"""Paragraphs of the essay, also where the file has lost them."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, text_of, trimmed
from scorer.pipeline.paragraphs import patterns


class Paragraphs:
    """Split the essay into paragraphs.

    Blank lines part paragraphs; so do single line breaks, unless the lines are wrapped text. In a text with
    no line break at all, runs of three or more spaces after a finished sentence are taken for the breaks that
    were lost, and ``paragraphs_guessed`` says so.

    Sets ``doc._.paragraphs`` and ``doc._.paragraphs_guessed``; reads ``doc._.prompt``.

        >>> import spacy
        >>> doc = Paragraphs()(spacy.blank("en")("One. Two.\\n\\nThree."))
        >>> [doc.text[p.start:p.end] for p in doc._.paragraphs]
        ['One. Two.', 'Three.']
    """

    def __call__(self, doc: Doc) -> Doc:
        start = doc._.prompt.end if doc._.prompt else 0
        pieces, doc._.paragraphs_guessed = split_paragraphs(text_of(doc), start)
        doc._.paragraphs = [Found(*piece) for piece in pieces]
        return doc


def split_paragraphs(text: str, start: int = 0) -> tuple[list[tuple[int, int]], bool]:
    """Stretches of ``text`` from ``start`` on, trimmed, none empty; True where they were guessed from spaces."""
    body = trimmed(text, start, len(text))
    if "\n" not in text[slice(*body)]:
        pieces = list(_cut(text, *body, patterns.SPACE_RUN))
        return pieces, len(pieces) > 1
    return [line for block in _cut(text, *body, patterns.BLANK_LINE) for line in _lines(text, *block)], False


def _cut(text: str, start: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    pieces = []
    for match in mark.finditer(text, start, end):
        pieces.append(trimmed(text, start, match.start()))
        start = match.end()
    pieces.append(trimmed(text, start, end))
    return [(a, b) for a, b in pieces if a < b]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a block, or the block whole where its lines are wrapped text."""
    lines = []
    for line in text[start:end].split("\n"):
        piece = trimmed(text, start, start + len(line))
        start += len(line) + 1
        if piece[0] < piece[1]:
            lines.append(piece)
    broken = [line for line in lines[:-1] if not patterns.SENTENCE_END.search(text[slice(*line)])]
    longest = max((b - a for a, b in lines), default=0)
    if longest <= patterns.WRAPPED_LENGTH and len(broken) > patterns.WRAPPED_SHARE * len(lines[:-1]):
        return [(lines[0][0], lines[-1][1])]
    return lines
