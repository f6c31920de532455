"""How long sentences are, in whole words. A mean or share over nothing is 0.0."""

from __future__ import annotations

from math import log1p

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of, spread
from scorer.features.registry import feature
from scorer.pipeline.view import view

_LU = "Lu 2010 (L2SCA)"


@feature(group="language", label="average sentence length", unit="words", source=_LU)
def sentence_length(doc: Doc) -> float:
    """Mean words per sentence. 0 and up, mostly 12 to 25; high: long (or run-on), low: short sentences."""
    return mean(view(doc).sentence_lengths)


@feature(group="language", label="average sentence length, log scale", unit="log words", source=_LU)
def log_sentence_length(doc: Doc) -> float:
    """Mean of ``ln(1 + words)`` over sentences, so that one endless sentence weighs little. 0 to about 6."""
    return mean([log1p(length) for length in view(doc).sentence_lengths])


@feature(
    group="language",
    label="change of sentence length",
    unit="words",
    source="Attali & Burstein 2006; Graesser et al. 2011",
)
def sentence_length_spread(doc: Doc) -> float:
    """Standard deviation of words per sentence. 0 and up; high: short and long mix (or run-ons), low: monotone."""
    return spread(view(doc).sentence_lengths)


@feature(group="language", label="evenness of sentence length", unit="ratio", source="this project")
def sentence_length_variation(doc: Doc) -> float:
    """Standard deviation of words per sentence / their mean. 0 to about 3; high: very uneven, low: monotone."""
    lengths = view(doc).sentence_lengths
    return ratio(spread(lengths), mean(lengths))


@feature(group="language", label="longest sentence", unit="words", direction="lower", source="this project")
def longest_sentence(doc: Doc) -> float:
    """Words in the longest sentence. 0 and up; above about 60 it is mostly a run-on."""
    return float(max(view(doc).sentence_lengths, default=0))


@feature(group="language", label="short sentences", unit="share", source="this project")
def short_sentences(doc: Doc) -> float:
    """Sentences of at most eight words / sentences. 0 to 1; high: choppy, low: none is short."""
    return share_of(length <= 8 for length in view(doc).sentence_lengths)


@feature(group="conventions", label="very long sentences", unit="share", direction="lower", source="this project")
def overlong_sentences(doc: Doc) -> float:
    """Sentences of more than 40 words / sentences. 0 to 1; high: sentence ends are not marked."""
    return share_of(length > 40 for length in view(doc).sentence_lengths)
