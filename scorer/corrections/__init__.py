"""Marks in the text, each with a sentence that helps to mend it. Importing the package fills the registry."""

from scorer.corrections import (  # noqa: F401  # register their checks
    apostrophes,
    articles,
    boundaries,
    capitals,
    citation_form,
    commas,
    comparatives,
    confusions,
    doubled,
    homophones,
    indefinite,
    nouns,
    pairs,
    prepositions,
    punctuation,
    spacing,
    spelling,
    uncited,
    verbs,
)
from scorer.corrections.registry import Mark, check, codes, corrections, marks

__all__ = ["Mark", "check", "codes", "corrections", "marks"]
