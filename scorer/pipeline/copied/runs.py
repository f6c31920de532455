"""Maximal near-verbatim runs: seeds of a few equal words, drawn out over small edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from scorer.pipeline.copied.patterns import MATCHED_PER_EDIT, REJOIN, SEED, WIDEST_GAP
from scorer.pipeline.copied.words import BREAK, Original, seeds_of

GAPS = sorted(
    ((here, there) for here, there in product(range(WIDEST_GAP + 1), repeat=2) if here or there),
    key=lambda gap: (max(gap), sum(gap)),
)
"""Words skipped on the essay's side and on the original's, the smallest edit first."""

Pair = tuple[int, int]
"""A copied word: its place in the essay and in the original."""


@dataclass(frozen=True)
class Run:
    """The copied words of a run, in order; the words between them were edited."""

    pairs: tuple[Pair, ...]

    def inside(self, first: int, last: int) -> Run | None:
        """The part of the run from word ``first`` of the essay to before ``last``; None where there is none."""
        pairs = tuple(pair for pair in self.pairs if first <= pair[0] < last)
        return Run(pairs) if pairs else None

    @property
    def matched(self) -> int:
        """Copied words."""
        return len(self.pairs)

    @property
    def here(self) -> range:
        """The words of the essay that the run spans."""
        return range(self.pairs[0][0], self.pairs[-1][0] + 1)

    @property
    def there(self) -> range:
        """The words of the original that the run spans."""
        return range(self.pairs[0][1], self.pairs[-1][1] + 1)

    @property
    def likeness(self) -> float:
        """Copied words / words of the longer side, 0 to 1."""
        return self.matched / max(len(self.here), len(self.there))


def runs(words: Sequence[str], original: Original, shortest: int) -> Iterator[Run]:
    """The runs with at least ``shortest`` copied words, in order and apart."""
    free = 0  # the first word that no run has taken
    for place, seed in enumerate(seeds_of(words)):
        if place < free or seed not in original.seeds:
            continue
        found = [_drawn_out(words, original.words, place, there, free) for there in original.seeds[seed]]
        best = max(found, key=lambda run: (run.matched, run.likeness))
        if best.matched >= shortest:
            yield best
            free = best.here.stop


def _drawn_out(words: Sequence[str], origin: Sequence[str], here: int, there: int, free: int) -> Run:
    """The run around a seed, to the right and then to the left, not before ``free``."""
    pairs = [(here + k, there + k) for k in range(SEED)]
    edits = _follow(words, origin, pairs, 1, 0, 0)
    pairs.reverse()
    _follow(words, origin, pairs, -1, edits, free)
    pairs.reverse()
    return Run(tuple(pairs))


def _follow(words: Sequence[str], origin: Sequence[str], pairs: list[Pair], step: int, edits: int, free: int) -> int:
    """Add to ``pairs`` what follows the last in the direction ``step``; the words edited so far."""

    def same(here: int, there: int) -> bool:
        inside = free <= here < len(words) and 0 <= there < len(origin)
        return inside and words[here] == origin[there] != BREAK

    here, there = pairs[-1][0] + step, pairs[-1][1] + step
    while True:
        while same(here, there):
            pairs.append((here, there))
            here, there = here + step, there + step
        for more, fewer in GAPS:
            again = (same(here + step * (more + k), there + step * (fewer + k)) for k in range(REJOIN))
            if all(again) and all(origin[there + step * k] != BREAK for k in range(fewer)):
                break
        else:
            return edits
        if MATCHED_PER_EDIT * (edits + max(more, fewer)) > len(pairs):
            return edits
        here, there, edits = here + step * more, there + step * fewer, edits + max(more, fewer)
