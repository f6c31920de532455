"""Words in company: repeated sequences, set phrases, partners of verbs and nouns. Over nothing 0.0."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from scorer.features.arithmetic import ratio
from scorer.features.diversity import mattr_of
from scorer.features.lexicons.phrases import ARGUMENT_FORMULAS, SPOKEN_PHRASES
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_TAALES = "Kyle & Crossley 2015 (TAALES)"
_GARNER = "Garner, Crossley & Kyle 2019"

Phrase = tuple[str, ...]
Sequences = dict[str, dict[Phrase, list[Phrase]]]


def by_first_word(phrases: Sequence[str]) -> Sequences:
    """Phrases as word tuples under their first word and then their second (none for a single word), longest first."""
    table: Sequences = {}
    for phrase in sorted(phrases, key=lambda phrase: -phrase.count(" ")):
        parts = tuple(phrase.split())
        table.setdefault(parts[0], {}).setdefault(parts[1:2], []).append(parts)
    return table


def phrase_at(words: Phrase, k: int, table: Sequences) -> Phrase:
    """The longest phrase of the table that begins with the word at ``k``; none where there is none."""
    known = table.get(words[k], {})
    for parts in known.get(words[k + 1 : k + 2], ()):
        if words[k : k + len(parts)] == parts:
            return parts
    return words[k : k + 1] if () in known else ()


def phrases_at(words: Sequence[str], table: Sequences) -> list[tuple[int, Phrase]]:
    """Index and words of each phrase of the table in the text; the longest match wins, none overlap."""
    found: list[tuple[int, Phrase]] = []
    said = tuple(words)
    free = 0  # first word after the last match
    for k in [k for k, word in enumerate(said) if word in table]:
        if k >= free and (parts := phrase_at(said, k, table)):
            found.append((k, parts))
            free = k + len(parts)
    return found


def count_phrases(words: Sequence[str], table: Sequences) -> Counter[Phrase]:
    """How often each phrase of the table stands in the words."""
    return Counter(parts for _, parts in phrases_at(words, table))


_FORMULAS = by_first_word(ARGUMENT_FORMULAS)
_SPOKEN = by_first_word(SPOKEN_PHRASES)


@shared
def _formulas(made: EssayView) -> Counter[Phrase]:
    return count_phrases(made.spelled, _FORMULAS)


def _sequences(words: Sequence[str], size: int) -> Counter[Phrase]:
    return Counter(zip(*(words[offset:] for offset in range(size)), strict=False))


def _repeated_share(doc: Doc, size: int) -> float:
    counts = _sequences(view(doc).spelled, size)
    return ratio(sum([count for count in counts.values() if count > 1]), counts.total())


@feature(group="language", label="repeated word pairs", unit="share", direction="lower", source=_TAALES)
def repeated_bigrams(doc: Doc) -> float:
    """Pairs of neighbouring words that occur more than once / pairs. 0 to 1; high: phrases are reused."""
    return _repeated_share(doc, 2)


@feature(group="language", label="repeated phrases of three words", unit="share", direction="lower", source=_TAALES)
def repeated_trigrams(doc: Doc) -> float:
    """Triples of words that occur more than once / triples. 0 to 1; high: phrases are reused, low: fresh."""
    return _repeated_share(doc, 3)


@feature(
    group="language", label="repeated phrases of five words", unit="share", direction="lower", source="this project"
)
def repeated_fivegrams(doc: Doc) -> float:
    """Runs of five words that occur more than once / runs. 0 to 1; high: passages (or the prompt) are copied."""
    return _repeated_share(doc, 5)


@feature(
    group="language", label="variety of word pairs", unit="share", direction="higher", source="Covington & McFall 2010"
)
def bigram_mattr(doc: Doc) -> float:
    """Different word pairs in every run of 100 pairs, on average. 0 to 1; high: fresh combinations."""
    return mattr_of(list(itertools.pairwise(view(doc).spelled)), 100)


@feature(
    group="language", label="set phrases of written argument", unit="per 100 words", direction="higher", source=_GARNER
)
def argument_formulas(doc: Doc) -> float:
    """Phrases such as "as a result", "in order to", "the fact that" per 100 words. 0 to 50; high: idiomatic."""
    return view(doc).rate(sum(_formulas(doc).values()))


@feature(
    group="language",
    label="different set phrases of written argument",
    unit="phrases",
    direction="higher",
    source=_GARNER,
)
def argument_formula_types(doc: Doc) -> float:
    """Number of different set phrases of written argument. 0 and up; high: a wide stock of phrases."""
    return float(len(_formulas(doc)))


@feature(
    group="language",
    label="phrases of talk",
    unit="per 100 words",
    direction="lower",
    source="this project, after Biber 1988",
)
def spoken_phrases(doc: Doc) -> float:
    """Phrases such as "a lot", "I think", "kind of" per 100 words. 0 to 50; high: written as spoken."""
    made = view(doc)
    return made.rate(sum(count_phrases(made.spelled, _SPOKEN).values()))


@feature(group="language", label="phrasal verbs", unit="per 100 words", source="this project")
def phrasal_verbs(doc: Doc) -> float:
    """UD ``compound:prt`` per 100 words: "give up". 0 to 100; high: idiomatic and informal."""
    made = view(doc)
    return made.rate(made.dep_counts["compound:prt"])


@feature(
    group="language", label="variety of prepositions", unit="prepositions", direction="higher", source="this project"
)
def preposition_types(doc: Doc) -> float:
    """Different prepositions in the essay. 0 to about 30; high: relations are told apart, low: in, to, for."""
    made = view(doc)
    return float(len({lower for lower, pos in zip(made.lower, made.pos, strict=True) if pos == "ADP"}))


@feature(
    group="language",
    label="variety of verbs with their objects",
    unit="types per root pair",
    direction="higher",
    source="after Paquot 2019",
)
def verb_object_variety(doc: Doc) -> float:
    """Different verb-object pairs / sqrt(2 × pairs), by lemma. 0 to about 5; high: fresh, low: the same pair again."""
    return _pair_variety(doc, "obj")


@feature(
    group="language",
    label="variety of adjectives with their nouns",
    unit="types per root pair",
    direction="higher",
    source="after Paquot 2019",
)
def adjective_noun_variety(doc: Doc) -> float:
    """Different adjective-noun pairs / sqrt(2 × pairs), by lemma. 0 to about 5; high: fresh descriptions."""
    return _pair_variety(doc, "amod")


def _pair_variety(doc: Doc, relation: str) -> float:
    made = view(doc)
    pairs = [(made.lower_lemma[k], made.lower_lemma[made.head[k]]) for k, dep in enumerate(made.dep) if dep == relation]
    return ratio(len(set(pairs)), (2 * len(pairs)) ** 0.5)
