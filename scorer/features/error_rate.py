"""All errors that the other modules find, together. Rates and shares over nothing are 0.0."""

from __future__ import annotations

from math import log1p

from spacy.tokens import Doc

from scorer.features.agreement import modal_form_at, subject_verb_at
from scorer.features.arithmetic import share_of
from scorer.features.boundaries import comma_splices_at, fragments_at, run_ons_at
from scorer.features.capitals import lower_case_i_at, lower_case_names_at, lower_case_starts_at, stray_capitals_at
from scorer.features.noun_errors import article_at, noun_number_at
from scorer.features.registry import feature
from scorer.features.spelling import confused_at, doubled_at, missing_apostrophes_at, misspelled_at, unknown_at
from scorer.pipeline.view import EssayView, shared, view

_ERATER = "Attali & Burstein 2006 (e-rater)"
GRAMMAR = (
    subject_verb_at, modal_form_at, noun_number_at, article_at, confused_at, fragments_at, comma_splices_at, run_ons_at,
)  # fmt: skip
MECHANICS = (
    unknown_at, misspelled_at, missing_apostrophes_at, doubled_at, lower_case_i_at, lower_case_starts_at,
    lower_case_names_at, stray_capitals_at,
)  # fmt: skip


@shared
def _grammar(made: EssayView) -> set[int]:
    return {k for find in GRAMMAR for k in find(made.doc)}


@shared
def _mechanics(made: EssayView) -> set[int]:
    """A word that is wrong in two ways counts once."""
    return {k for find in MECHANICS for k in find(made.doc)}


@feature(
    group="conventions",
    label="errors of grammar, all kinds",
    unit="per 100 words",
    direction="lower",
    source=_ERATER,
)
def grammar_errors(doc: Doc) -> float:
    """Agreement, verb form, number, article, mixed-up words, fragments, splices, run-ons per 100 words. 0 to 100."""
    return view(doc).rate(len(_grammar(doc)))


@feature(
    group="conventions",
    label="errors of spelling and capitals, all kinds",
    unit="per 100 words",
    direction="lower",
    source=_ERATER,
)
def mechanics_errors(doc: Doc) -> float:
    """Spelling, apostrophes, capitals, doubled words per 100 words. 0 to 100; high: not proofread."""
    return view(doc).rate(len(_mechanics(doc)))


@feature(
    group="conventions", label="all errors, log scale", unit="log per 100 words", direction="lower", source=_ERATER
)
def log_errors(doc: Doc) -> float:
    """``ln(1 + errors per 100 words)``: the step from none to some counts more than from many to more. 0 to 4.6."""
    return log1p(view(doc).rate(len(_grammar(doc) | _mechanics(doc))))


@feature(group="conventions", label="sentences without an error", unit="share", direction="higher", source="Polio 1997")
def clean_sentences(doc: Doc) -> float:
    """Sentences in which no error is found / sentences. 0 to 1; high: clean, low: an error in most sentences."""
    made = view(doc)
    flawed = {made.sentence[k] for k in _grammar(doc) | _mechanics(doc)}
    return share_of(made.sentence[sentence.start] not in flawed for sentence in made.worded_sentences)
