"""Likely misspellings: rare strings that stand one slip away from a far commoner word.

The noisy-channel idea of Kernighan, Church & Gale 1990 in its simplest form. It sees slips of one letter
or of two neighbours changed about, so it misses many; what it marks is mostly right.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scorer.pipeline.frequency import common_words, commonest, zipf
from scorer.remembered import WORDS

RARE = 3.0
"""Words at least this common (Zipf) are taken to be words."""
GAP = 2.3
"""How much commoner, in Zipf, the intended word must be: 200 times."""
COMMON = 4.2
"""Zipf frequency from which a word may be the one intended, or the stem of a new word."""
_PLAIN = re.compile(r"[a-z]{4,18}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SUFFIXES = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "ers",
    "ly",
    "ness",
    "less",
    "ful",
    "able",
    "ish",
    "y",
    "like",
    "man",
    "men",
)
_PREFIXES = ("un", "re", "non", "over", "under", "out", "anti", "pre", "mis", "co", "sub", "super")


@lru_cache(maxsize=WORDS)
def intended_word(word: str) -> str | None:
    """The commonest word one slip away if ``word`` (lower-case) is likely a misspelling of it, else None."""
    own = zipf(word)
    if own >= RARE or not _PLAIN.fullmatch(word) or _is_derived(word):
        return None
    best = commonest(common_words(COMMON) & _one_slip_away(word))
    return best if best and zipf(best) > max(COMMON, own + GAP) else None


def _is_derived(word: str) -> bool:
    """True for a common word with an ending or prefix, which the frequency list may well lack."""
    stems = [word[: -len(suffix)] for suffix in _SUFFIXES if word.endswith(suffix)]
    stems += [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    return any(len(stem) >= 4 and zipf(stem) >= COMMON for stem in stems)


def _one_slip_away(word: str) -> set[str]:
    """Strings one deletion, exchange of neighbours, replacement or insertion away (Norvig 2007)."""
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deletes = [a + b[1:] for a, b in splits if b]
    exchanges = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    replacements = [a + c + b[1:] for a, b in splits if b for c in _LETTERS]
    inserts = [a + c + b for a, b in splits for c in _LETTERS]
    return {*deletes, *exchanges, *replacements, *inserts}
