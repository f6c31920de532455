"""Essays of one class that share long stretches of text.

The texts are compared by their runs of five words, by hashes of them (Manber 1994; Broder 1997). A run that many essays
have is the assignment, a source or a common phrase, and does not count. What a pair shares is measured on the shorter
of the two (the overlap coefficient), so that an essay is found also where it is a part of a longer one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from scorer.reports.class_report.entry import ClassEntry

RUN = 5
"""Words of a run."""
SHARE = 0.2
"""Of the shorter essay's runs, what a pair must share."""
LEAST_RUNS = 25
"""Runs that a pair must share, about thirty words in a row."""
COMMON = 0.2, 10, 200
"""A run is common in this share of the essays, but in no fewer than the second and in no more than the third number."""
PASSAGE = 40
"""Words of the longest shared passage that are shown."""
MIX = np.array([pow(0x9E3779B97F4A7C15, k, 2**64) for k in range(1, RUN + 1)], dtype=np.uint64)
"""Odd factors that make one number of the words of a run."""
Runs = NDArray[np.uint64]
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Pair:
    """Two essays, the share of the shorter one that is in the other too, and their longest common passage."""

    one: ClassEntry
    other: ClassEntry
    share: float
    passage: str


def alike(entries: Sequence[ClassEntry]) -> list[Pair]:
    """Pairs of essays that share a lot, those that share most first."""
    runs = [_runs(_words(entry.text)) for entry in entries]
    sizes = np.array([len(found) for found in runs], dtype=np.int64)
    having = _Having.of(runs)
    del runs  # of a large class they fill the memory
    part, fewest, most = COMMON
    too_many = min(max(part * len(entries), fewest), most)
    own_runs = sizes - having.commoner_than(too_many)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in having.together(too_many):
        shared.update(combinations(numbers, 2))
    made = []
    for (a, b), count in shared.items():
        own = int(min(own_runs[a], own_runs[b]))
        if count >= LEAST_RUNS and count >= SHARE * own:
            made.append(Pair(entries[a], entries[b], min(count / own, 1.0), _passage(entries[a].text, entries[b].text)))
    return sorted(made, key=lambda pair: (-pair.share, pair.one.name, pair.other.name))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Runs:
    """The different runs of words, as numbers."""
    codes = np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in words], dtype=np.uint64)
    if len(codes) < RUN:
        return np.empty(0, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(codes, RUN)
    return np.unique(windows @ MIX)


@dataclass(frozen=True)
class _Having:
    """Which essays have which run: ``owner`` (all runs of all essays) by run, in order; a run's essays are those from
    its ``start`` on, ``count`` of them."""

    owner: NDArray[np.int32]
    start: NDArray[np.intp]
    count: NDArray[np.intp]
    essays: int

    @classmethod
    def of(cls, runs: Sequence[Runs]) -> _Having:
        every = np.concatenate([*runs, np.empty(0, dtype=np.uint64)])
        owner = np.repeat(np.arange(len(runs), dtype=np.int32), [len(found) for found in runs])
        order = np.argsort(every, kind="stable")
        every, owner = every[order], owner[order]
        start = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
        return cls(owner, start, np.diff(np.append(start, len(every))), len(runs))

    def commoner_than(self, most: float) -> NDArray[np.intp]:
        """For each essay the number of its runs that more than ``most`` essays have."""
        return np.bincount(self.owner[np.repeat(self.count > most, self.count)], minlength=self.essays)

    def together(self, most: float) -> Iterator[list[int]]:
        """The essays of each run that several, and no more than ``most``, have."""
        for k in np.flatnonzero((self.count > 1) & (self.count <= most)):
            yield self.owner[self.start[k] : self.start[k] + self.count[k]].tolist()


def _passage(one: str, other: str) -> str:
    """The longest passage of the first text that is in the other one as well."""
    places = [match.span() for match in _WORD.finditer(one)]
    longest = SequenceMatcher(None, _words(one), _words(other), autojunk=False).find_longest_match()
    if not longest.size:
        return ""
    size = min(longest.size, PASSAGE)
    start, end = places[longest.a][0], places[longest.a + size - 1][1]
    return " ".join(one[start:end].split()) + (" …" if size < longest.size else "")
