"""Named measures of an essay. Importing the package fills the registry, in the order of the modules here."""

from scorer.features import (
    agreement,
    attribution,
    boundaries,
    capitals,
    clauses,
    cohesion,
    connectives,
    copied,
    corrections,
    dependencies,
    diversity,
    error_rate,
    evidence,
    expectations,
    frequency_bands,
    length,
    likelihood,
    noun_errors,
    noun_phrases,
    order,
    organization,
    phraseology,
    punctuation,
    reasons,
    sentence_length,
    sentence_variety,
    sources,
    spelling,
    thesis,
    verb_forms,
    word_form,
)
from scorer.features.registry import Feature, measure, registered

__all__ = ["Feature", "measure", "registered"]
