"""Sentences on another subject than the essay's."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.embeddings import Floats, meaning, sums_of
from scorer.features.content import family
from scorer.features.running_text import apparatus
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
    away, doubted = (
        [span for span, far in zip(made.worded_sentences, mask, strict=True) if far]
        for mask in (found.other, found.doubted)
    )
    sure = found.doubt == 1
    spots, doubts = places(made, away), places(made, doubted)
    more = len(doubted) > len(away)
    share = words_in(made, away) / len(made.spelled)
    surely = f"About {percent(share)} of the words seem to be on another subject than the rest; they were not counted."
    yield Finding(
        Flag(
            code="unrelated_text",
            severity="review" if sure else "info",
            message=(surely + " What else may be on it does not raise the score." if more else surely)
            if sure
            else "Some sentences may be on another subject than the rest; what they add to the score counts in part, "
            "or not at all.",
            spans=spots if sure else doubts,
        ),
        set_aside=cut(text_of(doc), spots) if sure else (),
        doubted=cut(text_of(doc), doubts) if more or not sure else (),
        doubt=min(1.0, 2 * found.doubt),
        unclear=found.doubt,
    )


def subject_vectors(made: EssayView) -> tuple[Floats, Lemmas]:
    """For every worded sentence the sum of its content words' vectors above the mean of English, and their lemmas.

    Bracketed citations, and names that no other sentence has, are left out: they say who, not what about.
    """
    parted = sentences(made)
    aside, owners = apparatus(made.doc), parted.owner.tolist()
    having: dict[str, set[int]] = {}
    for k, owner in zip(parted.content, owners, strict=True):
        having.setdefault(made.lower[k], set()).add(owner)
    kept = np.array(
        [not aside[k] and (made.pos[k] != "PROPN" or len(having[made.lower[k]]) > 1) for k in parted.content],
        dtype=bool,
    )
    sums = sums_of((parted.vectors - meaning().mean)[kept], parted.owner[kept], len(parted))
    lemmas: list[list[str]] = [[] for _ in range(len(parted))]
    for k, owner, keeps in zip(parted.content, owners, kept.tolist(), strict=True):
        if keeps and made.zipf[k] < FREQUENT:
            lemmas[owner].append(family(made.lemma[k].lower()))
    return sums, lemmas
