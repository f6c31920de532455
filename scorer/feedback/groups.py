"""What a criterion's feedback may talk about: its topics, from the traits or features that score it."""

from __future__ import annotations

from scorer.features import registered
from scorer.rubric import Criterion

TOPICS_OF_GROUP = {
    "thesis": ("thesis",),
    "reasons": ("reasons",),
    "sources": ("sources",),
    "organization": ("organization",),
    "language": ("syntax", "vocabulary", "phraseology"),
    "conventions": ("grammar", "mechanics"),
}
"""Group of features -> the topics that it is made of. A message says which topics it serves."""

TOPICS_OF_TRAIT = {
    "cohesion": ("organization",),
    "organization": ("organization",),
    "syntax": ("syntax",),
    "vocabulary": ("vocabulary",),
    "phraseology": ("phraseology",),
    "grammar": ("grammar",),
    "conventions": ("mechanics",),
}
"""Trait -> topics. A trait that is not named here ("general", "overall") speaks of everything."""

TOPICS = tuple(topic for topics in TOPICS_OF_GROUP.values() for topic in topics)


def groups_of(criterion: Criterion) -> frozenset[str]:
    """The topics that feedback on a criterion may be about; none where nothing measured is mapped to it."""
    topics: set[str] = set()
    for trait in criterion.traits:
        topics.update(TOPICS_OF_TRAIT.get(trait, TOPICS))
    known = registered()
    for rule in criterion.features:
        topics.update(TOPICS_OF_GROUP[known[rule.name].group])
    return frozenset(topics)


def topics_in(groups: frozenset[str]) -> frozenset[str]:
    """The topics that are meant where whole groups ("language") may stand among them."""
    return frozenset(topic for name in groups for topic in TOPICS_OF_GROUP.get(name, (name,)))
