"""Overlapping marks as properly nested pieces, which is what markup can say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scorer.reports.marks import Mark


@dataclass(frozen=True)
class Opening:
    """A piece of the mark begins here."""

    mark: Mark


@dataclass(frozen=True)
class Closing:
    """The piece of the mark that was opened last ends here."""

    mark: Mark


def nested(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[str | Opening | Closing]:
    """``text[start:end]`` in order, with an opening and a closing around every piece of every mark in it.

    Closings come in the reverse order of openings. Where a mark ends inside one that was opened after it, the inner
    one is cut in two at that place; where several begin together, the one that ends last is outside.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    places = sorted({start, end, *(p for mark in inside for p in (mark.start, mark.end) if start < p < end)})
    starting: dict[int, list[Mark]] = {}
    for mark in inside:
        starting.setdefault(max(mark.start, start), []).append(mark)
    opened: list[Mark] = []
    for here, there in pairwise(places):
        kept = next((depth for depth, mark in enumerate(opened) if mark.end <= here), len(opened))
        yield from (Closing(mark) for mark in reversed(opened[kept:]))
        cut = [mark for mark in opened[kept:] if mark.end > here]
        new = sorted([*cut, *starting.get(here, ())], key=lambda mark: (-mark.end, mark.number))
        yield from (Opening(mark) for mark in new)
        opened = [*opened[:kept], *new]
        yield text[here:there]
    yield from (Closing(mark) for mark in reversed(opened))
