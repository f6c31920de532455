"""Printed lines to paragraphs: a PDF holds none, so they are inferred from where the lines stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, quantiles

_INDENT = 9.0  # points; first-line indents are 14 to 36
_GAP = 1.3  # of the usual distance between lines
_EARLY = 0.8  # of a full line: what a line holds at least, with its next word, where the margin broke it
_EARLY_ENDED = 0.95  # the same, where the line ends with a sentence
_SIZE = 1.2  # of the font: headings are larger by more
_CHARACTER = 0.45  # mean width of a character over the font's height, for common text fonts
_NUMBER = re.compile(r"\d+")
_FOLIO = re.compile(r"[-–— ]*(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?[-–— ]*", re.IGNORECASE)
_HEAD_WORDS = 4  # of a running head such as "Smith 2"
_HEAD_LENGTH = 0.6  # of the longest line: a running head is shorter, and a line of running text that recurs is not
_ENDED = re.compile(r"[.?!:][\"'”’)\]\d]*$")
_HYPHENS = "-‐–—"
_BULLETS = "•◦▪‣●○■"


@dataclass(frozen=True)
class Line:
    """One printed line. ``x`` and ``y`` in points from the page's lower left, ``height`` of the font in points;
    None where the file does not say."""

    text: str
    x: float | None = None
    y: float | None = None
    height: float | None = None


def paragraphs(pages: list[list[Line]]) -> list[str]:
    """Lines of every page as paragraphs; running heads and page numbers are left out.

    A line begins a paragraph where the line before it ended early (the next word would have fitted), where the
    distance between the two is more than usual, where it is indented, or where an indented block ends. The hanging
    lines of a list of references continue their entry. A page break alone ends no paragraph. Lines are joined with
    a space, or with nothing after a hyphen or dash inside a word ("well-" / "known"); no hyphen is removed.
    """
    pages = _without_furniture(pages)
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    shape = _Shape.of(pages)
    found: list[list[Line]] = []
    for page in pages:
        for k, line in enumerate(page):
            above = page[k - 1] if k else None
            if not found or shape.parts(found[-1], line, above):
                found.append([line])
            else:
                found[-1].append(line)
    return [_joined(block) for block in found]


@dataclass(frozen=True)
class _Shape:
    """What is usual in this document: left margin and line distance in points, width of a character in points,
    length of a full line in characters."""

    margin: float
    distance: float
    character: float
    full: float

    @classmethod
    def of(cls, pages: list[list[Line]]) -> _Shape:
        lines = [line for page in pages for line in page]
        starts = Counter(round(line.x) for line in lines if line.x is not None)
        heights = [line.height for line in lines if line.height]
        gaps = [
            a.y - b.y for page in pages for a, b in pairwise(page) if a.y is not None and b.y is not None and a.y > b.y
        ]
        margin = float(starts.most_common(1)[0][0]) if starts else 0.0
        character = _CHARACTER * (median(heights) if heights else 12.0)
        shape = cls(margin, median(gaps) if gaps else float("inf"), character, 0.0)
        reaches = [shape.reach(line) for line in lines]
        full = quantiles(reaches, n=10, method="inclusive")[-1] if len(reaches) > 1 else reaches[0]
        return cls(shape.margin, shape.distance, shape.character, full)

    def indent(self, line: Line) -> float:
        """Distance from the margin, in points."""
        return 0.0 if line.x is None else line.x - self.margin

    def reach(self, line: Line) -> float:
        """Where the line ends, in characters from the margin."""
        return self.indent(line) / self.character + len(line.text)

    def parts(self, block: list[Line], line: Line, above: Line | None) -> bool:
        """Whether ``line`` begins a paragraph after ``block``; ``above`` is the line over it on its page."""
        last = block[-1]
        ended = _ENDED.search(last.text) is not None
        filled = self.reach(last) + 1 + len(line.text.split(maxsplit=1)[0])
        if filled < self.full * (_EARLY_ENDED if ended else _EARLY) or line.text[0] in _BULLETS:
            return True
        if last.height and line.height and not 1 / _SIZE < line.height / last.height < _SIZE:
            return True
        if above and above.y is not None and line.y is not None and above.y - line.y > self.distance * _GAP:
            return True
        moved = self.indent(line) - self.indent(last)
        if moved > _INDENT:
            return ended
        return moved < -_INDENT and len(block) > 1


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Pages without the first and last lines that only number or name them.

    A line without a number that stands at the head of every page stays on the first: it may be the title.
    """
    longest = max((len(line.text) for page in pages for line in page), default=0)
    for edge in (0, -1):
        edges = [_NUMBER.sub("#", page[edge].text) for page in pages if page]
        repeated = {
            text
            for text, count in Counter(edges).items()
            if count > 1 and count >= len(edges) - 1 and len(text) < longest * _HEAD_LENGTH
        }
        kept: list[list[Line]] = []
        for number, page in enumerate(pages, start=1):
            if page and _is_furniture(page[edge].text, number, repeated):
                page = page[1:] if edge == 0 else page[:-1]
            kept.append(page)
        pages = kept
    return pages


def _is_furniture(text: str, number: int, repeated: set[str]) -> bool:
    """Whether a page's first or last line names or numbers it; ``number`` counts pages from 1."""
    if _FOLIO.fullmatch(text):
        return True
    words = text.split()
    if len(words) <= _HEAD_WORDS and words[-1] == str(number):
        return True
    pattern = _NUMBER.sub("#", text)
    return pattern in repeated and (number > 1 or pattern != text)


def _joined(block: list[Line]) -> str:
    text = block[0].text
    for line in block[1:]:
        inside_word = text[-1] in _HYPHENS and text[-2:-1].isalnum() and line.text[0].isalnum()
        text += line.text if inside_word else " " + line.text
    return text
