"""Chains decoded for all sentences of an essay at once."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import log

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.chain.crf import Crf, Floats

Path = tuple[tuple[int, ...], float]
"""The labels of a sentence's tokens, and their log-odds to the best ones."""

Steps = list[tuple[list[int], list[float], list[list[float]]]]
"""For each token but the first, by the label before: the best label, what the second best loses, what each loses."""


def several_best(crf: Crf, token_scores: Floats, lengths: Sequence[int], count: int, least: float) -> list[list[Path]]:
    """For each sentence its most probable label sequences, best first, with their log-odds to the best (0 or less).

    At most ``count``, and none less than ``least`` times as probable as the best (``least`` above 0, up to 1).
    """
    local, _ = _padded(token_scores, lengths, at_end=True)
    ahead = np.zeros_like(local)  # the most that can come behind a label
    for place in range(len(local) - 1, 0, -1):
        ways = (local[place] + ahead[place])[:, None, :] + crf.transitions
        np.maximum.reduce(ways, axis=2, out=ahead[place - 1])
    reached = local + ahead
    begun = reached.max(axis=2, keepdims=True) - reached
    lost = (ahead[:-1, :, :, None] - (reached[1:, :, None, :] + crf.transitions)).swapaxes(0, 1)
    tables = lost.argmin(axis=3), np.sort(lost, axis=3)[..., :2].max(axis=3), lost
    return [
        _likeliest(
            begun[-length, k].tolist(),
            list(zip(*(table[k, 1 - length :].tolist() if length > 1 else [] for table in tables), strict=True)),
            count,
            -log(least),
        )
        for k, length in enumerate(lengths)
    ]


def _likeliest(begun: list[float], steps: Steps, count: int, most: float) -> list[Path]:
    """The paths of one sentence, each found where it leaves one that was found before, the likeliest next.

    ``begun`` is how much each first label loses against the best one, ``most`` what a path may lose in all.
    """
    found: list[Path] = []
    left: list[tuple[float, tuple[int, ...]]] = [(loss, (label,)) for label, loss in enumerate(begun)]
    heapify(left)
    while left and len(found) < count and left[0][0] <= most:
        loss, start = heappop(left)
        path = [*start]
        label = path[-1]
        for best, second, lost in steps[len(start) - 1 :]:
            onward = best[label]
            if loss + second[label] <= most:  # seldom
                for other, more in enumerate(lost[label]):
                    if other != onward and loss + more <= most:
                        heappush(left, (loss + more, (*path, other)))
            path.append(onward)
            label = onward
        found.append((tuple(path), -loss))
    return found


def marginals(crf: Crf, token_scores: Floats, lengths: Sequence[int]) -> Floats:
    """Probability of each label at each token, each sentence by itself (forward-backward); rows sum to 1."""
    link = np.exp(crf.transitions)
    scores = np.exp(token_scores - token_scores.max(axis=1, keepdims=True))
    local, inside = _padded(scores, lengths)
    forward = np.empty_like(local)
    forward[0] = local[0] / local[0].sum(axis=1, keepdims=True)
    for place in range(1, len(local)):
        step = (forward[place - 1] @ link) * local[place]
        np.divide(step, np.add.reduce(step, axis=1, keepdims=True), out=forward[place])
    local, inside_too = _padded(scores, lengths, at_end=True)
    backward = np.ones_like(local)
    for place in range(len(local) - 1, 0, -1):
        step = (backward[place] * local[place]) @ link.T
        np.divide(step, np.add.reduce(step, axis=1, keepdims=True), out=backward[place - 1])
    product = forward.swapaxes(0, 1)[inside] * backward.swapaxes(0, 1)[inside_too]
    return product / product.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]


def _padded(token_scores: Floats, lengths: Sequence[int], at_end: bool = False) -> tuple[Floats, NDArray[np.bool_]]:
    """Scores as (longest, sentences, labels), and (sentences, longest) where the sentences are.

    All begin together, or end together.

    Around them are ones: no chain that is followed from where they stand together meets those before its sentence ends.
    """
    places = np.arange(max(lengths))
    inside = (places[::-1] if at_end else places) < np.array(lengths)[:, None]
    padded = np.ones((*inside.T.shape, token_scores.shape[1]))
    padded.swapaxes(0, 1)[inside] = token_scores
    return padded, inside
