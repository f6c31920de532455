"""Clauses, read off the parse: how many to a sentence, of which kinds, how joined.

A finite clause is counted by its finite verb form (tags VBD, VBP, VBZ, MD), which each holds exactly once.
A ratio over nothing is 0.0.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.features.arithmetic import entropy, ratio
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
SUBORDINATE = frozenset({"advcl", "advcl:relcl", "ccomp", "acl:relcl", "csubj", "csubj:pass", "csubj:outer"})
_LU = "Lu 2010 (L2SCA)"
_KYLE = "Kyle & Crossley 2018 (TAASSC)"


@dataclass(frozen=True)
class Clauses:
    """Counts of one essay: finite clauses, finite subordinate clauses, and T-units."""

    finite: int
    subordinate: int
    t_units: int


@shared
def clauses(made: EssayView) -> Clauses:
    """Count the clauses of an essay.

    A subordinate clause is an adverbial, complement, relative or subject clause with a finite verb of its own.
    A T-unit is a root, or a clause with its own subject coordinated with or set beside a root.
    """
    finite = [tag in FINITE_TAGS for tag in made.tag]
    with_finite = made.heads_of([k for k, found in enumerate(finite) if found])
    with_subject = made.heads_of([k for k, dep in enumerate(made.dep) if dep in SUBJECTS])
    subordinate = sum([finite[k] or k in with_finite for k, dep in enumerate(made.dep) if dep in SUBORDINATE])
    beside = sum([made.dep[k] in {"conj", "parataxis"} and made.dep[made.head[k]] == "ROOT" for k in with_subject])
    return Clauses(sum(finite), subordinate, made.dep_counts["ROOT"] + beside)


def _per_sentence(doc: Doc, *relations: str) -> float:
    made = view(doc)
    return ratio(sum(made.dep_counts[relation] for relation in relations), len(made.worded_sentences))


def _per_clause(doc: Doc, *relations: str) -> float:
    """Per finite clause, which missing full stops do not distort."""
    return ratio(sum(view(doc).dep_counts[relation] for relation in relations), clauses(doc).finite)


@feature(group="language", label="clauses per sentence", unit="clauses", source=_LU)
def clauses_per_sentence(doc: Doc) -> float:
    """Finite clauses / sentences. 0 and up, mostly 1.5 to 4; high: complex or run-on, low: simple sentences."""
    return ratio(clauses(doc).finite, len(view(doc).worded_sentences))


@feature(group="language", label="words per clause", unit="words", direction="higher", source=_LU)
def clause_length(doc: Doc) -> float:
    """Words / finite clauses. 0 and up, mostly 6 to 11; high: clauses carry much, low: bare clauses."""
    return ratio(len(view(doc).spelled), clauses(doc).finite)


@feature(group="language", label="words per main clause with all that depends on it", unit="words", source=_LU)
def t_unit_length(doc: Doc) -> float:
    """Words / T-units. 0 and up, mostly 10 to 25; high: elaborate, low: simple statements."""
    return ratio(len(view(doc).spelled), clauses(doc).t_units)


@feature(group="language", label="main clauses per sentence", unit="T-units", direction="lower", source=_LU)
def t_units_per_sentence(doc: Doc) -> float:
    """T-units / sentences. 0 and up, mostly 1 to 1.6; high: main clauses are strung together."""
    return ratio(clauses(doc).t_units, len(view(doc).worded_sentences))


@feature(group="language", label="share of clauses that are subordinate", unit="share", source=_LU)
def subordinate_share(doc: Doc) -> float:
    """Finite subordinate clauses / finite clauses. 0 to 1 (about); high: ideas are ranked, low: strung together."""
    found = clauses(doc)
    return ratio(found.subordinate, found.finite)


@feature(group="language", label="adverbial clauses (because, when, if)", unit="per clause", source=_KYLE)
def adverbial_clauses(doc: Doc) -> float:
    """UD ``advcl`` / finite clauses. 0 to about 1; high: reasons, times and conditions are joined in."""
    return _per_clause(doc, "advcl")


@feature(group="language", label="complement clauses (that...)", unit="per clause", source=_KYLE)
def complement_clauses(doc: Doc) -> float:
    """UD ``ccomp`` / finite clauses. 0 to about 1; high: much is said to be thought, said or known."""
    return _per_clause(doc, "ccomp")


@feature(group="language", label="relative clauses", unit="per clause", direction="higher", source=_KYLE)
def relative_clauses(doc: Doc) -> float:
    """UD ``acl:relcl`` / finite clauses. 0 to about 1; high: nouns are defined by clauses."""
    return _per_clause(doc, "acl:relcl")


@feature(group="language", label="clauses without a finite verb", unit="per clause", direction="higher", source=_KYLE)
def open_clauses(doc: Doc) -> float:
    """UD ``xcomp`` and ``acl`` / finite clauses: "want to go", "a way to win". 0 to about 1; high: compact."""
    return _per_clause(doc, "xcomp", "acl")


@feature(group="language", label="clauses as subjects", unit="per sentence", direction="higher", source=_KYLE)
def clausal_subjects(doc: Doc) -> float:
    """UD ``csubj`` per sentence: "Working alone is hard". 0 to about 1; high: actions are talked about."""
    return _per_sentence(doc, "csubj", "csubj:pass", "csubj:outer")


@feature(group="language", label="coordination", unit="per 100 words", source=_LU)
def coordination(doc: Doc) -> float:
    """UD ``conj`` per 100 words. 0 to 100; high: many things joined by and, or, but."""
    made = view(doc)
    return made.rate(made.dep_counts["conj"])


@feature(group="language", label="paired words and phrases", unit="per 100 words", direction="higher", source=_LU)
def coordinate_phrases(doc: Doc) -> float:
    """Nouns, adjectives and adverbs joined to another of their kind, per 100 words. 0 to 100; high: rich lists."""
    made = view(doc)
    return made.rate(
        sum(
            dep == "conj"
            and pos in {"NOUN", "PROPN", "ADJ", "ADV"}
            and made.pos[head] in {"NOUN", "PROPN", "ADJ", "ADV"}
            for dep, pos, head in zip(made.dep, made.pos, made.head, strict=True)
        )
    )


@feature(group="language", label='"and" as a joint', unit="per 100 words", direction="lower", source="this project")
def ands(doc: Doc) -> float:
    """Uses of "and" per 100 words. 0 to 100; high: ideas strung together, low: joined otherwise."""
    made = view(doc)
    return made.rate(sum(lower == "and" for lower in made.lower))


@feature(group="language", label="phrases between commas", unit="per 100 words", direction="higher", source=_KYLE)
def appositions(doc: Doc) -> float:
    """UD ``appos`` per 100 words: "Mars, a cold planet". 0 to 100; high: things are explained in passing."""
    made = view(doc)
    return made.rate(made.dep_counts["appos"])


@feature(group="language", label="variety of grammatical relations", unit="bits", direction="higher", source=_KYLE)
def relation_entropy(doc: Doc) -> float:
    """Entropy of the dependency relations, punctuation left out. 0 to about 5; high: varied structure."""
    return entropy(count for relation, count in view(doc).dep_counts.items() if relation != "punct")


@feature(
    group="language",
    label="number of different clause and phrase types",
    unit="relations",
    direction="higher",
    source=_KYLE,
)
def relation_types(doc: Doc) -> float:
    """Different dependency relations in the essay. 0 to about 45; high: a wide range of structures."""
    return float(len(view(doc).dep_counts))
