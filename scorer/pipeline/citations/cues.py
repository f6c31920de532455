"""Where in the text a pattern is worth trying: plain string search is many times faster than a pattern's."""

from __future__ import annotations

from collections.abc import Iterable


def lowered(text: str) -> str:
    """``text`` in lower case and of the same length: a letter whose lower case is two characters stays as it is."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    return lower


def word_starts(lower: str, stems: Iterable[str], start: int, end: int) -> list[int]:
    """Offsets in order at which a word begins with one of the stems.

    >>> word_starts("a source, a resource and the line", ("source", "line"), 0, 33)
    [2, 29]
    """
    found = set()
    for stem in stems:
        place = lower.find(stem, start, end)
        while place >= 0:
            if place == 0 or not (lower[place - 1].isalnum() or lower[place - 1] == "_"):
                found.add(place)
            place = lower.find(stem, place + len(stem), end)
    return sorted(found)
