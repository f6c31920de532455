"""Where each character of a changed text came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """The way back from a changed text to the one it was made of.

    ``starts[k]`` and ``ends[k]`` are the stretch of the original that character ``k`` stands for.
    """

    starts: Sequence[int]
    ends: Sequence[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of the changed text stands for; what was cut inside is within."""
        if not self.starts:
            return 0, 0
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return place, place
        return self.starts[start], self.ends[end - 1]

    def through(self, earlier: Origin | None) -> Origin:
        """The way back over two changes: ``earlier`` was made first."""
        if earlier is None:
            return self
        pairs = [earlier.back(start, end) for start, end in zip(self.starts, self.ends, strict=True)]
        return Origin([start for start, _ in pairs], [end for _, end in pairs])


@dataclass(frozen=True)
class Replacement:
    """``text`` instead of what stands from ``start`` to ``end``; "" cuts it out."""

    start: int
    end: int
    text: str = ""


def replaced(text: str, changes: Iterable[Replacement]) -> tuple[str, Origin]:
    """The text with the changes made, and the way back. Of changes that overlap the first is made."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0

    def keep(start: int, end: int) -> None:
        pieces.append(text[start:end])
        starts.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))

    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start < place:
            continue
        keep(place, change.start)
        pieces.append(change.text)
        starts.extend([change.start] * len(change.text))
        ends.extend([change.end] * len(change.text))
        place = change.end
    keep(place, len(text))
    return "".join(pieces), Origin(starts, ends)
