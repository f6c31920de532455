"""Fitting of the chooser among a sentence's readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from scorer.pipeline.argument.boundaries import boundary_features
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import places_of
from scorer.pipeline.argument.readings import Chooser, Likely, Reading, likely_readings, reading_features
from scorer.pipeline.argument.word_classes import WordClasses
from scorer.pipeline.chain.templates import Weights
from scorer.training.argument.data import Essay, Read

SHRINKING = 6.0
"""L2 weight, and ``ITERATIONS`` of L-BFGS; chosen by cross-validation on AAE train + dev."""
ITERATIONS = 150

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Choice:
    """A sentence of one essay with several readings: features and the chain's log-odds of each; which is right."""

    essay: str
    features: list[list[str]]
    odds: list[float]
    right: int


Seen = list[tuple[Parse, dict[str, str], Likely]]
"""The sentences of an essay, with what a first chain holds for possible."""


def seen_by(boundaries: Weights, essay: Read, classes: WordClasses) -> Seen:
    """The first chain's readings of an essay."""
    parses = essay.parses(classes)
    scores = boundaries.scores(boundary_features(essay.doc, essay.sentences, parses))
    likely = likely_readings(boundaries.crf, scores, [parse.size for parse in parses])
    return list(zip(parses, places_of(essay.sentences), likely, strict=True))


def choices_in(essays: Sequence[Essay], seen: Sequence[Sequence[Seen]]) -> Iterator[Choice]:
    """What the chooser learns: the doubtful sentences of the essays, as they were handed in, that the chain learns."""
    for (lesson, *_), (sentences, *_) in zip(essays, seen, strict=True):
        if not lesson.boundaries:
            continue
        for gold, (parse, place, likely) in zip(lesson.read.readings, sentences, strict=True):
            if len(likely) > 1:
                features = [reading_features(parse, place, reading) for reading, _ in likely]
                odds = [odds for _, odds in likely]
                yield Choice(lesson.read.essay.id, features, odds, nearest(likely, gold))


def nearest(readings: Likely, gold: Reading) -> int:
    """Which reading is the gold one, or else shares most with it; the more probable of equals."""
    return max(range(len(readings)), key=lambda k: (_agreement(readings[k][0], gold), -k))


def _agreement(one: Reading, other: Reading) -> float:
    """Twice what each segment shares with its best partner (tokens / those of the longer), by the segments of both."""
    if one == other:
        return 1.0
    shared = sum(
        max((max(0, min(b, d) - max(a, c)) / max(b - a, d - c) for c, d in other), default=0.0) for a, b in one
    )
    return 2 * shared / (len(one) + len(other))


def fit_chooser(choices: Sequence[Choice], essays: int) -> Chooser:
    """A conditional log-linear model, on the features that at least ``essays`` essays have."""
    seen = {(choice.essay, name) for choice in choices for name in chain.from_iterable(choice.features)}
    counts = Counter(name for _, name in seen)
    names = sorted(name for name, count in counts.items() if count >= essays)
    if not names:
        return Chooser()
    columns = {name: column for column, name in enumerate(names)}
    rows = [[columns[name] for name in row if name in columns] for choice in choices for row in choice.features]
    ends = np.cumsum([0, *map(len, rows)])
    table = csr_matrix((np.ones(ends[-1]), np.fromiter(chain.from_iterable(rows), int, ends[-1]), ends))
    table.resize(len(rows), len(names))
    odds = np.array([value for choice in choices for value in choice.odds])
    sizes = np.array([len(choice.odds) for choice in choices])
    starts = np.cumsum(sizes) - sizes
    right = starts + np.array([choice.right for choice in choices])

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = table @ weights[1:] + weights[0] * odds
        sums -= np.repeat(np.maximum.reduceat(sums, starts), sizes)
        shares = np.exp(sums)
        totals = np.add.reduceat(shares, starts)
        shares /= np.repeat(totals, sizes)
        shares[right] -= 1
        value = np.log(totals).sum() - sums[right].sum() + SHRINKING / 2 * (weights[1:] @ weights[1:])
        return float(value), np.concatenate([[shares @ odds], table.T @ shares + SHRINKING * weights[1:]])

    start = np.zeros(len(names) + 1)
    start[0] = 1.0
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return Chooser({name: float(w) for name, w in zip(names, found[1:], strict=True) if abs(w) > 1e-3}, float(found[0]))
