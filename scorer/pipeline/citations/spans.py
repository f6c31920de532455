"""Stretches of the text that are spoken for."""

from __future__ import annotations

from bisect import bisect_right, insort


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
