"""Which mark opens, which closes: the cheapest reading of a paragraph's double quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scorer.pipeline.quotations.patterns import CLOSING_MARKS, COST, MARK, OPENING_MARKS

DEEPEST = 2  # a quotation inside a quotation is read, one inside that is not
OPENERS_BEFORE = "([{—–-/"
CLOSERS_AFTER = ")]}.,;:!?—–-/"


Chain = tuple[Any, "Chain"] | None  # what was found last, and the chain before it: readings share their beginnings


@dataclass(frozen=True)
class Mark:
    """One mark of the text: ``opening`` and ``closing`` are what reading it so costs.

    ``spaces``: how many spaces of the paragraph stand before it.
    """

    start: int
    end: int
    opening: float
    closing: float
    after_digit: bool
    spaces: int = 0

    @property
    def looks_closing(self) -> bool:
        """Whether the mark itself, or the space around it, says that something ends here."""
        return self.closing < self.opening


@dataclass(frozen=True)
class Reading:
    """Pairs as (opening, closing, cost) of the outer quotations, and marks left alone."""

    pairs: list[tuple[Mark, Mark, float]]
    alone: list[Mark]


@dataclass(frozen=True)
class _State:
    cost: float = 0.0
    open: tuple[tuple[Mark, float], ...] = ()
    pairs: Chain = None
    alone: Chain = None


def marks(text: str, start: int, end: int) -> list[Mark]:
    """The double quotation marks of ``text[start:end]``."""
    found: list[Mark] = []
    spaces, counted = 0, start
    for match in MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        sign = match.group()
        opening = closing = 0.0
        if sign in OPENING_MARKS:
            closing = COST["against_mark"]
        elif sign in CLOSING_MARKS:
            opening = COST["against_mark"]
        else:
            room_before = before.isspace() or before in OPENERS_BEFORE
            room_after = after.isspace() or after in CLOSERS_AFTER
            if room_before and not room_after:
                closing = COST["against_shape"]
            elif room_after and not room_before:
                opening = COST["against_shape"]
        spaces += text.count(" ", counted, match.start())
        counted = match.start()
        measure = before.isdigit() and sign in '"″'
        found.append(Mark(match.start(), match.end(), opening, closing, measure, spaces))
    return found


def read(found: list[Mark]) -> Reading:
    """The cheapest reading of one paragraph's marks; linear in their number.

    >>> text = 'One "first" and one "second" word.'
    >>> [(opener.start, closer.start) for opener, closer, _ in read(marks(text, 0, len(text))).pairs]
    [(4, 10), (20, 27)]
    """
    best: dict[int, _State] = {0: _State()}
    for mark in found:
        after: dict[int, _State] = {}
        for depth, state in best.items():
            for new in _readings(depth, state, mark):
                level = len(new.open)
                if level not in after or new.cost < after[level].cost:
                    after[level] = new
        best = after
    last = min(best.values(), key=lambda state: state.cost + COST["unpaired"] * len(state.open))
    left = [mark for mark, _ in last.open]
    return Reading(_unrolled(last.pairs), sorted(_unrolled(last.alone) + left, key=lambda mark: mark.start))


def _readings(depth: int, state: _State, mark: Mark) -> Iterator[_State]:
    """What ``mark`` may be: alone, a measure, opening, closing."""
    yield _State(state.cost + COST["unpaired"], state.open, state.pairs, (mark, state.alone))
    if mark.after_digit:  # an inch mark
        yield _State(state.cost + COST["measure"], state.open, state.pairs, state.alone)
    if depth < DEEPEST:
        cost = mark.opening + (COST["nested"] if depth else 0.0)
        yield _State(state.cost + cost, (*state.open, (mark, cost)), state.pairs, state.alone)
    if depth:
        opener, spent = state.open[-1]
        cost = mark.closing + COST["per_100_words"] * ((mark.spaces - opener.spaces) // 100)
        pairs = state.pairs if depth > 1 else ((opener, mark, spent + cost), state.pairs)
        yield _State(state.cost + cost, state.open[:-1], pairs, state.alone)


def _unrolled(chain: Chain) -> list[Any]:
    items = []
    while chain:
        item, chain = chain
        items.append(item)
    return items[::-1]
