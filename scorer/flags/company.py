"""The company that each sentence keeps: how near it is to those that probably belong to an essay, and to the others.

A first look (``belonging``) knows neither group; with its chances both can be weighed out, and every sentence is looked
at once more.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from scorer.embeddings import Floats, unit
from scorer.flags.subjects import Lemmas, Mask, Values

MEASURES = (
    "chance", "previous", "next", "second_previous", "second_next", "own", "own_alone", "away", "own_above_away",
    "nearest_own", "nearest_away", "lemmas_own", "lemmas_away", "likeliest", "mean",
)  # fmt: skip
EVEN = 0.5
"""Chance from which a sentence is one of those that do not belong; also what is said of a sentence without lemmas."""
ENOUGH = 20
"""Content words that show whether anything was taken from elsewhere: two or three sentences that say much, or a row of
those that say little. Against the mean of the five likeliest sentences that say enough it finds 66 instead of 61% of
the essays with a quarter of another's sentences strewn in, at 1.8% of the essays as written."""
TELLING = 3
"""Content words below which a sentence, or a line with a name, says too little for its subject to be told."""
SMALLEST = 1e-4


def telling(lemmas: Lemmas) -> Mask:
    """Which sentences say enough to be on a subject: a line with a name and a date does not."""
    return np.array([len(own) >= TELLING for own in lemmas], dtype=bool)


def likeliest(chances: Values, lemmas: Lemmas) -> float:
    """The log-odds of the mean of the highest chances, over ``ENOUGH`` content words: how likely some of the text was
    taken from elsewhere."""
    highest = np.argsort(-chances, kind="stable")
    sizes = np.array([len(lemmas[k]) for k in highest], dtype=np.float64)
    before = np.cumsum(sizes) - sizes
    held = np.clip(ENOUGH - before, 0, sizes)
    return float(_log_odds(chances[highest] @ held / max(1.0, float(held.sum()))))


def measures(units: Floats, centre: Floats, lemmas: Lemmas, chances: Values) -> Values:
    """The values of ``MEASURES`` for each sentence, shape (sentences, measures).

    ``units`` (sentences, dimensions) and ``centre`` (dimensions,) are the sentences and the assignment at unit length,
    ``chances`` (sentences,) those of the first look. ``chance``: its log-odds; ``previous`` to ``second_next``: its
    neighbours', 0 beyond the ends. Cosines with sums of the other sentences: ``own`` weighed by how likely they
    belong, the assignment added, ``own_alone`` without it, ``away`` by how likely they do not. ``nearest_...``: with
    one of either kind, -1 where there is none. ``lemmas_...``: how likely its lemmas are met in another of either
    kind. The rest is of all.
    """
    count = len(chances)
    odds = _log_odds(chances)
    padded = np.concatenate([[0.0, 0.0], odds, [0.0, 0.0]])
    staying, going = (weights[:, None].astype(np.float32) * units for weights in (1 - chances, chances))
    others = staying.sum(axis=0) - staying
    own = (units * unit(others + centre)).sum(axis=1)
    away = (units * unit(going.sum(axis=0) - going)).sum(axis=1)
    table = units @ units.T - 2 * np.eye(count, dtype=np.float32)
    far = chances >= EVEN
    of_each = [
        odds, padded[1:-3], padded[3:-1], padded[:-4], padded[4:],
        own, (units * unit(others)).sum(axis=1), away, own - away,
        np.where(~far, table, -1).max(axis=1), np.where(far, table, -1).max(axis=1),
        _met(lemmas, 1 - chances), _met(lemmas, chances),
    ]  # fmt: skip
    of_all = [likeliest(chances, lemmas), float(chances.mean())]
    return np.column_stack([*of_each, *(np.full(count, value) for value in of_all)]).astype(np.float64)


def _met(lemmas: Lemmas, weights: Values) -> list[float]:
    """For each sentence the mean over its lemmas of the weight of the other sentences that have them, up to 1."""
    distinct = [set(own) for own in lemmas]
    met: dict[str, float] = defaultdict(float)
    for own, weight in zip(distinct, weights.tolist(), strict=True):
        for lemma in own:
            met[lemma] += weight
    return [
        sum(min(1.0, met[lemma] - weight) for lemma in own) / len(own) if own else EVEN
        for own, weight in zip(distinct, weights.tolist(), strict=True)
    ]


def _log_odds(chances: Values) -> Values:
    held = np.clip(chances, SMALLEST, 1 - SMALLEST)
    odds: Values = np.log(held / (1 - held))
    return odds
