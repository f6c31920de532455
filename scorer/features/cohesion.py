"""Cohesion: what carries over from one sentence or paragraph to the next. Shares over nothing are 0.0.

Overlap is counted on content lemmas (nouns, names, verbs, adjectives, adverbs) without the emptiest verbs and adverbs.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of
from scorer.features.lexicons.reference import DEMONSTRATIVES, EMPTY_LEMMAS, FIRST_PERSON, SECOND_PERSON, THIRD_PERSON
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_TAACO = "Crossley, Kyle & McNamara 2016 (TAACO)"
_COHMETRIX = "Graesser et al. 2004 (Coh-Metrix)"
_HALLIDAY = "Halliday & Hasan 1976"


@dataclass(frozen=True)
class Carried:
    """Content lemmas and noun lemmas of every worded sentence, in order."""

    content: list[set[str]]
    nouns: list[set[str]]


@shared
def _carried(made: EssayView) -> Carried:
    lemma, pos = made.lower_lemma, made.pos
    content, nouns = [], []
    for places in _content_in(made, made.worded_sentences):
        content.append({lemma[k] for k in places if lemma[k] not in EMPTY_LEMMAS})
        nouns.append({lemma[k] for k in places if pos[k] in {"NOUN", "PROPN"}})
    return Carried(content, nouns)


@shared
def _paragraph_lemmas(made: EssayView) -> list[Counter[str]]:
    lemma = made.lower_lemma
    return [
        Counter([lemma[k] for k in places if lemma[k] not in EMPTY_LEMMAS])
        for places in _content_in(made, made.worded_paragraphs)
    ]


def _content_in(made: EssayView, stretches: list[range]) -> list[list[int]]:
    """Positions of the content words of each stretch."""
    places = made.content_at
    return [places[bisect_left(places, one.start) : bisect_left(places, one.stop)] for one in stretches]


def _has(made: EssayView, words: frozenset[str]) -> list[bool]:
    """Whether each worded sentence holds any of the words."""
    return [not words.isdisjoint(made.lower[one.start : one.stop]) for one in made.worded_sentences]


def _overlap(one: set[str], other: set[str]) -> float:
    """Shared lemmas / lemmas of the smaller set, so that a long sentence is not at a loss."""
    return ratio(len(one & other), min(len(one), len(other)))


def _neighbours(sets: list[set[str]]) -> float:
    return mean([_overlap(one, other) for one, other in itertools.pairwise(sets)])


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    dot = sum([count * other[lemma] for lemma, count in one.items() if lemma in other])
    norm = sum(c * c for c in one.values()) * sum(c * c for c in other.values())
    return ratio(dot, norm**0.5)


@feature(group="organization", label="words carried to the next sentence", unit="share", source=_TAACO)
def sentence_overlap(doc: Doc) -> float:
    """Mean share of content lemmas that neighbouring sentences have in common. 0 to 1; high: linked or repetitive."""
    return _neighbours(_carried(doc).content)


@feature(group="organization", label="words carried over two sentences", unit="share", source=_TAACO)
def overlap_with_previous_two(doc: Doc) -> float:
    """Mean share of a sentence's content lemmas that stand in the two sentences before. 0 to 1; high: linked."""
    sets = _carried(doc).content
    return mean([ratio(len(sets[i] & (sets[i - 1] | sets[i - 2])), len(sets[i])) for i in range(2, len(sets))])


@feature(group="organization", label="sentences that share a noun with the one before", unit="share", source=_COHMETRIX)
def noun_overlap(doc: Doc) -> float:
    """Neighbouring sentences with a noun in common / neighbours. 0 to 1; high: the same thing is talked about."""
    sets = _carried(doc).nouns
    return share_of(bool(one & other) for one, other in itertools.pairwise(sets))


@feature(group="organization", label="sentences linked by a noun or pronoun", unit="share", source=_COHMETRIX)
def argument_overlap(doc: Doc) -> float:
    """Neighbours that share a noun, or where the second has a pronoun of the third person / neighbours. 0 to 1."""
    made = view(doc)
    sets = _carried(doc).nouns
    refers = _has(made, THIRD_PERSON)
    return share_of(bool(one & two) or back for one, two, back in zip(sets, sets[1:], refers[1:], strict=False))


@feature(
    group="organization",
    label="sentences with no link to the one before",
    unit="share",
    direction="lower",
    source=_COHMETRIX,
)
def unlinked_sentences(doc: Doc) -> float:
    """Sentences with no content lemma, no pronoun and no demonstrative to link them back / sentences after the first.

    0 to 1; high: jumps, low: each sentence takes something up.
    """
    made = view(doc)
    sets = _carried(doc).content
    refers = _has(made, THIRD_PERSON | DEMONSTRATIVES)
    return share_of(not (one & two or back) for one, two, back in zip(sets, sets[1:], refers[1:], strict=False))


@feature(
    group="organization", label="words carried to the next paragraph", unit="share", direction="higher", source=_TAACO
)
def paragraph_overlap(doc: Doc) -> float:
    """Mean cosine of the content lemmas of neighbouring paragraphs. 0 to 1; 0.0 with one paragraph; high: one topic."""
    counts = _paragraph_lemmas(doc)
    return mean([_cosine(one, other) for one, other in itertools.pairwise(counts)])


@feature(
    group="organization", label="the ending takes up the beginning", unit="share", direction="higher", source=_TAACO
)
def ends_overlap(doc: Doc) -> float:
    """Cosine of the content lemmas of first and last paragraph. 0 to 1; 0.0 with one paragraph; high: comes round."""
    counts = _paragraph_lemmas(doc)
    return _cosine(counts[0], counts[-1]) if len(counts) > 1 else 0.0


@feature(
    group="organization",
    label="words already mentioned",
    unit="share",
    source="Crossley, Kyle & McNamara 2016 (TAACO: givenness)",
)
def given_share(doc: Doc) -> float:
    """Mean share of a sentence's content lemmas that stood in any earlier sentence. 0 to 1; high: little is new."""
    seen: set[str] = set()
    shares = []
    for lemmas in _carried(doc).content:
        if seen and lemmas:
            shares.append(len(lemmas & seen) / len(lemmas))
        seen |= lemmas
    return mean(shares)


@feature(
    group="organization",
    label="threads that run through the essay",
    unit="per sentence",
    direction="higher",
    source="Morris & Hirst 1991",
)
def lexical_chains(doc: Doc) -> float:
    """Noun lemmas that stand in three or more sentences / sentences. 0 to about 2; high: several threads run on."""
    counts = Counter(lemma for nouns in _carried(doc).nouns for lemma in nouns)
    return ratio(sum(count >= 3 for count in counts.values()), len(_carried(doc).nouns))


@feature(group="organization", label="pronouns for each noun", unit="ratio", direction="lower", source=_TAACO)
def pronouns_per_noun(doc: Doc) -> float:
    """Pronouns / nouns and names. 0 to about 3; high: it is often unclear who or what is meant, or personal style."""
    counts = view(doc).pos_counts
    return ratio(counts["PRON"], counts["NOUN"] + counts["PROPN"])


@feature(group="organization", label="third-person pronouns", unit="per 100 words", source=_HALLIDAY)
def third_person(doc: Doc) -> float:
    """He, she, it, they and their forms per 100 words. 0 to 100; high: much refers back."""
    return _share_in(doc, THIRD_PERSON)


@feature(group="language", label='"I" and "we"', unit="per 100 words", source="Biber 1988")
def first_person(doc: Doc) -> float:
    """I, me, my, we, our... per 100 words. 0 to 100; high: personal, low: impersonal."""
    return _share_in(doc, FIRST_PERSON)


@feature(group="language", label='"you"', unit="per 100 words", direction="lower", source="Biber 1988")
def second_person(doc: Doc) -> float:
    """You, your, yourself per 100 words. 0 to 100; high: speaks to the reader, as in talk."""
    return _share_in(doc, SECOND_PERSON)


def _share_in(doc: Doc, words: frozenset[str]) -> float:
    made = view(doc)
    return made.rate(sum(lower in words for lower in made.lower))


@feature(
    group="organization",
    label="demonstratives that refer back",
    unit="per 100 words",
    direction="higher",
    source=_HALLIDAY,
)
def demonstratives(doc: Doc) -> float:
    """This, that, these, those as determiner or pronoun (not "that" as conjunction) per 100 words. 0 to 100."""
    made = view(doc)
    return made.rate(
        sum(lower in DEMONSTRATIVES and tag == "DT" for lower, tag in zip(made.lower, made.tag, strict=True))
    )


@feature(
    group="organization",
    label='nouns summed up with "this" or "these"',
    unit="per 100 words",
    direction="higher",
    source="Halliday & Hasan 1976; Swales 2005",
)
def attended_demonstratives(doc: Doc) -> float:
    """This or these with a noun ("this problem") per 100 words. 0 to 100; high: points are taken up by name."""
    made = view(doc)
    return made.rate(
        sum(
            lower in {"this", "these", "such"} and dep == "det" and made.pos[head] == "NOUN"
            for lower, dep, head in zip(made.lower, made.dep, made.head, strict=True)
        )
    )


@feature(
    group="organization", label='"the" with things already named', unit="share", direction="higher", source=_HALLIDAY
)
def definite_given(doc: Doc) -> float:
    """Nouns with "the" whose lemma stood before / nouns with "the". 0 to 1; high: they have been introduced."""
    made = view(doc)
    definite = made.heads_of([k for k, lower in enumerate(made.lower) if lower == "the"])
    seen: set[str] = set()
    hits = []
    for k, pos in enumerate(made.pos):
        if pos == "NOUN":
            if k in definite:
                hits.append(made.lower_lemma[k] in seen)
            seen.add(made.lower_lemma[k])
    return share_of(hits)
