"""Nouns that hardly ever stand without a determiner in the singular: "car", not "music"."""

from __future__ import annotations

from functools import lru_cache
from math import log

from scorer.bundle import find_bundle
from scorer.remembered import WORDS

NOUNS = "nouns.txt"
LARGEST = 3.0


@lru_cache(maxsize=1)
def _bare_shares() -> dict[str, float]:
    lines = (find_bundle("corrections") / NOUNS).read_text(encoding="utf-8").split("\n")
    return {noun: float(share) for noun, share in (line.split() for line in lines)}


@lru_cache(maxsize=WORDS)
def countable(noun: str) -> float:
    """Log-odds that a lower-case singular noun wants a determiner; -3 to 3, 0.0 for nouns that are too rare to tell."""
    share = _bare_shares().get(noun)
    if share is None:
        return 0.0
    return max(-LARGEST, min(LARGEST, log((1 - share + 0.01) / (share + 0.01))))
