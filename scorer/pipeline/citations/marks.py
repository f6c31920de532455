"""Numbers in square brackets, raised note marks, and bare links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.pipeline.citations.patterns import (
    HIGHEST_NUMBER,
    LINK,
    MEASURES,
    NUMERIC,
    RAISED,
    RAISED_DIGITS,
    WIDEST_RANGE,
)

_RANGE = re.compile(r"(\d+)(?:\s?[-–⁻]\s?(\d+))?")


def numeric(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str | None]]:
    """``[3-5]`` as (start, end, number, locator), once per number; numbers that begin a line label a list."""
    for match in NUMERIC.finditer(text, start, end):
        line = text.rfind("\n", 0, match.start()) + 1
        if text[line : match.start()].strip():
            pages = match["pages"].split(".", 1)[1].strip() if match["pages"] else None
            yield from ((match.start(), match.end(), n, pages) for n in _numbers(match["numbers"]))


def notes(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Raised note marks as (start, end, number); a square or cube sign behind a unit is none."""
    for match in RAISED.finditer(text, start, end):
        if not MEASURES.search(text, max(start, match.start() - 12), match.start("mark")):
            a, b = match.span("mark")
            plain = match["mark"].translate(RAISED_DIGITS).replace("’", ",").replace("⁻", "-")
            yield from ((a, b, n) for n in _numbers(plain))


def links(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Addresses in running text, without the punctuation behind them."""
    return (match.span() for match in LINK.finditer(text, start, end))


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for low, high in _RANGE.findall(text):
        first, last = int(low), int(high or low)
        if not 0 < first <= last <= HIGHEST_NUMBER or last - first > WIDEST_RANGE:
            return []
        numbers.extend(range(first, last + 1))
    return numbers
