"""Essays of one class that share long stretches of text.

The texts are compared by their runs of five words, by hashes of them (Manber 1994; Broder 1997). A run that many essays
have is the assignment, a source or a common phrase, and does not count. What a pair shares is measured on the shorter
of the two (the overlap coefficient), so that an essay is found also where it is a part of a longer one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from zlib import crc32

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
    runs = [frozenset(_runs(_words(entry.text))) for entry in entries]
    having: dict[int, list[int]] = defaultdict(list)
    for number, found in enumerate(runs):
        for run in found:
            having[run].append(number)
    part, fewest, most = COMMON
    too_many = min(max(part * len(entries), fewest), most)
    shared: Counter[tuple[int, int]] = Counter()
    common: Counter[int] = Counter()
    for numbers in having.values():
        if len(numbers) > too_many:
            common.update(numbers)
        elif len(numbers) > 1:
            shared.update(combinations(numbers, 2))
    made = []
    for (a, b), count in shared.items():
        own = min(len(runs[a]) - common[a], len(runs[b]) - common[b])
        if count >= LEAST_RUNS and count >= SHARE * own:
            made.append(Pair(entries[a], entries[b], min(count / own, 1.0), _passage(entries[a].text, entries[b].text)))
    return sorted(made, key=lambda pair: (-pair.share, pair.one.name, pair.other.name))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: Sequence[str]) -> Iterable[int]:
    codes = [crc32(word.encode("utf-8", "surrogatepass")) for word in words]
    return (hash(tuple(codes[start : start + RUN])) for start in range(len(codes) - RUN + 1))


def _passage(one: str, other: str) -> str:
    """The longest passage of the first text that is in the other one as well."""
    places = [match.span() for match in _WORD.finditer(one)]
    longest = SequenceMatcher(None, _words(one), _words(other), autojunk=False).find_longest_match()
    if not longest.size:
        return ""
    size = min(longest.size, PASSAGE)
    start, end = places[longest.a][0], places[longest.a + size - 1][1]
    return " ".join(one[start:end].split()) + (" …" if size < longest.size else "")
