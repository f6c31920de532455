"""How much is written: words, sentences, different words.

Length is the strongest single correlate of human scores, and says the least about why.
"""

from __future__ import annotations

from math import log1p, sqrt

from spacy.tokens import Doc

from scorer.features.registry import feature
from scorer.pipeline.view import view

_SOURCE = "Attali & Burstein 2006 (e-rater: development by length)"


@feature(group="organization", label="number of words", unit="words", direction="higher", source=_SOURCE)
def words(doc: Doc) -> float:
    """Whole words in the essay, contractions as one. 0 and up; high: much is developed, low: little is."""
    return float(len(view(doc).spelled))


@feature(group="organization", label="length on a log scale", unit="log words", direction="higher", source=_SOURCE)
def log_words(doc: Doc) -> float:
    """``ln(1 + words)``: each doubling counts the same. 0 to about 8; high: long, low: short."""
    return log1p(len(view(doc).spelled))


@feature(group="organization", label="number of sentences", unit="sentences", direction="higher", source=_SOURCE)
def sentences(doc: Doc) -> float:
    """Sentences with at least one word. 0 and up; high: many statements, low: few, or no full stops."""
    return float(len(view(doc).worded_sentences))


@feature(group="language", label="number of different words", unit="words", direction="higher", source=_SOURCE)
def unique_words(doc: Doc) -> float:
    """Different lower-case whole words. 0 and up; high: a long essay with a wide vocabulary."""
    return float(len(set(view(doc).spelled)))


@feature(
    group="language",
    label="different content words for the essay's length",
    unit="lemmas per root word",
    direction="higher",
    source="Attali & Burstein 2006; Guiraud 1954",
)
def content_lemma_range(doc: Doc) -> float:
    """Different content lemmas / sqrt(words). 0 to about 12; high: many ideas named, low: few words come again."""
    made = view(doc)
    return len(set(made.content_lemmas)) / sqrt(len(made.spelled)) if made.spelled else 0.0
