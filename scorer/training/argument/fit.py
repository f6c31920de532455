"""Fit the argument tagger: two chains, the chooser between them, and the calibration of their probabilities."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

import numpy as np
from sklearn.linear_model import LogisticRegression

from scorer.pipeline.argument.labels import NOTHING
from scorer.pipeline.argument.readings import Chooser
from scorer.pipeline.argument.tagger import Calibration, Tagged, Tagger, placed_segments
from scorer.pipeline.chain.crf import Crf
from scorer.training import weighted_chain
from scorer.training.argument.data import Essay, Lesson, Read
from scorer.training.argument.readings import Seen, choices_in, fit_chooser, seen_by
from scorer.training.weighted_chain import Penalty, Weighted

BOUNDARIES = Penalty(ridge=6.0, iterations=30, sparse=2.0, rounds=2)
KINDS = Penalty(ridge=80.0, iterations=80)
"""Chosen by cross-validation on AAE train + dev."""

ESSAYS = 5
"""Features that fewer essays have are not learnt: no weight tells what one student wrote."""

FLAT, OWN = 0.4, 3.0
"""What the second chain learns from a flattened copy, and from an essay of ours, beside one of the corpus."""

HALVES = 2
"""Inside training, the essays are parted in so many folds for what must be seen of essays not learnt from."""

FLAT_EVERY = 3
"""Every so manieth essay teaches the boundaries a second time, as one paragraph; the kinds are taught all of them."""


def published(whole: Sequence[Read], flat: Sequence[Read]) -> list[Essay]:
    """Essays of a corpus and their flattened copies, in the same order, as lessons."""
    return [
        (Lesson(one, boundaries=1.0, kinds=1.0), Lesson(other, boundaries=float(k % FLAT_EVERY == 0), kinds=FLAT))
        for k, (one, other) in enumerate(zip(whole, flat, strict=True))
    ]


def written(essays: Sequence[Read]) -> list[Essay]:
    """Our own essays as lessons: few beside the corpus, but nearer to what students hand in.

    They teach the second chain alone; in them much is no component, and the first would find too little elsewhere.
    """
    return [(Lesson(essay, boundaries=0.0, kinds=OWN),) for essay in essays]


def fit(essays: Sequence[Essay], seed: int) -> Tagger:
    """The tagger.

    The chooser learns from what a first chain holds for possible in essays that it did not learn from; the second
    chain from gold segments and from those chosen in such essays, so that it knows the slips it will meet. The
    calibration is fitted on essays that neither chain has seen.
    """
    order = list(range(len(essays)))
    random.Random(seed).shuffle(order)
    halves = [[essays[row] for row in order[k::HALVES]] for k in range(HALVES)]
    others = [[essay for other in halves if other is not half for essay in other] for half in halves]
    chains = [fit_boundaries(rest) for rest in others]
    seen = [
        [[seen_by(boundaries, lesson.read) for lesson in essay] for essay in half]
        for boundaries, half in zip(chains, halves, strict=True)
    ]
    choices = [list(choices_in(half, sentences)) for half, sentences in zip(halves, seen, strict=True)]
    choosers = [
        fit_chooser([choice for other in choices if other is not own for choice in other], ESSAYS) for own in choices
    ]
    taught = [
        _sequences(half, sentences, chooser) for half, sentences, chooser in zip(halves, seen, choosers, strict=True)
    ]
    judged: list[tuple[Tagged, str]] = []
    for half, boundaries, chooser, own in zip(halves, chains, choosers, taught, strict=True):
        kinds = _fit_kinds([sequence for other in taught if other is not own for sequence in other])
        unfinished = Tagger(boundaries, kinds, {}, chooser)
        for essay in half:
            read = essay[0].read
            judged.extend(read.judged(unfinished.tagged(read.doc, read.sentences)))
    return Tagger(
        fit_boundaries(essays),
        _fit_kinds([sequence for half in taught for sequence in half]),
        fit_calibration(judged),
        fit_chooser([choice for half in choices for choice in half], ESSAYS),
    )


def fit_boundaries(essays: Sequence[Essay]) -> Crf:
    """The first chain."""
    sequences = [
        sequence
        for essay in essays
        for lesson in essay
        if lesson.boundaries
        for sequence in lesson.read.boundaries(lesson.boundaries)
    ]
    return weighted_chain.fit(sequences, ESSAYS, BOUNDARIES)


def _fit_kinds(sequences: Sequence[Weighted]) -> Crf:
    return weighted_chain.fit(sequences, ESSAYS, KINDS)


def _sequences(essays: Sequence[Essay], seen: Sequence[list[Seen]], chooser: Chooser) -> list[Weighted]:
    """What the second chain learns of each lesson: gold segments, and the chosen ones."""
    found = []
    for lesson, sentences in zip(chain(*essays), chain(*seen), strict=True):
        read = lesson.read
        chosen = placed_segments([chooser.best(*sentence) for sentence in sentences], read.sentences)
        found += [read.kinds(segments, lesson.kinds) for segments in (read.segments, chosen) if segments]
    return found


def fit_calibration(judged: Sequence[tuple[Tagged, str]]) -> Calibration:
    """For each label a logistic regression of "is right" on the log-odds of both chains (Platt 1999).

    A label that was always right or always wrong is left out.
    """
    rows: dict[str, list[tuple[tuple[float, float], bool]]] = defaultdict(list)
    for tagged, label in judged:
        if tagged.label != NOTHING:
            rows[tagged.label].append((tagged.evidence(tagged.label), tagged.label == label))
    calibration = {}
    for label, seen in rows.items():
        evidence, right = np.array([e for e, _ in seen]), np.array([r for _, r in seen])
        if right.all() or not right.any():
            continue
        model = LogisticRegression(C=1.0).fit(evidence, right)
        weights = (float(model.intercept_[0]), *(float(w) for w in model.coef_[0]))
        calibration[label] = (weights[0], weights[1], weights[2])
    return calibration
