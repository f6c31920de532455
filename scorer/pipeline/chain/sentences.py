"""Chains decoded for all sentences of an essay at once."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.chain.crf import Crf, Floats

Path = tuple[tuple[int, ...], float]
"""The labels of a sentence's tokens, and their log-odds to the best ones."""


def several_best(crf: Crf, token_scores: Floats, lengths: Sequence[int], count: int, least: float) -> list[list[Path]]:
    """For each sentence its most probable label sequences, best first, with their log-odds to the best (0 or less).

    At most ``count``, and none less than ``least`` times as probable as the best (``least`` above 0, up to 1).
    """
    padded, _ = _padded(token_scores, lengths, at_end=True)
    across = padded.swapaxes(1, 2).copy()  # with the many sentences last, where numpy is quickest
    most = np.zeros_like(across)  # the most that can come behind a label
    for place in range(len(across) - 1, 0, -1):
        ways = crf.transitions[:, :, None] + (across[place] + most[place])
        np.maximum.reduce(ways, axis=1, out=most[place - 1])
    ahead = most.swapaxes(1, 2)
    reached = padded + ahead
    begun = reached.max(axis=2, keepdims=True) - reached
    lost = (ahead[:-1, :, :, None] - (reached[1:, :, None, :] + crf.transitions)).swapaxes(0, 1)
    follows = lost.argmin(axis=3)
    np.put_along_axis(lost, follows[..., None], np.inf, axis=3)  # what is left are the turns away from it
    least_lost = lost.min(axis=3)
    found = []
    for k, length in enumerate(lengths):
        inside = slice(lost.shape[1] + 1 - length, None)
        ways = _Ways(follows[k, inside].tolist(), least_lost[k, inside].tolist(), lost[k, inside])
        found.append(_likeliest(begun[-length, k].tolist(), ways, count, -log(least)))
    return found


class _Ways(NamedTuple):
    """How a sentence goes on from each token but the last, by its label: the label that ``follows`` on the best path,
    the least that another loses, and what each other loses (infinity for the best)."""

    follows: list[list[int]]
    least_lost: list[list[float]]
    lost: Floats


def _likeliest(begun: list[float], ways: _Ways, count: int, most: float) -> list[Path]:
    """The paths of one sentence, each found where it leaves one that was found before, the likeliest next.

    ``begun`` is how much each first label loses against the best one; ``most`` is what a path may lose in all.
    """
    found: list[Path] = []
    left: list[tuple[float, tuple[int, ...]]] = [(loss, (label,)) for label, loss in enumerate(begun)]
    heapify(left)
    while left and len(found) < count and left[0][0] <= most:
        loss, start = heappop(left)
        path = [*start]
        label = path[-1]
        for place in range(len(start) - 1, len(ways.follows)):
            if loss + ways.least_lost[place][label] <= most:
                for other, more in enumerate(ways.lost[place, label].tolist()):
                    if loss + more <= most:
                        heappush(left, (loss + more, (*path, other)))
            label = ways.follows[place][label]
            path.append(label)
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
