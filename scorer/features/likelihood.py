"""How usual the essay's wording is among essays of students: backed-off n-gram probabilities, token by token.

The statistics are those of ``scorer.corrections.statistics`` (student essays and treebanks): sequences of up to four
words, and of up to five classes, in which words with meaning of their own give way to their tag. Rates over nothing
are 0.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.corrections.statistics import Grams, statistics
from scorer.features.arithmetic import quantile, ratio
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared

Floats = NDArray[np.float64]

_SOURCE = "Sakaguchi, Heilman & Madnani 2015 (n-gram likelihood); this project"
RARE = 0.1
UNUSUAL = 0.25


@dataclass(frozen=True)
class Usual:
    """Of every token of the essay and the end of each sentence: ``logs`` log probability, ``lengths`` of the longest
    known sequence that ends there, 0 where no list has the token."""

    logs: Floats
    lengths: Floats

    @cached_property
    def rising(self) -> list[float]:
        """The log probabilities in rising order."""
        return np.sort(self.logs).tolist()  # type: ignore[no-any-return]


@shared
def by_words(made: EssayView) -> Usual:
    """By sequences of words."""
    return _usual(made, statistics().words)


@shared
def by_classes(made: EssayView) -> Usual:
    """By sequences of classes."""
    return _usual(made, statistics().classes)


def _usual(made: EssayView, grams: Grams) -> Usual:
    return Usual(*statistics().usual(made, grams))


def _share(found: NDArray[np.bool_]) -> float:
    return ratio(int(np.count_nonzero(found)), len(found))


@feature(group="language", label="usual wording", unit="log probability", direction="higher", source=_SOURCE)
def wording_likelihood(doc: Doc) -> float:
    """Mean log probability of each word after the three before it. -18 to 0; high: common phrases."""
    logs = by_words(doc).logs
    return float(logs.mean()) if len(logs) else 0.0


@feature(group="language", label="unusual wording", unit="log probability", direction="higher", source=_SOURCE)
def wording_unusual(doc: Doc) -> float:
    """Log probability that a quarter of the words fall below. -18 to 0; low: many words that seldom meet."""
    return quantile(by_words(doc).rising, UNUSUAL)


@feature(group="language", label="rarest wording", unit="log probability", direction="higher", source=_SOURCE)
def wording_rarest(doc: Doc) -> float:
    """Log probability that a tenth of the words fall below. -18 to 0; low: words nobody else joins."""
    return quantile(by_words(doc).rising, RARE)


@feature(group="language", label="pairs of words nobody uses", unit="share", direction="lower", source=_SOURCE)
def unseen_word_pairs(doc: Doc) -> float:
    """Share of words that student essays never have after the word before. 0 to 1; high: odd or wrong pairs."""
    return _share(by_words(doc).lengths < 2)


@feature(group="language", label="threes of words nobody uses", unit="share", direction="lower", source=_SOURCE)
def unseen_word_triples(doc: Doc) -> float:
    """Share of words that student essays never have after the two before. 0 to 1; high: odd or own phrases."""
    return _share(by_words(doc).lengths < 3)


@feature(group="language", label="set phrases of four words", unit="share", source=_SOURCE)
def known_word_fours(doc: Doc) -> float:
    """Share of words that end a phrase of four words known from other essays. 0 to 1; high: fluent or formulaic."""
    return _share(by_words(doc).lengths >= 4)


@feature(group="language", label="usual sentence patterns", unit="log probability", direction="higher", source=_SOURCE)
def pattern_likelihood(doc: Doc) -> float:
    """Mean log probability of each word's class after the four before it. -18 to 0; high: common grammar."""
    logs = by_classes(doc).logs
    return float(logs.mean()) if len(logs) else 0.0


@feature(
    group="language", label="unusual sentence patterns", unit="log probability", direction="higher", source=_SOURCE
)
def pattern_unusual(doc: Doc) -> float:
    """Log probability that a quarter of the words' classes fall below. -18 to 0; low: grammar that seldom occurs."""
    return quantile(by_classes(doc).rising, UNUSUAL)


@feature(group="language", label="rarest sentence patterns", unit="log probability", direction="higher", source=_SOURCE)
def pattern_rarest(doc: Doc) -> float:
    """Log probability that a tenth of the words' classes fall below. -18 to 0; low: grammar that breaks off."""
    return quantile(by_classes(doc).rising, RARE)


@feature(group="language", label="threes of classes nobody uses", unit="share", direction="lower", source=_SOURCE)
def unseen_pattern_triples(doc: Doc) -> float:
    """Share of words whose class never follows the two before it. 0 to 1; high: errors of grammar."""
    return _share(by_classes(doc).lengths < 3)


@feature(group="language", label="patterns of five nobody uses", unit="share", direction="lower", source=_SOURCE)
def unseen_pattern_fives(doc: Doc) -> float:
    """Share of words whose class is not known after the four before. 0 to 1; high: errors, or own sentences."""
    return _share(by_classes(doc).lengths < 5)
