"""Where in a Word document each character of its text comes from.

``scorer.reading`` alone knows how a document becomes a text. So that this is said in one place, the document is read
again with every letter replaced by a code point that stands for the letter's number: what the reader keeps, leaves out
and moves shows in what it returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scorer.reading.docx import read_docx
from scorer.reading.limits import Limits
from scorer.reading.package import safe_copy, zipped
from scorer.reading.text import normalised

FIRST = 0xF0000
"""The code point that stands for the digit 0, in a plane for private use, where nothing is white space."""
DIGITS = 0xFFF0
"""The base in which letters are numbered: one reading is enough for all but very long documents."""


@dataclass(frozen=True)
class Origin:
    """A character of a document: its ``w:t`` element, counted from 0 in document order, and its place in it."""

    element: int
    offset: int


Origins = list[Origin | None]


def origins(data: bytes, text: str, limits: Limits) -> Origins | None:
    """For each character of ``text`` its origin in the document's body; None for white space, notes and their marks.

    None altogether where the document does not read as ``text``. Raises ``ReadingError``.
    """
    if normalised(read_docx(data, "", limits)) != text:
        return None
    parts = safe_copy(data, "", limits, lambda member: member.endswith((".xml", ".rels")))
    main = _main_part(parts)
    letters = list(_letters(parts[main]))
    numbers: list[int | None] = [0] * len(text)
    scale = 1
    while scale <= len(letters):
        numbered = zipped({**parts, main: _numbered(parts[main], scale)}).getvalue()
        for place, digit in enumerate(normalised(read_docx(numbered, "", limits))):
            value, known = ord(digit) - FIRST, numbers[place]
            numbers[place] = known + scale * value if known is not None and 0 <= value < DIGITS else None
        scale *= DIGITS
    return [_origin(letters, number, letter) for number, letter in zip(numbers, text, strict=True)]


def text_elements(root: Any) -> list[Any]:
    """The ``w:t`` elements of a part, in the order that ``Origin.element`` counts."""
    from docx.oxml.ns import qn  # here, to keep start-up fast

    return list(root.iter(qn("w:t")))


def _origin(letters: list[tuple[Origin, str]], number: int | None, letter: str) -> Origin | None:
    if number is None or number >= len(letters) or letters[number][1] != letter:
        return None
    return letters[number][0]


def _main_part(parts: dict[str, bytes]) -> str:
    from docx import Document

    return str(Document(zipped(parts)).part.partname).lstrip("/")


def _letters(xml: bytes) -> Iterator[tuple[Origin, str]]:
    from docx.oxml.parser import parse_xml

    for element, node in enumerate(text_elements(parse_xml(xml))):
        for offset, letter in enumerate(node.text or ""):
            if not letter.isspace():
                yield Origin(element, offset), letter


def _numbered(xml: bytes, scale: int) -> bytes:
    """The part with each letter replaced by the digit of its number that counts ``scale``."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml.parser import parse_xml

    root = parse_xml(xml)
    number = 0
    for element in text_elements(root):
        made = []
        for letter in element.text or "":
            if letter.isspace():
                made.append(letter)
            else:
                made.append(chr(FIRST + number // scale % DIGITS))
                number += 1
        element.text = "".join(made)
    return bytes(serialize_part_xml(root))
