"""Fit the two chains of the argument tagger, and the calibration of their probabilities."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from scorer.pipeline.argument.labels import NOTHING
from scorer.pipeline.argument.segments import Segment
from scorer.pipeline.argument.tagger import Calibration, Tagged, Tagger, find_segments
from scorer.pipeline.chain.crf import Crf
from scorer.training import chain
from scorer.training.argument.data import Labelled, Read

BOUNDARIES = {"c1": 1.0, "c2": 1.0, "max_iterations": 80, "feature.minfreq": 5, "feature.possible_transitions": True}
KINDS = {"c1": 1.0, "c2": 2.0, "max_iterations": 120, "feature.minfreq": 5, "feature.possible_transitions": True}
"""CRFsuite's L-BFGS: L1 and L2 weights chosen by cross-validation on train + dev."""

HALVES = 2
"""Inside training, the essays are parted in so many folds for what must be seen of essays not learnt from."""

FLAT_EVERY = 3
"""Every so manieth essay teaches the boundaries a second time, as one paragraph; the kinds are taught all of them."""


def fit(essays: Sequence[Read], flat: Sequence[Read], seed: int) -> Tagger:
    """The tagger from essays and their flattened copies, in the same order.

    The second chain learns from gold segments and from those that a first chain finds in essays that it did not learn
    from, so that it knows the slips it will meet. The calibration is fitted on essays that neither chain has seen.
    """
    order = list(range(len(essays)))
    random.Random(seed).shuffle(order)
    halves = [order[k::HALVES] for k in range(HALVES)]
    found: dict[int, tuple[list[Segment], list[Segment]]] = {}
    chains = []
    for half in halves:
        others = [row for row in order if row not in set(half)]
        boundaries = fit_boundaries([essays[row] for row in others], [flat[row] for row in others])
        chains.append(boundaries)
        for row in half:
            found[row] = tuple(find_segments(boundaries, e.doc, e.sentences)[0] for e in (essays[row], flat[row]))  # type: ignore[assignment]

    def sequences(rows: Sequence[int]) -> Iterator[Labelled]:
        for row in rows:
            for essay, segments in zip((essays[row], flat[row]), found[row], strict=True):
                yield essay.kinds()
                if segments:
                    yield essay.kinds(segments)

    judged: list[tuple[Tagged, str]] = []
    for half, boundaries in zip(halves, chains, strict=True):
        kinds = chain.fit(sequences([row for row in order if row not in set(half)]), KINDS)
        unfinished = Tagger(boundaries, kinds, {})
        for row in half:
            judged.extend(essays[row].judged(unfinished.tagged(essays[row].doc, essays[row].sentences)))
    return Tagger(fit_boundaries(essays, flat), chain.fit(sequences(order), KINDS), fit_calibration(judged))


def fit_boundaries(essays: Sequence[Read], flat: Sequence[Read]) -> Crf:
    """The first chain."""
    return chain.fit((s for essay in [*essays, *flat[::FLAT_EVERY]] for s in essay.boundaries()), BOUNDARIES)


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
