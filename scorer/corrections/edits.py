"""What a word may have been meant to be: words near it, ranked by how likely the slip and how common the word.

The noisy channel (Kernighan, Church & Gale 1990): ``zipf(meant) - WEIGHT * cost(slip)``. The cost is a Damerau-
Levenshtein distance whose steps are cheaper where students slip: doubled letters, vowels, letters that sound alike or
lie side by side on the keyboard, neighbours changed about.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

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
_CHEAP, _TWIN, _CHANGED, _KEY, _SPOKEN = 0.8, 0.45, 0.7, 0.85, 0.6
_FIRST = 0.7  # added where the first letter is wrong


@dataclass(frozen=True)
class Candidate:
    """A word that may have been meant. ``score`` in Zipf steps: higher is likelier."""

    word: str
    cost: float
    score: float


def _neighbours() -> frozenset[str]:
    pairs = {a + b for row in KEYBOARD for a, b in pairwise(row)}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_BESIDE = _neighbours()
_ALIKE = frozenset(a + b for group in LETTER_GROUPS for a in group for b in group if a != b)
_STEPS = {**dict.fromkeys(_BESIDE, _KEY), **dict.fromkeys(_ALIKE, _SPOKEN)}
"""What it costs to take one letter for another, where it is less than 1."""
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
    before_a = ""
    for i, a in enumerate(written, start=1):
        row = [far] * (size + 1)
        row[0] = above[0] + 1 + (_FIRST if i == 1 else 0)
        put_in = _TWIN if a == before_a else _CHEAP if a in "aeiou'" else 1.0
        for j in range(max(1, i - band), min(size, i + band) + 1):
            b = meant[j - 1]
            best = above[j - 1] if a == b else above[j - 1] + _STEPS.get(a + b, 1) + (_FIRST if i == j == 1 else 0)
            if above[j] + put_in < best:
                best = above[j] + put_in
            if row[j - 1] + left_out[j] < best:
                best = row[j - 1] + left_out[j]
            if a != b and j > 1 and a == meant[j - 2] and before_a == b:
                best = min(best, over[j - 2] + _CHANGED + (_FIRST / 2 if i == j == 2 else 0))
            row[j] = best
        if (least := min(row)) > most:
            return least  # it can only grow
        over, above, before_a = above, row, a
    return above[size]


class Speller:
    """Candidates among known words. ``words`` are those that exist; only lower-case ones are proposed."""

    def __init__(self, words: frozenset[str], common: tuple[str, ...]) -> None:
        self._words = words
        self._common = np.array(common)
        self._letters = _letter_sets(common)
        self._lengths = np.array([len(word) for word in common])
        self.candidates = lru_cache(maxsize=16384)(self._candidates)

    def _candidates(self, word: str) -> tuple[Candidate, ...]:
        """The likeliest words first; empty where none is near."""
        if len(word) > LONGEST:
            return ()
        near = one_slip_away(word) & self._words
        found = [_candidate(word, other) for other in near]
        if not any(made.cost <= NEAR and made.score > 2 for made in found):
            found += [_candidate(word, other) for other in self._further(word) if other not in near]
        kept = [made for made in found if made.cost <= FAR and made.score > 0]
        return tuple(sorted(kept, key=lambda made: (-made.score, made.word))[:5])

    def _further(self, word: str) -> list[str]:
        """Common words whose letters and length differ little."""
        if len(word) < 5:
            return []
        letters = _letter_sets((word,))[0]
        differ = np.bitwise_count(self._letters ^ letters)
        fit = (differ <= (2 if len(word) < 8 else 3)) & (np.abs(self._lengths - len(word)) <= 2)
        return [str(other) for other in self._common[fit] if other[0] == word[0] or other[1:2] == word[:1]]


def _candidate(written: str, meant: str) -> Candidate:
    frequency = zipf(meant)
    price = cost(written, meant, min(FAR, frequency / WEIGHT + SLACK))
    return Candidate(meant, price, frequency - WEIGHT * price)


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


def one_slip_away(word: str) -> set[str]:
    """Strings one deletion, exchange of neighbours, replacement or insertion away (Norvig 2007)."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deletes = [a + b[1:] for a, b in splits if b]
    exchanges = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    replacements = [a + c + b[1:] for a, b in splits if b for c in _LETTERS]
    inserts = [a + c + b for a, b in splits for c in _LETTERS]
    return {*deletes, *exchanges, *replacements, *inserts}
