"""How nouns are built up: modifiers, prepositional phrases, abstract nouns. A ratio over nothing is 0.0."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio
from scorer.features.clauses import clauses
from scorer.features.lexicons.vocabulary import NOMINAL_ENDINGS
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

MODIFIERS = frozenset({"amod", "compound", "nmod", "nmod:poss", "nmod:of", "acl", "acl:relcl", "appos", "nummod"})
_BIBER = "Biber, Gray & Poonpon 2011"
_LU = "Lu 2010 (L2SCA)"


@shared
def _modifiers(made: EssayView) -> list[int]:
    """Number of modifiers (no determiners) of each common noun."""
    heads = Counter(
        head for k, (dep, head) in enumerate(zip(made.dep, made.head, strict=True)) if dep in MODIFIERS and head != k
    )
    return [heads[k] for k, pos in enumerate(made.pos) if pos == "NOUN"]


@feature(group="language", label="detail added to nouns", unit="modifiers per noun", direction="higher", source=_BIBER)
def modifiers_per_noun(doc: Doc) -> float:
    """Adjectives, phrases and clauses that hang on a noun, per noun. 0 to about 3; high: detailed, low: bare."""
    return mean(_modifiers(doc))


@feature(group="language", label="nouns with rich detail", unit="per 100 words", direction="higher", source=_BIBER)
def rich_nouns(doc: Doc) -> float:
    """Nouns with two or more modifiers per 100 words. 0 to 50; high: elaborate noun phrases."""
    return view(doc).rate(sum(count >= 2 for count in _modifiers(doc)))


@feature(group="language", label="complex noun phrases per clause", unit="per clause", direction="higher", source=_LU)
def complex_nominals(doc: Doc) -> float:
    """Nouns with at least one modifier / finite clauses. 0 to about 4; high: information packed into nouns."""
    return ratio(sum(count >= 1 for count in _modifiers(doc)), clauses(doc).finite)


@feature(group="language", label="adjectives before nouns", unit="per noun", direction="higher", source=_BIBER)
def adjectives_per_noun(doc: Doc) -> float:
    """UD ``amod`` / nouns. 0 to about 1; high: nouns are described, low: they stand bare."""
    made = view(doc)
    return ratio(made.dep_counts["amod"], made.pos_counts["NOUN"])


@feature(
    group="language",
    label="phrases that modify nouns (of, in, for)",
    unit="per noun",
    direction="higher",
    source=_BIBER,
)
def phrases_per_noun(doc: Doc) -> float:
    """Nouns that depend on a noun through a preposition / nouns. 0 to about 1; high: the cost of the war in Europe."""
    made = view(doc)
    linked = sum(made.dep[k] == "nmod" for k in made.heads_of([k for k, dep in enumerate(made.dep) if dep == "case"]))
    return ratio(linked, made.pos_counts["NOUN"])


@feature(group="language", label="nouns used as modifiers", unit="per noun", direction="higher", source=_BIBER)
def compounds_per_noun(doc: Doc) -> float:
    """UD ``compound`` / nouns: "energy policy". 0 to about 1; high: compact written style."""
    made = view(doc)
    return ratio(made.dep_counts["compound"], made.pos_counts["NOUN"])


@feature(
    group="language",
    label="abstract nouns made from verbs and adjectives",
    unit="per 100 words",
    direction="higher",
    source="Biber 1988",
)
def nominalisations(doc: Doc) -> float:
    """Nouns of seven letters or more in -tion, -ment, -ness, -ity... per 100 words. 0 to 100; high: abstract."""
    made = view(doc)
    return made.rate(
        sum(
            pos == "NOUN" and len(lemma) >= 7 and lemma.lower().endswith(NOMINAL_ENDINGS)
            for lemma, pos in zip(made.lemma, made.pos, strict=True)
        )
    )


@feature(group="language", label="prepositional phrases", unit="per 100 words", direction="higher", source="Biber 1988")
def prepositions(doc: Doc) -> float:
    """UD ``case`` prepositions per 100 words. 0 to 100; high: places, times and relations are given."""
    made = view(doc)
    return made.rate(sum(dep == "case" and pos == "ADP" for dep, pos in zip(made.dep, made.pos, strict=True)))


@feature(group="language", label="nouns for each verb", unit="ratio", direction="higher", source="Biber 1988")
def nouns_per_verb(doc: Doc) -> float:
    """Common nouns / main verbs. 0 and up, mostly .8 to 2.5; high: written style, low: spoken style."""
    made = view(doc)
    return ratio(made.pos_counts["NOUN"], made.pos_counts["VERB"])


@feature(
    group="language",
    label="articles and other determiners per noun",
    unit="per noun",
    source="Hawkins & Filipović 2012",
)
def determiners_per_noun(doc: Doc) -> float:
    """UD ``det`` and possessives / nouns. 0 to about 1; low: articles may be missing, as in learners' English."""
    made = view(doc)
    return ratio(made.dep_counts["det"] + made.dep_counts["nmod:poss"], made.pos_counts["NOUN"])
