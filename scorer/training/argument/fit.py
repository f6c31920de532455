"""Fit the argument tagger: two chains, trees beside the first, the chooser between them, their calibration."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from typing import TypeVar

import numpy as np
from sklearn.linear_model import LogisticRegression

from scorer.pipeline.argument.boundaries import TEMPLATES
from scorer.pipeline.argument.labels import NOTHING
from scorer.pipeline.argument.readings import Chooser
from scorer.pipeline.argument.tagger import Calibration, Tagged, Tagger, placed_segments
from scorer.pipeline.argument.word_classes import WordClasses
from scorer.pipeline.chain.templates import Weights
from scorer.training import weighted_chain
from scorer.training.argument.data import Essay, Lesson, Read
from scorer.training.argument.readings import Seen, choices_in, fit_chooser, seen_by
from scorer.training.argument.rows import Row
from scorer.training.argument.trees import Growth, fit_trees
from scorer.training.weighted_chain import Penalty, Weighted

BOUNDARIES = Penalty(ridge=6.0, iterations=30, sparse=2.0, rounds=2)
KINDS = Penalty(ridge=80.0, iterations=80)
"""Chosen by cross-validation on AAE train + dev."""

ESSAYS = 5
"""Features that fewer essays have are not learnt: no weight tells what one student wrote."""

FLAT, OWN = 0.4, 3.0
"""What the second chain learns from a flattened copy, and from an essay of ours, beside one of the corpus."""

PARTS = 2
"""Inside training, the essays are parted in so many folds for what must be seen of essays not learnt from."""

ARGUING = Growth(rounds=300, rate=0.03, features=0.3)
"""Of the trees that tell whether a sentence argues; chosen on four of the five folds."""

Part = TypeVar("Part")

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


def fit(essays: Sequence[Essay], classes: WordClasses, seed: int) -> Tagger:
    """The tagger.

    The chooser learns from what a first chain holds for possible in essays that it did not learn from; the second
    chain from gold segments and from those chosen in such essays, so that it knows the slips it will meet. The
    calibration is fitted on essays that nothing has seen.
    """
    order = list(range(len(essays)))
    random.Random(seed).shuffle(order)
    parts = [[essays[row] for row in order[k::PARTS]] for k in range(PARTS)]
    firsts = [_First(others, classes, seed) for others in _others(parts)]
    seen = [
        [[first.seen(lesson.read) for lesson in essay] for essay in part]
        for first, part in zip(firsts, parts, strict=True)
    ]
    choices = [list(choices_in(part, sentences)) for part, sentences in zip(parts, seen, strict=True)]
    choosers = [fit_chooser([*chain(*others)], ESSAYS) for others in _others(choices)]
    taught = [
        _sequences(part, sentences, first, chooser)
        for part, sentences, first, chooser in zip(parts, seen, firsts, choosers, strict=True)
    ]
    judged: list[tuple[Tagged, str]] = []
    for part, first, chooser, others in zip(parts, firsts, choosers, _others(taught), strict=True):
        unfinished = _tagger(first, chooser, [*chain(*others)])
        for essay in part:
            read = essay[0].read
            judged.extend(read.judged(unfinished.tagged(read.doc, read.sentences, read.rows).segments))
    whole = _First([essays], classes, seed)
    made = _tagger(whole, fit_chooser([*chain(*choices)], ESSAYS), [*chain(*taught)])
    return replace(made, calibration=fit_calibration(judged))


def _others(parts: Sequence[Part]) -> list[list[Part]]:
    """For each part the others."""
    return [[other for other in parts if other is not part] for part in parts]


class _First:
    """What finds segments, learnt from some parts of the essays: the first chain, and the trees that stand by it."""

    def __init__(self, parts: Sequence[Sequence[Essay]], classes: WordClasses, seed: int) -> None:
        lessons = [lesson for part in parts for essay in part for lesson in essay if lesson.boundaries]
        self.classes = classes
        self.boundaries = weighted_chain.fit(
            [sequence for one in lessons for sequence in one.read.boundaries(one.boundaries, classes)],
            ESSAYS,
            BOUNDARIES,
        )
        self.weights = Weights(self.boundaries, TEMPLATES)
        rows = [
            Row(lesson.read.essay.id, features, bool(reading))
            for lesson in lessons
            for features, reading in zip(lesson.read.rows, lesson.read.readings, strict=True)
        ]
        self.arguing = fit_trees(rows, ARGUING, seed)

    def seen(self, read: Read) -> Seen:
        """What it sees of an essay."""
        return seen_by(self.weights, read, self.classes)


def _tagger(first: _First, chooser: Chooser, taught: Sequence[Weighted]) -> Tagger:
    """A tagger without calibration."""
    kinds = weighted_chain.fit(taught, ESSAYS, KINDS)
    return Tagger(first.boundaries, kinds, {}, chooser, first.arguing, first.classes)


def _sequences(part: Sequence[Essay], seen: Sequence[list[Seen]], first: _First, chooser: Chooser) -> list[Weighted]:
    """What the second chain learns of each lesson: gold segments, and the chosen ones."""
    found = []
    for lesson, sentences in zip(chain(*part), chain(*seen), strict=True):
        read = lesson.read
        argues = first.arguing.probabilities(read.rows)
        readings = [chooser.best(*sentence, float(p)) for sentence, p in zip(sentences, argues, strict=True)]
        chosen = placed_segments(readings, read.sentences)
        found += [read.kinds(segments, lesson.kinds, first.classes) for segments in (read.segments, chosen) if segments]
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
