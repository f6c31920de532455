"""Fixed phrases found among lower-case tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class Cues:
    """A set of phrases, each a string of lower-case tokens with one space between them.

    >>> Cues("for example", "such as").count(["cats", ",", "for", "example"], range(4))
    1
    """

    def __init__(self, *phrases: str) -> None:
        self._tails: dict[str, list[list[str]]] = {}
        for phrase in phrases:
            first, *rest = phrase.split()
            self._tails.setdefault(first, []).append(rest)
        self._longest = max((len(tail) for tails in self._tails.values() for tail in tails), default=0)

    def starts(self, lower: Sequence[str], positions: range) -> Iterator[int]:
        """Positions where a phrase begins; it may not run past the end of ``positions``."""
        known = self._tails
        for k in [k for k in positions if lower[k] in known]:
            after = lower[k + 1 : min(k + 1 + self._longest, positions.stop)]
            for tail in known[lower[k]]:
                if after[: len(tail)] == tail:
                    yield k
                    break

    def count(self, lower: Sequence[str], positions: range) -> int:
        """Number of positions in the range where a phrase begins."""
        return sum(1 for _ in self.starts(lower, positions))

    def found(self, lower: Sequence[str], positions: range) -> bool:
        """Whether any phrase begins in the range."""
        known = self._tails
        if known.keys().isdisjoint(lower[positions.start : positions.stop]):
            return False  # most often, and fast to see
        return next(self.starts(lower, positions), None) is not None

    def opens(self, lower: Sequence[str], start: int, reach: int) -> bool:
        """Whether a phrase begins in the ``reach`` tokens from ``start`` on, wherever it ends."""
        for k in range(start, min(len(lower), start + reach)):
            tails = self._tails.get(lower[k])
            if tails is not None and any(lower[k + 1 : k + 1 + len(tail)] == tail for tail in tails):
                return True
        return False
