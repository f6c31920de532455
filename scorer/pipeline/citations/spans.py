"""Stretches of the text that are spoken for."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Behind its last character."""


S = TypeVar("S", bound=Stretch)


class Taken:
    """Stretches that do not overlap, in text order; asking and adding stay cheap however many there are.

    >>> taken = Taken()
    >>> taken.add(3, 8), taken.free(8, 9), taken.free(2, 4)
    (None, True, False)
    """

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []

    def free(self, start: int, end: int) -> bool:
        """Whether no stretch overlaps ``start`` to ``end``."""
        index = bisect_right(self._spans, (start, end))
        before = index == 0 or self._spans[index - 1][1] <= start
        return before and (index == len(self._spans) or self._spans[index][0] >= end)

    def add(self, start: int, end: int) -> None:
        """Take a free stretch."""
        insort(self._spans, (start, end))


def apart(found: Iterable[S]) -> list[S]:
    """Those that overlap none before them, in the order in which they came."""
    taken = Taken()
    kept = []
    for one in found:
        if taken.free(one.start, one.end):
            taken.add(one.start, one.end)
            kept.append(one)
    return kept
