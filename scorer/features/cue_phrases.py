"""Fixed phrases found among lower-case tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Cues:
    """A set of phrases, each a string of lower-case tokens with one space between them.

    >>> Cues("for example", "such as").count(["cats", ",", "for", "example"], range(4))
    1
    """

    def __init__(self, *phrases: str) -> None:
        self.tails: dict[str, list[list[str]]] = {}
        for phrase in phrases:
            first, *rest = phrase.split()
            self.tails.setdefault(first, []).append(rest)

    def starts(self, lower: Sequence[str], positions: range) -> Iterator[int]:
        """Positions where a phrase begins; it may not run past the end of ``positions``."""
        known = self.tails
        for k in [k for k in positions if lower[k] in known]:
            tails = known[lower[k]]
            room = positions.stop - k - 1
            if any(len(tail) <= room and lower[k + 1 : k + 1 + len(tail)] == tail for tail in tails):
                yield k

    def count(self, lower: Sequence[str], positions: range) -> int:
        """Number of positions in the range where a phrase begins."""
        return sum(1 for _ in self.starts(lower, positions))

    def found(self, lower: Sequence[str], positions: range) -> bool:
        """Whether any phrase begins in the range."""
        known = self.tails
        if known.keys().isdisjoint(lower[positions.start : positions.stop]):
            return False  # most often, and fast to see
        return any(True for _ in self.starts(lower, positions))

    def opens(self, lower: Sequence[str], start: int, reach: int) -> bool:
        """Whether a phrase begins in the ``reach`` tokens from ``start`` on, wherever it ends."""
        for k in range(start, min(len(lower), start + reach)):
            tails = self.tails.get(lower[k])
            if tails is not None and any(lower[k + 1 : k + 1 + len(tail)] == tail for tail in tails):
                return True
        return False


class Openings:
    """Several sets of phrases by name, each with the tokens at the head of a sentence in which one must begin.

    >>> sets = Openings({"more": (Cues("also", "in addition"), 3), "last": (Cues("last"), 1)})
    >>> sets.found(["but", "in", "addition", "last"], 0)
    {'more'}
    """

    def __init__(self, sets: dict[str, tuple[Cues, int]]) -> None:
        self._tails: dict[str, list[tuple[list[str], int, str]]] = {}
        for name, (phrases, reach) in sets.items():
            for first, tails in phrases.tails.items():
                self._tails.setdefault(first, []).extend((tail, reach, name) for tail in tails)
        self._reach = max(reach for _, reach in sets.values())

    def found(self, lower: Sequence[str], start: int) -> set[str]:
        """Names of the sets of which a phrase begins within their reach of ``start``, wherever it ends."""
        names = set()
        for place, word in enumerate(lower[start : start + self._reach]):
            after = start + place + 1
            for tail, reach, name in self._tails.get(word, ()):
                if place < reach and lower[after : after + len(tail)] == tail:
                    names.add(name)
        return names
