"""A linear-chain conditional random field at prediction time (Lafferty, McCallum & Pereira 2001).

Trained elsewhere (``scorer.training.chain``); here only weights: no parser of binary model files, and
any number of threads may decode at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Crf:
    """Weights of a chain over ``labels``.

    ``features`` names the rows of ``weights`` (features, labels); ``transitions`` is (labels, labels), from row
    to column. Unknown features weigh nothing.
    """

    labels: tuple[str, ...]
    features: tuple[str, ...]
    weights: NDArray[np.float32]
    transitions: Floats

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self.features)}

    @cached_property
    def padded(self) -> NDArray[np.float32]:
        """The weights, and a row of zeros."""
        return np.vstack([self.weights, np.zeros((1, len(self.labels)), dtype=np.float32)])

    def scores(self, sequence: list[list[str]]) -> Floats:
        """Sum of the weights of each token's features, shape (tokens, labels)."""
        if not sequence:
            return np.zeros((0, len(self.labels)))
        row, nothing = self._rows.get, len(self.features)
        known: list[int] = []
        starts = []
        for names in sequence:
            starts.append(len(known))
            known.append(nothing)  # a sum of no rows at all cannot be asked for
            known += [found for found in map(row, names) if found is not None]
        return np.add.reduceat(self.padded.take(known, axis=0), starts).astype(np.float64)

    def best(self, scores: Floats) -> list[int]:
        """The most probable sequence of labels (Viterbi), as indices."""
        if not len(scores):
            return []
        back = np.zeros(scores.shape, dtype=np.intp)
        reached = scores[0]
        for place in range(1, len(scores)):
            ways = reached[:, None] + self.transitions
            back[place] = ways.argmax(axis=0)
            reached = ways.max(axis=0) + scores[place]
        path = [int(reached.argmax())]
        for place in range(len(scores) - 1, 0, -1):
            path.append(int(back[place, path[-1]]))
        return path[::-1]

    def marginals(self, scores: Floats) -> Floats:
        """Probability of each label at each token (forward-backward), shape (tokens, labels); rows sum to 1."""
        if not len(scores):
            return np.zeros_like(scores)
        link = np.exp(self.transitions)
        local = np.exp(scores - scores.max(axis=1, keepdims=True))
        forward, backward = np.empty_like(local), np.empty_like(local)
        forward[0] = local[0] / local[0].sum()
        for place in range(1, len(scores)):
            step = (forward[place - 1] @ link) * local[place]
            forward[place] = step / step.sum()
        backward[-1] = 1.0
        for place in range(len(scores) - 2, -1, -1):
            step = link @ (backward[place + 1] * local[place + 1])
            backward[place] = step / step.sum()
        product = forward * backward
        return product / product.sum(axis=1, keepdims=True)  # type: ignore[no-any-return]
