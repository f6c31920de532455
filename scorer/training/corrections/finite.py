"""Words that are finite verbs often enough that a sentence with one need not be verbless, whatever the tagger says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from scorer.training.corrections.counts import MIN_ESSAYS, Essay

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
LEAST = 0.1
"""Share of a word's uses that are finite."""


def finite_words(essays: Iterable[Essay]) -> list[str]:
    """Lower-case words, sorted."""
    uses: Counter[str] = Counter()
    finite: Counter[str] = Counter()
    holders: dict[str, set[int]] = defaultdict(set)
    for number, essay in enumerate(essays):
        for sentence in essay:
            for written, tag in zip(sentence.words, sentence.tags, strict=True):
                word = written.lower()
                uses[word] += 1
                if tag in FINITE:
                    finite[word] += 1
                    holders[word].add(number)
    return sorted(
        word
        for word, count in finite.items()
        if word.isalpha() and len(holders[word]) >= MIN_ESSAYS and count >= LEAST * uses[word]
    )
