"""Numbers in square brackets, raised note marks, and bare links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorer.pipeline.citations.mark_patterns import (
    ANY_RAISED,
    BARE_LINK,
    BOUGHT_BEFORE,
    BRACKETED_NUMBERS,
    CITED_BEFORE,
    CITED_LINK,
    COUNTED_POINTS,
    HIGHEST_NUMBER,
    INDEXED,
    LINK,
    MEASURES,
    NUMERIC,
    PLAIN_MARK,
    RAISED,
    RAISED_DIGITS,
    RAISED_LISTED,
    SITE_BEFORE,
    WIDEST_RANGE,
)
from scorer.pipeline.citations.spans import Taken

DOMAINS = (".com", ".org", ".net", ".gov", ".edu", ".info")
BROKEN_DOMAINS = tuple(domain.replace(".", ". ") for domain in DOMAINS)
SITE_WITHIN = 30  # characters before an address in which a word says that it is one
BOUGHT_WITHIN = 80  # characters before an address in which something is bought there
GAP = 3  # marks that a file may have lost between two that it shows
PAGES = re.compile(r"pp?\.\s?")
_RANGE = re.compile(r"(\d+)(?:\s?[-–⁻]\s?(\d+))?")


def numeric(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, str | None]]:
    """``[3-5]`` as (start, end, number, locator), once per number; numbers that begin a line label a list."""
    points = [match.span() for match in COUNTED_POINTS.finditer(text, start, end)] if "[1]" in text else []
    for match in NUMERIC.finditer(text, start, end):
        if any(a < match.start() < b for a, b in points):
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        if text[line : match.start()].strip() and not INDEXED.search(
            text, max(start, match.start() - 2), match.start()
        ):
            pages = PAGES.sub("", match["pages"]) if match["pages"] else None
            numbers = match["numbers"] + (f"-{match['last']}" if match["last"] else "")
            yield from ((match.start(), match.end(), n, pages) for n in _numbers(numbers))


def notes(text: str, start: int, end: int, highest: int) -> Iterator[tuple[int, int, int]]:
    """Raised note marks as (start, end, number); a square or cube sign behind a unit is none.

    ``highest``: the last number of the list of notes; where there is one, its marks may stand behind anything.
    """
    if ANY_RAISED.search(text, start, end) is None:
        return
    for match in (RAISED_LISTED if highest else RAISED).finditer(text, start, end):
        if not MEASURES.search(text, max(start, match.start() - 12), match.start("mark")):
            a, b = match.span("mark")
            plain = match["mark"].translate(RAISED_DIGITS).replace("’", ",").replace("⁻", "-")
            yield from ((a, b, n) for n in _numbers(plain) if n <= (highest or n))


def listed_marks(
    text: str, start: int, end: int, highest: int, *, bracketed: bool = False
) -> Iterator[tuple[int, int, list[int]]]:
    """Numbers of a numbered list that the file shows without brackets or raising: ``pavement.1``, ``pavement (1).``

    ``highest``: the list's last number. Raised numbers that became plain ones count up one by one. ``bracketed``: the
    essay is known to have its numbers in brackets, so that they may stand anywhere.
    """
    if bracketed:
        for match in BRACKETED_NUMBERS.finditer(text, start, end):
            numbers = _numbers(match["numbers"])
            if numbers and max(numbers) <= highest:
                yield *match.span(), numbers
        return
    following = 1
    for match in PLAIN_MARK.finditer(text, start, end):
        within = match["bracketed"]
        numbers = _numbers(within or match["plain"])
        if not numbers or max(numbers) > highest or (not within and not 0 <= numbers[0] - following < GAP):
            continue
        following = max(following, max(numbers) + 1)
        yield *(match.span("all") if within else match.span("plain")), numbers


def links(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Addresses in running text, without the punctuation behind them."""
    found = Taken()
    for a, b in _addresses(text, start, end):
        if found.free(a, b):
            found.add(a, b)
            yield a, b


def _addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Addresses by each of the patterns; the same one may be found twice."""
    if "://" in text or "www." in text.lower():
        yield from (match.span() for match in LINK.finditer(text, start, end))
    if not any(domain in text for domain in (*DOMAINS, *BROKEN_DOMAINS)):
        return
    for match in BARE_LINK.finditer(text, start, end):
        named = SITE_BEFORE.search(text, max(start, match.start() - SITE_WITHIN), match.start())
        if (
            match["path"]
            or match["public"]
            or (named and not BOUGHT_BEFORE.search(text, max(start, match.start() - BOUGHT_WITHIN), match.start()))
        ):
            yield match.span()
    for match in CITED_LINK.finditer(text, start, end):
        if CITED_BEFORE.search(text, max(start, match.start() - SITE_WITHIN), match.start()):
            yield match.span()


def _numbers(text: str) -> list[int]:
    numbers: list[int] = []
    for low, high in _RANGE.findall(text):
        first, last = int(low), int(high or low)
        if not 0 < first <= last <= HIGHEST_NUMBER or last - first > WIDEST_RANGE:
            return []
        numbers.extend(range(first, last + 1))
    return numbers
