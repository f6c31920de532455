"""Features of tokens written down column by column, and chains decoded sentence by sentence: fast for whole essays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from math import log

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.chain.crf import Crf, Floats


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
) -> list[list[tuple[tuple[int, ...], float]]]:
    """For each sentence its most probable label sequences, best first, with their log-odds to the best (0 or less).

    At most ``count``, and none less than ``least`` times as probable as the best (``least`` above 0, up to 1).
    """
    local, inside = _padded(token_scores, lengths)
    sentences, longest, labels = local.shape
    reached = np.full((sentences, labels, count), -np.inf)
    reached[:, :, 0] = local[:, 0]
    back = np.zeros((longest, sentences, labels, count), dtype=np.intp)
    for place in range(1, longest):
        ways = (reached[..., None] + crf.transitions[:, None, :]).reshape(sentences, labels * count, labels)
        order = np.argsort(-ways, axis=1, kind="stable")[:, :count]
        step = np.take_along_axis(ways, order, axis=1) + local[:, place, None, :]
        reached = np.where(inside[:, place, None, None], step.transpose(0, 2, 1), reached)
        back[place] = order.transpose(0, 2, 1)
    return [_traced(reached[k], back[:length, k], count, least) for k, length in enumerate(lengths)]


def _traced(reached: Floats, back: NDArray[np.intp], count: int, least: float) -> list[tuple[tuple[int, ...], float]]:
    ends = reached.ravel()
    found = []
    for end in np.argsort(-ends, kind="stable")[:count]:
        odds = float(ends[end] - ends.max())
        if odds < log(least):
            break
        path, cell = [int(end) // count], int(end)
        for place in range(len(back) - 1, 0, -1):
            cell = int(back[place].flat[cell])
            path.append(cell // count)
        found.append((tuple(reversed(path)), odds))
    return found


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
