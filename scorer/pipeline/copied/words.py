"""Texts as words that can be compared: case, punctuation and apostrophes aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from scorer.pipeline.copied.patterns import AGREE, APOSTROPHES, OCCURRENCES, SEED, STOPPED, WORD

BREAK = ""
"""Stands between two texts and for quoted words, and equals no word."""


@dataclass(frozen=True)
class Words:
    """The words of a text in order, with their offsets; a hyphenated word is one."""

    lower: list[str]
    start: list[int]
    end: list[int]


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of a stretch of ``text``."""
    matches = list(WORD.finditer(text, start, len(text) if end is None else end))
    words = [match[0].lower() for match in matches]
    return Words(
        [word if word.isalnum() else word.translate(APOSTROPHES) for word in words],
        [match.start() for match in matches],
        [match.end() for match in matches],
    )


@dataclass(frozen=True)
class Original:
    """The texts that may have been copied, joined, and where each run of ``SEED`` words stands.

    ``debated``: the word stands in a question, in a lone statement, or beside "do you agree?".
    """

    words: list[str]
    debated: list[bool] = field(repr=False)
    seeds: dict[tuple[str, ...], list[int]] = field(repr=False)


@lru_cache(maxsize=4)  # a class is graded with one prompt and the same sources: they are indexed once
def original(texts: tuple[str, ...]) -> Original:
    """The index of ``texts``."""
    words: list[str] = []
    debated: list[bool] = []
    for text in texts:
        found = words_of(text)
        words += [*found.lower, BREAK]
        debated += [*_debated(text, found), False]
    seeds: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, seed in enumerate(seeds_of(words)):
        if BREAK not in seed and len(seeds[seed]) < OCCURRENCES:
            seeds[seed].append(place)
    return Original(words, debated, dict(seeds))


def seeds_of(words: Sequence[str]) -> zip[tuple[str, ...]]:
    """Every run of ``SEED`` words, by the place of its first."""
    return zip(*(words[k:] for k in range(SEED)), strict=False)


def _debated(text: str, words: Words) -> list[bool]:
    """Whether each word stands in a sentence that is put up for debate."""
    stops = [
        k
        for k, (end, following) in enumerate(zip(words.end, [*words.start[1:], len(text)], strict=False), start=1)
        if k == len(words.end) or STOPPED.search(text, end, following)
    ]
    bounds = list(pairwise([0, *stops]))
    said = [text[words.start[a] : words.start[b] if b < len(words.start) else len(text)] for a, b in bounds]
    agree = [bool(AGREE.search(sentence)) for sentence in said]
    result: list[bool] = []
    for k, (a, b) in enumerate(bounds):
        beside = any(agree[max(0, k - 1) : k + 2])
        result += ["?" in said[k] or beside or len(said) == 1] * (b - a)
    return result
