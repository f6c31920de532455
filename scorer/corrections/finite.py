"""Words that may be finite verbs whatever the tagger takes them for."""

from __future__ import annotations

from functools import lru_cache

from scorer.bundle import find_bundle

FINITE_WORDS = "finite.txt"


@lru_cache(maxsize=1)
def finite_words() -> frozenset[str]:
    """Lower-case words that are finite verbs in a tenth of their uses or more, from the bundle ``corrections``."""
    return frozenset((find_bundle("corrections") / FINITE_WORDS).read_text(encoding="utf-8").split("\n"))
