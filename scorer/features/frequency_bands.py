"""How common the words are, after their Zipf frequency in English at large.

Words that the frequency list lacks, and likely misspellings in it, are left out here and counted in ``spelling``.
A mean or share over nothing is 0.0.
"""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of, spread
from scorer.features.lexicons.vocabulary import ACADEMIC, INTENSIFIERS, VAGUE
from scorer.features.misspelling import intended_word
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_TAALES = "Kyle & Crossley 2015 (TAALES); van Heuven et al. 2014 (Zipf scale)"


@shared
def _content(made: EssayView) -> list[tuple[str, float]]:
    """Known content words and their Zipf frequency; names are left out, they tell the topic and not the vocabulary."""
    return [
        (made.lower[k], made.zipf[k])
        for k in made.content_at
        if made.pos[k] != "PROPN" and made.zipf[k] > 0 and not intended_word(made.lower[k])
    ]


@shared
def _content_zipf(made: EssayView) -> list[float]:
    return [value for _, value in _content(made.doc)]


@shared
def _content_type_zipf(made: EssayView) -> list[float]:
    """Zipf frequency of each different known content word, ascending."""
    return sorted(dict(_content(made.doc)).values())


def _zipf_of(doc: Doc, pos: str) -> float:
    made = view(doc)
    return mean([value for value, own in zip(made.zipf, made.pos, strict=True) if own == pos and value > 0])


def _share_below(doc: Doc, limit: float) -> float:
    return share_of(value < limit for value in _content_zipf(doc))


@feature(group="language", label="how common the words are", unit="zipf", direction="lower", source=_TAALES)
def zipf_words(doc: Doc) -> float:
    """Mean Zipf frequency of all known whole words. 0 to 7.7; high: everyday words, low: rarer words."""
    return mean([value for value in view(doc).spelled_zipf if value > 0])


@feature(group="language", label="how common the content words are", unit="zipf", direction="lower", source=_TAALES)
def zipf_content(doc: Doc) -> float:
    """Mean Zipf frequency of known content words without names. 0 to 7.7; high: everyday words, low: rarer."""
    return mean(_content_zipf(doc))


@feature(group="language", label="how common the different words are", unit="zipf", direction="lower", source=_TAALES)
def zipf_content_types(doc: Doc) -> float:
    """Mean Zipf frequency of different content words, each counted once. 0 to 7.7; high: everyday vocabulary."""
    return mean(_content_type_zipf(doc))


@feature(group="language", label="mix of common and rare words", unit="zipf", direction="higher", source=_TAALES)
def zipf_spread(doc: Doc) -> float:
    """Standard deviation of the Zipf frequency of content words. 0 to about 2; high: common and rare words mix."""
    return spread(_content_zipf(doc))


@feature(group="language", label="rarest words", unit="zipf", direction="lower", source=_TAALES)
def zipf_rarest_decile(doc: Doc) -> float:
    """Mean Zipf frequency of the rarest tenth of different content words. 0 to 7.7; high: no rare word at all."""
    values = _content_type_zipf(doc)
    return mean(values[: max(1, len(values) // 10)])


@feature(group="language", label="how common the verbs are", unit="zipf", direction="lower", source=_TAALES)
def zipf_verbs(doc: Doc) -> float:
    """Mean Zipf frequency of known main verbs. 0 to 7.7; high: get, make, go; low: exact verbs."""
    return _zipf_of(doc, "VERB")


@feature(group="language", label="how common the nouns are", unit="zipf", direction="lower", source=_TAALES)
def zipf_nouns(doc: Doc) -> float:
    """Mean Zipf frequency of known nouns. 0 to 7.7; high: thing, people; low: exact nouns."""
    return _zipf_of(doc, "NOUN")


@feature(group="language", label="how common the adjectives are", unit="zipf", direction="lower", source=_TAALES)
def zipf_adjectives(doc: Doc) -> float:
    """Mean Zipf frequency of known adjectives. 0 to 7.7; high: good, big; low: exact adjectives."""
    return _zipf_of(doc, "ADJ")


@feature(group="language", label="how common the adverbs are", unit="zipf", direction="lower", source=_TAALES)
def zipf_adverbs(doc: Doc) -> float:
    """Mean Zipf frequency of known adverbs. 0 to 7.7; high: so, just, very; low: exact adverbs."""
    return _zipf_of(doc, "ADV")


@feature(group="language", label="rare words", unit="share", direction="higher", source=_TAALES)
def share_below_zipf_3(doc: Doc) -> float:
    """Known content words with Zipf below 3 (under one in a million). 0 to 1; high: rare words, or odd spellings."""
    return _share_below(doc, 3.0)


@feature(group="language", label="uncommon words", unit="share", direction="higher", source=_TAALES)
def share_below_zipf_4(doc: Doc) -> float:
    """Known content words with Zipf below 4 (under ten in a million). 0 to 1; high: advanced vocabulary."""
    return _share_below(doc, 4.0)


@feature(group="language", label="words beyond the basic", unit="share", direction="higher", source=_TAALES)
def share_below_zipf_5(doc: Doc) -> float:
    """Known content words with Zipf below 5 (under a hundred in a million). 0 to 1; high: beyond basic words."""
    return _share_below(doc, 5.0)


@feature(group="language", label="well chosen uncommon words", unit="share", direction="higher", source=_TAALES)
def share_mid_zipf(doc: Doc) -> float:
    """Known content words with Zipf from 3.5 to 4.5, where few misspellings lie. 0 to 1; high: upper vocabulary."""
    return share_of(3.5 <= value < 4.5 for value in _content_zipf(doc))


@feature(
    group="language", label="academic words", unit="per 100 words", direction="higher", source="after Coxhead 2000"
)
def academic_words(doc: Doc) -> float:
    """Words whose lemma is in our list of general academic English. 0 to 100; high: academic register."""
    made = view(doc)
    return made.rate(sum([lemma in ACADEMIC for lemma in made.lower_lemma]))


@feature(
    group="language", label="different academic words", unit="words", direction="higher", source="after Coxhead 2000"
)
def academic_types(doc: Doc) -> float:
    """Number of different academic lemmas. 0 and up; high: a wide academic vocabulary."""
    return float(len(ACADEMIC.intersection(view(doc).lower_lemma)))


@feature(group="language", label="vague words", unit="per 100 words", direction="lower", source="this project")
def vague_words(doc: Doc) -> float:
    """Words that say little (thing, stuff, good, really, get). 0 to 100; high: vague, low: exact."""
    made = view(doc)
    return made.rate(sum([word in VAGUE for word in made.spelled]))


@feature(group="language", label="intensifiers", unit="per 100 words", direction="lower", source="Hinkel 2003")
def intensifiers(doc: Doc) -> float:
    """Very, really, so, too and the like used as adverbs. 0 to 100; high: emphasis in place of exact words."""
    made = view(doc)
    return made.rate(
        sum(lower in INTENSIFIERS and pos == "ADV" for lower, pos in zip(made.lower, made.pos, strict=True))
    )


@feature(
    group="language",
    label="advanced words for the length",
    unit="words per root word",
    direction="higher",
    source=_TAALES,
)
def advanced_word_range(doc: Doc) -> float:
    """Different content words with Zipf from 2.5 to 4.3 / sqrt(words). 0 and up; high: many advanced words."""
    types = sum(2.5 <= value < 4.3 for value in _content_type_zipf(doc))
    return ratio(types, len(view(doc).spelled) ** 0.5)
