"""Features of tokens written down column by column, and chains decoded sentence by sentence: fast for whole essays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

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


def best(crf: Crf, token_scores: Floats, lengths: Sequence[int]) -> NDArray[np.intp]:
    """The most probable labels of each sentence by itself (Viterbi), shape (tokens,)."""
    local, inside = _padded(token_scores, lengths)
    back = np.zeros(local.shape, dtype=np.intp)
    reached = local[:, 0]
    for place in range(1, local.shape[1]):
        ways = reached[:, :, None] + crf.transitions
        back[:, place] = ways.argmax(axis=1)
        reached = np.where(inside[:, place, None], ways.max(axis=1) + local[:, place], reached)
    path = np.zeros(local.shape[:2], dtype=np.intp)
    label = reached.argmax(axis=1)
    everyone = np.arange(len(label))
    for place in range(local.shape[1] - 1, -1, -1):
        path[:, place] = label
        if place:
            label = np.where(inside[:, place], back[everyone, place, label], label)
    return path[inside]


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
