"""Sentences on another subject than the essay's."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.embeddings import Floats, meaning, sums_of
from scorer.features.content import family
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.flags.off_topic import assignment_of
from scorer.flags.second_subject import second_subject
from scorer.flags.sentences import sentences
from scorer.flags.subjects import FEWEST, Lemmas, Subjects
from scorer.flags.topic import assignment_words
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

FREQUENT = 5.3
"""Zipf frequency from which a lemma is in essays on any subject."""
FEWEST_WORDS = 150
"""Words below which two subjects cannot be told, as too few sentences (``FEWEST``)."""


def unrelated_text(doc: Doc) -> Iterator[Finding]:
    """The part of the essay that speaks of something else."""
    made = view(doc)
    if len(made.worded_sentences) < FEWEST or len(made.spelled) < FEWEST_WORDS:
        return
    found = second_subject(Subjects(*subject_vectors(made)), assignment_words(assignment_of(doc)))
    if not found.doubt:
        return
    away = [span for span, far in zip(made.worded_sentences, found.other, strict=True) if far]
    spots = places(made, away)
    sure = found.doubt == 1
    share = words_in(made, away) / len(made.spelled)
    yield Finding(
        Flag(
            code="unrelated_text",
            severity="review" if sure else "info",
            message=f"About {percent(share)} of the words seem to be on another subject than the rest of the essay; "
            "they were not counted."
            if sure
            else "Some sentences may be on another subject than the rest of the essay.",
            spans=spots,
        ),
        cut(text_of(doc), spots) if sure else (),
        unclear=min(1.0, 2 * found.doubt),
    )


def subject_vectors(made: EssayView) -> tuple[Floats, Lemmas]:
    """For every worded sentence the sum of its content words' vectors above the mean of English, and their lemmas."""
    parted = sentences(made)
    sums = sums_of(parted.vectors - meaning().mean, parted.owner, len(parted))
    lemmas: list[list[str]] = [[] for _ in range(len(parted))]
    for k, owner in zip(parted.content, parted.owner.tolist(), strict=True):
        if made.zipf[k] < FREQUENT:
            lemmas[owner].append(family(made.lemma[k].lower()))
    return sums, lemmas
