"""Connectives: words that say how one statement follows from another. Rates over nothing are 0.0."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import compress

from spacy.tokens import Doc

from scorer.features.arithmetic import entropy, ratio, share_of
from scorer.features.lexicons.connectives import CONNECTIVES, LEARNED, OPENERS
from scorer.features.phraseology import by_first_word, count_phrases, phrase_at
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_SOURCE = "Halliday & Hasan 1976; Graesser et al. 2004 (Coh-Metrix)"
_CLASS_OF = {tuple(phrase.split()): name for name, phrases in CONNECTIVES.items() for phrase in phrases}
_TABLE = by_first_word([phrase for phrases in CONNECTIVES.values() for phrase in phrases])
_OPENING_TABLE = by_first_word(sorted(OPENERS))


@dataclass(frozen=True)
class Found:
    """Connectives of one essay: uses of each phrase, and uses by class."""

    phrases: Counter[tuple[str, ...]]
    classes: Counter[str]


@shared
def _found(made: EssayView) -> Found:
    phrases = count_phrases(made.spelled, _TABLE)
    classes: Counter[str] = Counter()
    for phrase, count in phrases.items():
        classes[_CLASS_OF[phrase]] += count
    return Found(phrases, classes)


def opening_connective(made: EssayView, stretch: range) -> tuple[str, ...]:
    """The words of the connective that the stretch begins with, "and" and "but" included; none where there is none."""
    head = slice(stretch.start, min(stretch.stop, stretch.start + 12))
    first = tuple(compress(made.lower[head], made.is_word[head]))[:4]
    if first[:1] == ("and",):
        return ("and",)
    return phrase_at(first, 0, _OPENING_TABLE) if first else ()


def _opens(made: EssayView, stretch: range) -> bool:
    return bool(opening_connective(made, stretch))


def _rate(doc: Doc, name: str) -> float:
    return view(doc).rate(_found(doc).classes[name])


@feature(group="organization", label="connectives", unit="per 100 words", direction="higher", source=_SOURCE)
def connectives(doc: Doc) -> float:
    """All connectives of our list per 100 words. 0 to 100; high: links are spelled out, low: left to the reader."""
    made = view(doc)
    return made.rate(_found(doc).classes.total())


@feature(group="organization", label="different connectives", unit="connectives", direction="higher", source=_SOURCE)
def connective_types(doc: Doc) -> float:
    """Number of different connectives. 0 to about 40; high: links of many kinds, low: the same few."""
    return float(len(_found(doc).phrases))


@feature(group="organization", label="balance of kinds of connectives", unit="bits", direction="higher", source=_SOURCE)
def connective_class_entropy(doc: Doc) -> float:
    """Entropy over the seven classes of connectives. 0 to 2.8; high: many kinds of link, low: one kind."""
    return entropy(_found(doc).classes.values())


@feature(
    group="organization",
    label="written-style connectives",
    unit="per 100 words",
    direction="higher",
    source="Crossley & McNamara 2012",
)
def learned_connectives(doc: Doc) -> float:
    """However, therefore, in addition, although... per 100 words. 0 to 100; high: written style."""
    return view(doc).rate(sum(count for phrase, count in _found(doc).phrases.items() if " ".join(phrase) in LEARNED))


@feature(group="organization", label="connectives that add", unit="per 100 words", source=_SOURCE)
def additive_connectives(doc: Doc) -> float:
    """Also, furthermore, in addition... per 100 words. 0 to 100; high: points are added one to another."""
    return _rate(doc, "additive")


@feature(
    group="organization", label="connectives that contrast", unit="per 100 words", direction="higher", source=_SOURCE
)
def contrastive_connectives(doc: Doc) -> float:
    """But, however, although... per 100 words. 0 to 100; high: objections and limits are named."""
    return _rate(doc, "contrastive")


@feature(
    group="organization", label="connectives that give causes and conditions", unit="per 100 words", source=_SOURCE
)
def causal_connectives(doc: Doc) -> float:
    """Because, so, therefore, if... per 100 words. 0 to 100; high: causes and conditions are spelled out."""
    return _rate(doc, "causal")


@feature(group="organization", label="connectives of time", unit="per 100 words", source=_SOURCE)
def temporal_connectives(doc: Doc) -> float:
    """When, after, then, until... per 100 words. 0 to 100; high: narrates, low: argues without times."""
    return _rate(doc, "temporal")


@feature(
    group="organization",
    label="connectives that announce an example",
    unit="per 100 words",
    direction="higher",
    source=_SOURCE,
)
def exemplifying_connectives(doc: Doc) -> float:
    """For example, such as, especially... per 100 words. 0 to 100; high: statements are illustrated."""
    return _rate(doc, "exemplifying")


@feature(
    group="organization", label="connectives that conclude", unit="per 100 words", direction="higher", source=_SOURCE
)
def concluding_connectives(doc: Doc) -> float:
    """In conclusion, overall, finally... per 100 words. 0 to 100; high: the ending is announced."""
    return _rate(doc, "concluding")


@feature(
    group="organization",
    label="connectives that number the points",
    unit="per 100 words",
    direction="higher",
    source=_SOURCE,
)
def sequencing_connectives(doc: Doc) -> float:
    """First, second, next, one reason... per 100 words. 0 to 100; high: points are numbered off."""
    return _rate(doc, "sequencing")


@feature(
    group="organization",
    label="sentences that open with a connective",
    unit="share",
    direction="higher",
    source=_SOURCE,
)
def connective_openings(doc: Doc) -> float:
    """Sentences that begin with a connective / sentences. 0 to 1; high: each sentence says how it follows."""
    made = view(doc)
    return share_of(_opens(made, sentence) for sentence in made.worded_sentences)


@feature(
    group="organization",
    label="paragraphs that open with a connective",
    unit="share",
    direction="higher",
    source=_SOURCE,
)
def paragraph_connectives(doc: Doc) -> float:
    """Paragraphs after the first that begin with a connective / paragraphs after the first. 0 to 1."""
    made = view(doc)
    return share_of(_opens(made, paragraph) for paragraph in made.worded_paragraphs[1:])


@feature(
    group="organization", label="leaning on one connective", unit="share", direction="lower", source="this project"
)
def commonest_connective_share(doc: Doc) -> float:
    """Uses of the commonest connective / connectives. 0 to 1; high: one word (because, so) does all linking."""
    found = _found(doc).phrases
    return ratio(max(found.values(), default=0), found.total())
