"""Which features may be shipped: those of at least five entries, and no word that could be a person's name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from scorer.pipeline.references.features import PAD, WORD_FEATURES, stem
from scorer.pipeline.references.tokens import tokens
from scorer.training.references.corpus import MarkedEntry

LEAST_ENTRIES = 5
PERSONAL = frozenset({"author", "editor", "translator", "director", "producer"})
"""Fields that hold names of people."""

NAMING = frozenset({"publisher", "title"})
"""Fields whose capitalised words are often people too: a founder's house, a life, a theorem."""

ALSO_FIRST_NAMES = frozenset({"francisco", "jose"})
"""Parts of place names that the rule below would let through."""


def safe_words(entries: Iterable[MarkedEntry]) -> frozenset[str]:
    """Words that no feature need hide.

    A word is kept when it is written in lower case somewhere outside the fields of people, or, always capitalised,
    when it never stands in a field of people and mostly stands outside publishers and titles (places, journals).
    """
    in_entries: Counter[str] = Counter()
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        marked = list(zip(tokens(entry.text), entry.fields(), strict=True))
        in_entries.update({stem(token.text) for token, _ in marked})
        for token, field in marked:
            word = stem(token.text)
            lower = token.text.lstrip("([\"“'‘«").startswith(word[:1])
            uses[word]["people" if field in PERSONAL else "naming" if field in NAMING else "other"] += 1
            uses[word]["lower"] += lower and field not in PERSONAL
            uses[word]["lower in people"] += lower and field in PERSONAL
    return frozenset(
        word
        for word, count in in_entries.items()
        if count >= LEAST_ENTRIES
        and word not in ALSO_FIRST_NAMES
        and (not any(c.isalpha() for c in word) or _is_safe(uses[word]))
    ) | {PAD}


def _is_safe(use: Counter[str]) -> bool:
    capitals_of_people = use["people"] - use["lower in people"]
    if use["lower"] + use["lower in people"] > capitals_of_people:
        return True
    return not use["people"] and use["naming"] < use["other"]


def shipped_features(rows: Iterable[Sequence[Sequence[str]]], words: frozenset[str]) -> frozenset[str]:
    """Features that occur in at least ``LEAST_ENTRIES`` entries and name no word but ``words``.

    ``rows`` are the features of each token of each entry.
    """
    in_entries: Counter[str] = Counter()
    for entry in rows:
        in_entries.update({name for row in entry for name in row})
    return frozenset(
        name for name, count in in_entries.items() if count >= LEAST_ENTRIES and words.issuperset(_words(name))
    )


def _words(feature: str) -> list[str]:
    """The words that a feature names."""
    kind, _, value = feature.partition("=")
    return value.split("|") if kind in WORD_FEATURES else []
