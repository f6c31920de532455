"""How likely each sentence is on another subject than the assignment's, and what it therefore counts."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc

from scorer.embeddings import Floats, meaning, sums_of
from scorer.features.content import family
from scorer.features.running_text import apparatus, positions_of
from scorer.flags.belonging import chances
from scorer.flags.off_topic import assignment_of
from scorer.flags.sentences import sentences
from scorer.flags.subjects import FEWEST, LARGEST_SHARE, Lemmas, Subjects, Values
from scorer.flags.topic import FEW, assignment_words
from scorer.pipeline.annotations import Role
from scorer.pipeline.view import EssayView, shared, view

FREQUENT = 5.3
"""Zipf frequency from which a lemma is in essays on any subject."""
FEWEST_WORDS = 150
"""Words below which two subjects cannot be told, as too few sentences (``FEWEST``)."""
LIKELY = 0.5
"""Chance from which a sentence is taken to be on another subject."""
POSSIBLE = 0.3
"""Chance from which it is not made to count in full for the essay."""


@shared
def subjects(made: EssayView) -> Subjects | None:
    """The essay's sentences as subjects; None where it is too short for two to be told."""
    if len(made.worded_sentences) < FEWEST or len(made.spelled) < FEWEST_WORDS:
        return None
    return Subjects(*subject_vectors(made))


@shared
def foreign(made: EssayView) -> Values | None:
    """The chance for each worded sentence, shape (sentences,); None where nothing can be told: no assignment is known,
    or the essay is too short."""
    said, wanted = subjects(made.doc), assignment_words(assignment_of(made.doc))
    return None if said is None or len(wanted) < FEW else chances(said, wanted)


def weighed(doc: Doc) -> tuple[Role, ...]:
    """What the sentences may do in the argument, for those that may be on another subject the less the likelier.

    From ``POSSIBLE`` on the chances fall in proportion, to nothing where it is sure; what a source in the sentence
    counts falls to nothing at ``LIKELY``. An essay of which most is on another subject than was asked is left as it is:
    then it is all of one kind.
    """
    roles: tuple[Role, ...] = doc._.roles
    away = foreign(doc)
    if away is None or (away >= LIKELY).mean() > LARGEST_SHARE:
        return roles
    made = view(doc)
    far = {k: chance for span, chance in zip(made.worded_sentences, away.tolist(), strict=True) for k in span}
    return tuple(_held(role, far.get(positions_of(made, role).start, 0.0)) for role in roles)


def _held(role: Role, away: float) -> Role:
    if away <= POSSIBLE:
        return role
    count = (1 - away) / (1 - POSSIBLE)
    states, gives, opposes, argues = (count * chance for chance in (role.states, role.gives, role.opposes, role.argues))
    counts = max(0.0, (LIKELY - away) / (LIKELY - POSSIBLE))
    return Role(role.start, role.end, states, gives, opposes, argues, counts)


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
