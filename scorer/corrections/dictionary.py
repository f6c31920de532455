"""The words that exist, from the bundle ``corrections``, and new words made of them."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path

from scorer.bundle import find_bundle, verify
from scorer.corrections.edits import COMMON, Speller
from scorer.corrections.lexicons.spelling import NEW_WORDS, PREFIXES, SUFFIXES
from scorer.pipeline.frequency import zipf

WORDS, NAMES = "words.txt.gz", "names.txt.gz"
STEM = 4
"""Letters that a word must have for new words to be made of it."""
RARE = 2.5
"""Zipf frequency below which a word makes no new ones."""
IN_USE = 3.3
"""Zipf frequency from which a word that the lists lack is taken for a new word."""


class Dictionary:
    """Words and names in lower case."""

    def __init__(self, words: list[str], names: list[str]) -> None:
        self.words = frozenset(words) | NEW_WORDS
        self.names = frozenset(names)
        end = next((k for k, word in enumerate(words) if zipf(word) < COMMON), len(words))
        self.speller = Speller(self.words, tuple(words[:end]))

    def has(self, word: str) -> bool:
        """Whether a lower-case word stands in the lists, is in wide use, or is made of such by "'s" or hyphens."""
        if word in self.words or zipf(word) >= IN_USE:
            return True
        if "-" in word:
            return all(not part or self.has(part) for part in word.split("-"))
        return word.endswith(("'s", "s'")) and self.has(word[:-2].rstrip("'"))

    def is_derived(self, word: str) -> bool:
        """Whether the word is a known one with an ending or a beginning: "bandwagoning", "unfollow"."""
        return any(len(stem) >= STEM and stem in self.words and zipf(stem) >= RARE for stem in _stems(word))


def _stems(word: str) -> list[str]:
    stems = [word[: -len(suffix)] for suffix in SUFFIXES if word.endswith(suffix)]
    stems += [stem + "e" for stem in stems if len(stem) >= STEM]
    doubled = [stem[:-1] for stem in stems if len(stem) > STEM and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"]
    return [*stems, *doubled, *(word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix))]


@lru_cache(maxsize=1)
def dictionary() -> Dictionary:
    """The shipped dictionary, read when it is first asked for. Raises ``ModelError``."""
    folder = find_bundle("corrections")
    verify(folder)
    return Dictionary(_lines(folder / WORDS), _lines(folder / NAMES))


def _lines(path: Path) -> list[str]:
    return gzip.decompress(path.read_bytes()).decode().split("\n")
