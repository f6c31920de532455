"""Which mark opens, which closes: the cheapest reading of a paragraph's double quotation marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from scorer.pipeline.quotations.patterns import CLOSING_MARKS, COST, MARK, OPENING_MARKS

DEEPEST = 2  # a quotation inside a quotation is read, one inside that is not
OPENERS_BEFORE = "([{—–-/"
CLOSERS_AFTER = ")]}.,;:!?—–-/"


@dataclass(frozen=True)
class Mark:
    """One mark of the text: ``opening`` and ``closing`` are what reading it so costs."""

    start: int
    end: int
    opening: float
    closing: float
    after_digit: bool

    @property
    def looks_closing(self) -> bool:
        """Whether the mark itself, or the space around it, says that something ends here."""
        return self.closing < self.opening


@dataclass
class Reading:
    """Pairs as (opening, closing, cost) of the outer quotations, and marks left alone."""

    cost: float = 0.0
    open: tuple[tuple[Mark, float], ...] = ()
    pairs: tuple[tuple[Mark, Mark, float], ...] = ()
    alone: tuple[Mark, ...] = field(default=())


def marks(text: str, start: int, end: int) -> list[Mark]:
    """The double quotation marks of ``text[start:end]``."""
    found = []
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
        found.append(Mark(match.start(), match.end(), opening, closing, before.isdigit() and sign in '"″'))
    return found


def read(text: str, found: list[Mark]) -> Reading:
    """The cheapest reading of one paragraph's marks; linear in their number."""
    best: dict[int, Reading] = {0: Reading()}
    for mark in found:
        after: dict[int, Reading] = {}
        for depth, reading in best.items():
            for new in _readings(text, depth, reading, mark):
                level = len(new.open)
                if level not in after or new.cost < after[level].cost:
                    after[level] = new
        best = after
    ended = [_abandon(reading) for reading in best.values()]
    return min(ended, key=lambda reading: reading.cost)


def _readings(text: str, depth: int, reading: Reading, mark: Mark) -> list[Reading]:
    ways = [Reading(reading.cost + COST["unpaired"], reading.open, reading.pairs, (*reading.alone, mark))]
    if mark.after_digit:  # an inch mark
        ways.append(Reading(reading.cost + COST["measure"], reading.open, reading.pairs, reading.alone))
    if depth < DEEPEST:
        cost = mark.opening + (COST["nested"] if depth else 0.0)
        ways.append(Reading(reading.cost + cost, (*reading.open, (mark, cost)), reading.pairs, reading.alone))
    if depth:
        opener, spent = reading.open[-1]
        words = text.count(" ", opener.end, mark.start)
        cost = mark.closing + COST["per_100_words"] * (words // 100)
        pairs = reading.pairs if depth > 1 else (*reading.pairs, (opener, mark, spent + cost))
        ways.append(Reading(reading.cost + cost, reading.open[:-1], pairs, reading.alone))
    return ways


def _abandon(reading: Reading) -> Reading:
    """The reading at the paragraph's end: what is still open has no pair."""
    left = tuple(mark for mark, _ in reading.open)
    alone = tuple(sorted((*reading.alone, *left), key=lambda mark: mark.start))
    return Reading(reading.cost + COST["unpaired"] * len(left), (), reading.pairs, alone)
