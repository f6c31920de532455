"""Finding the n-grams of a vocabulary in an essay, without a string for each n-gram that the essay has.

Both finders give the rows of the vocabulary at which an essay's n-grams stand, a row as often as its n-gram occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from scorer.remembered import WORDS

T = TypeVar("T")
Rows = NDArray[np.intp]

_NONE = np.array([], dtype=np.intp)


class Runs:
    """N-grams that are runs of tokens, written with spaces between: to look one up is to look up a number.

    Tokens are the number's digits. None is 0, so that runs of different length differ, and the highest stands for every
    token that the vocabulary lacks. Raises ``ValueError`` for a vocabulary whose numbers are too large.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        tokens = " ".join(vocabulary).split(" ")
        self._digits = {token: digit for digit, token in enumerate(dict.fromkeys(tokens), start=1)}
        self._unknown, self._base = len(self._digits) + 1, len(self._digits) + 2
        sizes = np.array([gram.count(" ") + 1 for gram in vocabulary])
        self._longest = int(sizes.max())
        if self._base**self._longest > np.iinfo(np.int64).max:
            raise ValueError("too many tokens for n-grams of this length")
        digits, starts = self._of(tokens), sizes.cumsum() - sizes
        numbers = np.zeros(len(sizes), dtype=np.int64)
        for place in range(self._longest):
            longer = sizes > place
            numbers[longer] = numbers[longer] * self._base + digits[starts[longer] + place]
        self._rows = numbers.argsort()
        self._numbers = numbers[self._rows]

    def _of(self, tokens: Sequence[str]) -> NDArray[np.int64]:
        return np.array([self._digits.get(token, self._unknown) for token in tokens], dtype=np.int64)

    def rows(self, tokens: Sequence[str]) -> Rows:
        """Of every known run of neighbours among the tokens."""
        digits = self._of(tokens)
        sizes = [digits]
        for size in range(1, min(self._longest, len(tokens))):
            sizes.append(sizes[-1][:-1] * self._base + digits[size:])
        numbers = np.sort(np.concatenate(sizes))  # sorted, they are found in a fourth of the time
        places = self._numbers.searchsorted(numbers)
        places[places == len(self._numbers)] = 0
        found: Rows = self._rows[places[self._numbers[places] == numbers]]
        return found


class Parts(Generic[T]):
    """N-grams that come from one item of the essay alone: those of an item that was seen before are remembered."""

    def __init__(self, vocabulary: Sequence[str], grams: Callable[[T], Iterable[str]]) -> None:
        rows = {gram: row for row, gram in enumerate(vocabulary)}

        @lru_cache(maxsize=WORDS)
        def known(item: T) -> Rows:
            return np.array([row for gram in grams(item) if (row := rows.get(gram)) is not None], dtype=np.intp)

        self._known = known

    def rows(self, items: Iterable[T]) -> Rows:
        """Of every known n-gram of the items."""
        return np.concatenate([_NONE, *map(self._known, items)])
