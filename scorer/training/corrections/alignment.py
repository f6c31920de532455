"""Which words of a sentence its human corrections changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from scorer.training.corrections.learner_sentences import Row


def changed(source: Sequence[str], corrected: Sequence[str]) -> tuple[set[int], set[int]]:
    """Indices of source tokens that were replaced or left out, and those on either side of words that were put in.

    Longest matching blocks over tokens (``difflib``); a change of case is a change.
    """
    replaced: set[int] = set()
    beside: set[int] = set()
    for kind, start, stop, _, _ in SequenceMatcher(None, source, corrected, autojunk=False).get_opcodes():
        if kind == "insert":
            beside.update(k for k in (start - 1, start) if 0 <= k < len(source))
        elif kind != "equal":
            replaced.update(range(start, stop))
    return replaced, beside


def votes(row: Row) -> tuple[Counter[int], Counter[int]]:
    """For each token of the source, how many humans replaced it, and how many replaced it or put a word beside it."""
    replaced: Counter[int] = Counter()
    touched: Counter[int] = Counter()
    for corrected in row.corrections:
        words, gaps = changed(row.source, corrected)
        replaced.update(words)
        touched.update(words | gaps)
    return replaced, touched
