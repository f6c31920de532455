"""Features of tokens written down column by column, and chains decoded sentence by sentence: fast for whole essays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import log
from operator import add, itemgetter

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.chain.crf import Crf, Floats

ROUNDING = 1e-6
"""By so much may two sums of the same scores differ."""

Path = tuple[tuple[int, ...], float]
"""Labels of tokens in a row, and their score."""

Table = list[list[float]]


@dataclass(frozen=True)
class Columns:
    """Features of the tokens of several sentences.

    ``shared``: for each sentence the names that all its tokens have. ``columns``: for each template one value a token
    (None: no such feature); the feature's name is ``template=value``. ``lengths``: tokens of each sentence.
    """

    shared: list[list[str]]
    columns: dict[str, Sequence[str | None]]
    lengths: list[int]

    def sequences(self) -> list[list[list[str]]]:
        """For each sentence, for each token, the names of its features: what a trainer reads."""
        result = []
        start = 0
        for names, length in zip(self.shared, self.lengths, strict=True):
            result.append(
                [
                    names + [f"{template}={values[k]}" for template, values in self.columns.items() if values[k]]
                    for k in range(start, start + length)
                ]
            )
            start += length
        return result


def scores(crf: Crf, features: Columns) -> Floats:
    """Sum of the weights of each token's features, shape (tokens, labels)."""
    shared = np.repeat(crf.scores(features.shared), features.lengths, axis=0)
    empty: dict[str | None, int] = {}
    rows = chain.from_iterable(
        map(crf.tables.get(template, empty).get, values, repeat(-1)) for template, values in features.columns.items()
    )
    places = np.fromiter(rows, dtype=np.intp, count=len(shared) * len(features.columns))
    return shared + crf.padded[places.reshape(-1, len(shared))].sum(axis=0)  # type: ignore[no-any-return]


def several_best(
    crf: Crf, token_scores: Floats, lengths: Sequence[int], count: int, least: float
) -> list[list[Path]]:
    """For each sentence its most probable label sequences, best first, with their log-odds to the best (0 or less).

    At most ``count``, and none less than ``least`` times as probable as the best (``least`` above 0, up to 1).
    """
    local, inside = _padded(token_scores, lengths)
    ahead = np.zeros_like(local)
    for place in range(local.shape[1] - 2, -1, -1):
        ways = (local[:, place + 1] + ahead[:, place + 1])[:, None, :] + crf.transitions
        ahead[:, place] = np.where(inside[:, place + 1, None], ways.max(axis=2), 0.0)
    links = crf.transitions.T.tolist()
    return [
        _followed(own[:length], rest[:length], links, count, log(least))
        for own, rest, length in zip(local.tolist(), ahead.tolist(), lengths, strict=True)
    ]


def _followed(local: Table, ahead: Table, links: Table, count: int, least: float) -> list[Path]:
    """One sentence's paths, followed from its start; ``ahead`` is the most that can still come behind each label.

    One that cannot come within ``least`` of the best is left at once: most sentences leave few to follow. ``links``
    are the transitions, by the label that they lead to.
    """
    floor = max(map(add, local[0], ahead[0])) + least - ROUNDING
    reached: list[list[Path]] = [[((k,), own)] for k, own in enumerate(local[0])]
    for scores, rests in zip(local[1:], ahead[1:], strict=True):
        before, reached = reached, []
        for label, (own, rest, from_labels) in enumerate(zip(scores, rests, links, strict=True)):
            least_way = floor - own - rest
            ways = [
                (path, way)
                for paths, link in zip(before, from_labels, strict=True)
                for path, score in paths
                if (way := score + link) >= least_way
            ]
            best = sorted(ways, key=itemgetter(1), reverse=True)[:count] if len(ways) > 1 else ways
            reached.append([((*path, label), way + own) for path, way in best])
    ends = sorted(chain.from_iterable(reached), key=itemgetter(1), reverse=True)[:count]
    return [(path, score - ends[0][1]) for path, score in ends if score - ends[0][1] >= least]


def marginals(crf: Crf, token_scores: Floats, lengths: Sequence[int]) -> Floats:
    """Probability of each label at each token, each sentence by itself (forward-backward); rows sum to 1."""
    scores, inside = _padded(token_scores, lengths)
    link = np.exp(crf.transitions)
    local = np.exp(scores - scores.max(axis=2, keepdims=True))
    forward, backward = np.empty_like(local), np.ones_like(local)
    forward[:, 0] = local[:, 0] / local[:, 0].sum(axis=1, keepdims=True)
    for place in range(1, local.shape[1]):
        step = (forward[:, place - 1] @ link) * local[:, place]
        forward[:, place] = step / step.sum(axis=1, keepdims=True)
    for place in range(local.shape[1] - 2, -1, -1):
        step = (backward[:, place + 1] * local[:, place + 1]) @ link.T
        step /= step.sum(axis=1, keepdims=True)
        backward[:, place] = np.where(inside[:, place + 1, None], step, 1.0)
    product = (forward * backward)[inside]
    return product / product.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def _padded(token_scores: Floats, lengths: Sequence[int]) -> tuple[Floats, NDArray[np.bool_]]:
    """Scores as (sentences, longest, labels), zero past a sentence's end, and where its tokens are."""
    inside = np.arange(max(lengths)) < np.array(lengths)[:, None]
    padded = np.zeros((*inside.shape, token_scores.shape[1]))
    padded[inside] = token_scores
    return padded, inside
