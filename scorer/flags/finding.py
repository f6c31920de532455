"""What a detector reports: a flag, and what of the text should not count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorer.assessment import Flag, Place
from scorer.pipeline.normalise import Replacement
from scorer.pipeline.view import EssayView

EVEN = 0.5
"""Doubt from which text is rather taken not to belong."""


@dataclass(frozen=True)
class Finding:
    """``set_aside``: what is cut from the text, or replaced in it, before anything is scored.

    ``doubted``: what may need that; of what the essay gains by it the less counts the larger ``doubt``, 0 to 1, is, and
    nothing from ``EVEN`` on. ``unclear``, 0 to 1: how much of a whole deduction the text deserves. ``elsewhere``, 0 to
    1: how surely it answers another assignment. ``told``: the places that a student is shown, the most telling first,
    where these are not the flag's.
    """

    flag: Flag
    set_aside: tuple[Replacement, ...] = ()
    doubted: tuple[Replacement, ...] = ()
    doubt: float = 0.0
    unclear: float = 0.0
    elsewhere: float = 0.0
    told: tuple[Place, ...] = ()

    @property
    def costs(self) -> bool:
        """Whether the essay surely lost by what the flag is about; what is doubted may be left to count."""
        return bool(self.set_aside) or max(self.unclear, self.elsewhere) >= EVEN


def places(made: EssayView, spans: Iterable[range]) -> tuple[Place, ...]:
    """Sentences as offsets; neighbours become one place."""
    found: list[range] = []
    for span in sorted(spans, key=lambda span: span.start):
        if found and found[-1].stop >= span.start and made.paragraph[found[-1].start] == made.paragraph[span.start]:
            found[-1] = range(found[-1].start, span.stop)
        else:
            found.append(span)
    return tuple(
        Place(start=made.start[span.start], end=made.start[span.stop - 1] + len(made.text[span.stop - 1]))
        for span in found
    )


def cut(text: str, found: Iterable[Place]) -> tuple[Replacement, ...]:
    """The places cut out, with the blanks behind them."""
    changes = []
    for place in found:
        end = place.end
        while end < len(text) and text[end] in " \t":
            end += 1
        changes.append(Replacement(place.start, end))
    return tuple(changes)


def words_in(made: EssayView, spans: Iterable[range]) -> int:
    """Whole words of some sentences."""
    inside = {k for span in spans for k in span}
    return sum(k in inside for k in made.spelled_at)


def percent(share: float) -> str:
    """A share for a sentence; never 0%."""
    return f"{max(share, 0.01):.0%}"


def place_of(made: EssayView, span: range) -> Place:
    """Positions of the view as offsets."""
    return Place(start=made.start[span.start], end=made.start[span.stop - 1] + len(made.text[span.stop - 1]))
