"""Word frequency in English at large, from the ``wordfreq`` lists (Speer 2022)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from math import log10

from wordfreq import get_frequency_dict

from scorer.remembered import WORDS


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    """The large English list: words that occur at least once in a hundred million."""
    return get_frequency_dict("en", "large")  # type: ignore[no-any-return]


def commonest(words: Iterable[str]) -> str | None:
    """The most frequent of some lower-case words, of equal ones the first by the alphabet; None if the list lacks them
    all."""
    known = _frequencies()
    return min((word for word in words if word in known), key=lambda word: (-known[word], word), default=None)


@lru_cache(maxsize=1)
def common_words(least: float) -> frozenset[str]:
    """The words of at least this Zipf frequency, to a billionth."""
    lowest = 10.0 ** (least - 9.0) * (1.0 - 1e-9)
    return frozenset(word for word, frequency in _frequencies().items() if frequency >= lowest)


def most_common(count: int) -> list[str]:
    """The most frequent words, in falling order."""
    return list(islice(_frequencies(), count))


@lru_cache(maxsize=WORDS)
def zipf(word: str) -> float:
    """Zipf frequency of a lower-case word: log10 of its count per billion words, about 1 (rare) to 7.7 ("the").

    0.0 for a word that the list lacks. Scale: van Heuven, Mandera, Keuleers & Brysbaert 2014.
    """
    frequency = _frequencies().get(word.replace("’", "'"))
    return log10(frequency) + 9.0 if frequency else 0.0
