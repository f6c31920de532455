"""What a word may have been meant to be: words near it, ranked by how likely the slip and how common the word.

The noisy channel (Kernighan, Church & Gale 1990): ``zipf(meant) - WEIGHT * cost(slip)``. The cost is a Damerau-
Levenshtein distance whose steps are cheaper where students slip: doubled letters, vowels, letters that sound alike or
lie side by side on the keyboard, neighbours changed about.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.corrections.lexicons.spelling import KEYBOARD, LETTER_GROUPS
from scorer.pipeline.frequency import zipf

WEIGHT = 2.2
"""Zipf steps that one full edit costs."""
NEAR, FAR = 1.0, 2.2
"""Costs up to which a word is surely, and may be, what was meant."""
COMMON = 3.7
"""Zipf frequency from which a word may be the one meant where two letters differ."""
LONGEST = 20
ENDS = 5
"""Letters of a word's head and tail that are known apart."""
_CHEAP, _TWIN, _CHANGED, _KEY, _SPOKEN = 0.8, 0.45, 0.7, 0.85, 0.6
_FIRST = 0.7  # added where the first letter is wrong


class Candidate(NamedTuple):
    """A word that may have been meant. ``score`` in Zipf steps: higher is likelier."""

    word: str
    cost: float
    score: float


def _neighbours() -> frozenset[str]:
    pairs = {a + b for row in KEYBOARD for a, b in pairwise(row)}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_BESIDE = _neighbours()
_ALIKE = frozenset(a + b for group in LETTER_GROUPS for a in group for b in group if a != b)
_STEPS: defaultdict[str, dict[str, float]] = defaultdict(dict)
"""What it costs to take a letter for another, where it is less than 1."""
for _pair, _price in {**dict.fromkeys(_BESIDE, _KEY), **dict.fromkeys(_ALIKE, _SPOKEN)}.items():
    _STEPS[_pair[0]][_pair[1]] = _price
_NO_STEPS: dict[str, float] = {}
SLACK = 1 - _CHANGED
"""What a step on the way may cost more than neighbours changed about, found a letter later."""
BANDS = (2, 2, 3)
"""Letters by which a way of edits up to ``FAR`` may leave the diagonal, by the difference of the lengths: it must come
back, and each letter costs ``_TWIN`` at least."""


def cost(written: str, meant: str, most: float = FAR) -> float:
    """Weighted edit distance of two lower-case words: 0 for the same, about 1 a slip; right up to ``most``.

    Where the lengths differ by no more than two, a way that leaves the diagonal further than ``BANDS`` costs more.
    """
    size, far = len(meant), 9.0
    apart = abs(len(written) - size)
    band = BANDS[apart] if apart < len(BANDS) else max(len(written), size)
    above = [0.0] * (size + 1)
    for j in range(1, size + 1):
        above[j] = above[j - 1] + 1 + (_FIRST if j == 1 else 0)
    over: list[float] = []
    left_out = [0.0] + [
        _TWIN if j and b == meant[j - 1] else _CHEAP if b in "aeiou'h" else 1.0 for j, b in enumerate(meant)
    ]
    before_a = before_b = ""
    for i, a in enumerate(written, start=1):
        row = [far] * (size + 1)
        row[0] = least = above[0] + 1 + (_FIRST if i == 1 else 0)
        put_in = _TWIN if a == before_a else _CHEAP if a in "aeiou'" else 1.0
        steps = _STEPS.get(a, _NO_STEPS)
        first = max(1, i - band)
        before_b = meant[first - 2] if first > 1 else ""
        left, slant = row[first - 1], above[first - 1]
        for j in range(first, min(size, i + band) + 1):
            b, over_b = meant[j - 1], above[j]
            best = slant
            if a != b:
                best += steps.get(b, 1) + (_FIRST if i == j == 1 else 0)
                if a == before_b and before_a == b:
                    best = min(best, over[j - 2] + _CHANGED + (_FIRST / 2 if i == j == 2 else 0))
            if over_b + put_in < best:
                best = over_b + put_in
            if left + left_out[j] < best:
                best = left + left_out[j]
            row[j] = left = best
            if best < least:
                least = best
            slant, before_b = over_b, b
        if least > most:
            return least  # it can only grow
        over, above, before_a = above, row, a
    return above[size]


class Speller:
    """Candidates among known words. ``words`` are those that exist; only lower-case ones are proposed."""

    def __init__(self, words: frozenset[str], common: tuple[str, ...]) -> None:
        self._words = words
        self._heads = frozenset(word[:ENDS] for word in words)
        self._tails = frozenset(word[-ENDS:] for word in words)
        self._common = np.array(common)
        self._letters = _letter_sets(common)
        self._lengths = np.array([len(word) for word in common])
        self.candidates = lru_cache(maxsize=2048)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        """The likeliest word and its rival; fewer where fewer are near."""
        if len(word) > LONGEST:
            return ()
        near = self._near(word)
        found = [_candidate(word, other, 0.0) for other in near]
        best = _two_best(found)
        if not any(made.cost <= NEAR and made.score > 2 for made in found):
            for other in self._further(word):
                least = best[1].score if len(best) > 1 else 0.0
                if other not in near and (made := _candidate(word, other, least)).score >= least:
                    best = _two_best([*best, made])
        return tuple(best)

    def _near(self, word: str) -> set[str]:
        """Words one slip away: the slip stands in a head or tail that no word has."""
        first, last = 0, len(word)
        if len(word) > ENDS:
            last = last if word[:ENDS] in self._heads else ENDS - 1
            first = first if word[-ENDS:] in self._tails else len(word) - ENDS - 1
        return one_slip_away(word, first, last) & self._words

    def _further(self, word: str) -> list[str]:
        """Common words whose letters and length differ little."""
        if len(word) < 5:
            return []
        letters = _letter_sets((word,))[0]
        differ = np.bitwise_count(self._letters ^ letters)
        fit = (differ <= (2 if len(word) < 8 else 3)) & (np.abs(self._lengths - len(word)) <= 2)
        return [str(other) for other in self._common[fit] if other[0] == word[0] or other[1:2] == word[:1]]


def _candidate(written: str, meant: str, least: float) -> Candidate:
    """Cost and score of a word; where the score is below ``least``, it is only sure to be so."""
    frequency = zipf(meant)
    price = cost(written, meant, min(FAR, (frequency - least) / WEIGHT + SLACK))
    return Candidate(meant, price, frequency - WEIGHT * price)


def _two_best(found: list[Candidate]) -> list[Candidate]:
    kept = [made for made in found if made.cost <= FAR and made.score > 0]
    return sorted(kept, key=lambda made: (-made.score, made.word))[:2]


def _letter_sets(words: tuple[str, ...]) -> NDArray[np.uint32]:
    """A bit for each letter of the alphabet that a word has."""
    if not words:
        return np.zeros(0, dtype=np.uint32)
    table = np.array(words, dtype=f"U{LONGEST}").view(np.uint32).reshape(len(words), LONGEST)
    shifts = np.where((table >= 97) & (table <= 122), table - 97, 31).astype(np.uint32)
    bits = np.left_shift(np.uint32(1), shifts)
    bits[shifts == 31] = 0
    return np.bitwise_or.reduce(bits, axis=1)  # type: ignore[no-any-return]


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_slip_away(word: str, first: int, last: int) -> set[str]:
    """Strings one deletion, exchange of neighbours, replacement or insertion away (Norvig 2007).

    Where the slip begins behind ``first`` to ``last`` letters.
    """
    splits = [(word[:i], word[i:]) for i in range(first, last + 1)]
    deletes = [a + b[1:] for a, b in splits if b]
    exchanges = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    replacements = [f"{a}{c}{b[1:]}" for a, b in splits if b for c in _LETTERS]
    inserts = [f"{a}{c}{b}" for a, b in splits for c in _LETTERS]
    return {*deletes, *exchanges, *replacements, *inserts}
