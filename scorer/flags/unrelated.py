"""Sentences on another subject than the essay's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.embeddings import Floats, meaning, sums_of, unit
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.flags.off_topic import assignment_of
from scorer.flags.sentences import sentences
from scorer.flags.subjects import FEWEST, PARTINGS, TIES, Lemmas, Mask, Parted, Subjects, Values, block, groups, ties
from scorer.flags.topic import assignment_words
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view
from scorer.trees import Trees, load

WEIGHTS = Path(__file__).parent / "weights" / "subjects"
THRESHOLDS = "thresholds.json"
MEASURES = (*(f"block_{name}" for name in PARTINGS), *(f"groups_{name}" for name in PARTINGS), *TIES)
FREQUENT = 5.3
"""Zipf frequency from which a lemma is in essays on any subject."""
FAMILY = 6
FEWEST_WORDS = 150
"""Words below which two subjects cannot be told, as too few sentences (``FEWEST``)."""


def unrelated_text(doc: Doc) -> Iterator[Finding]:
    """The part of the essay that speaks of something else."""
    made = view(doc)
    if len(made.worded_sentences) < FEWEST or len(made.spelled) < FEWEST_WORDS:
        return
    said = Subjects(*subject_vectors(made))
    parted = block(said), groups(said)
    found = float(_trees().log_odds([named(measured_whole(said, parted))])[0])
    info, review = _thresholds()["info"], _thresholds()["review"]
    if found < info:
        return
    if found < review:
        yield Finding(
            Flag(
                code="unrelated_text",
                severity="info",
                message="Some sentences may be on another subject than the rest of the essay.",
                spans=places(made, made.paragraphs),
            ),
            unclear=min(1.0, 2 * (found - info) / (review - info)),
        )
        return
    other = second_subject(said.sums, parted, assignment_of(doc))
    away = [span for span, far in zip(made.worded_sentences, other, strict=True) if far]
    spots = places(made, away)
    share = words_in(made, away) / len(made.spelled)
    yield Finding(
        Flag(
            code="unrelated_text",
            severity="review",
            message=f"{percent(share)} of the words are on another subject than the rest of the essay; "
            "they were not counted.",
            spans=spots,
        ),
        cut(text_of(doc), spots),
        unclear=1.0,
    )


def subject_vectors(made: EssayView) -> tuple[Floats, Lemmas]:
    """For every worded sentence the sum of its content words' vectors above the mean of English, and their lemmas."""
    parted = sentences(made)
    sums = sums_of(parted.vectors - meaning().mean, parted.owner, len(parted))
    lemmas: list[list[str]] = [[] for _ in range(len(parted))]
    for k, owner in zip(parted.content, parted.owner.tolist(), strict=True):
        if made.zipf[k] < FREQUENT:
            lemmas[owner].append(made.lemma[k].lower()[:FAMILY])
    return sums, lemmas


def named(values: Values) -> dict[str, float]:
    """Values of ``MEASURES`` by name."""
    return dict(zip(MEASURES, values.tolist(), strict=True))


@cache
def _trees() -> Trees:
    """Trees that tell essays with another's sentences from essays as written (``tests/gaming/fit.py``)."""
    return load(WEIGHTS)


@cache
def _thresholds() -> dict[str, float]:
    """Log-odds by the severity that they lead to."""
    return {name: float(at) for name, at in json.loads((WEIGHTS / THRESHOLDS).read_text(encoding="utf-8")).items()}


def measured_whole(said: Subjects, parted: tuple[Parted, Parted]) -> Values:
    """The values of ``MEASURES``."""
    return np.concatenate([*(found.values for found in parted), ties(said)])


def second_subject(sums: Floats, parted: tuple[Parted, Parted], assignment: str) -> Mask:
    """The sentences that do not belong: of the clearer parting the side farther from the assignment.

    Without an assignment it is the smaller side, or, of sides about as large, the one that does not open the essay.
    """
    best = max(parted, key=lambda found: found.values[PARTINGS.index("gap_weight")])
    other = best.other
    wanted = assignment_words(assignment)
    if len(wanted) >= 3:
        centre = unit(meaning().above_mean(wanted).sum(axis=0))
        one, two = (float(unit(sums[side].sum(axis=0)) @ centre) for side in (other, ~other))
        return ~other if one > two else other
    if other[0] and 3 * other.sum() > len(other):
        return ~other
    return other
