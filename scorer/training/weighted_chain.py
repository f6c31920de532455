"""Fitting a linear-chain conditional random field whose sequences weigh differently.

All sequences are decoded at once in NumPy, so that a fit takes seconds; optimised by L-BFGS. With ``rounds`` the
squared weights are penalised anew by what came out before (iteratively reweighted ridge; Candès, Wakin & Boyd 2008),
which drives most of them to zero as an L1 penalty would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from scorer.pipeline.chain.crf import Crf, Floats

NEARLY_ZERO = 0.03
"""Keeps the penalty of a weight of zero finite."""

HARDLY_ANY = 0.01
"""Features whose weights all stay below this are left out."""

ALIKE = 0.7
"""Sequences are decoded together while the shortest has at least this share of the longest's length."""


@dataclass(frozen=True)
class Weighted:
    """One sequence of a text: what is learnt from it counts ``weight`` times."""

    text: str
    features: list[list[str]]
    labels: list[str]
    weight: float = 1.0


@dataclass(frozen=True)
class Penalty:
    """``ridge``: L2 weight of the first ``iterations``.

    Then ``rounds`` of as many, in which a weight w is penalised by a third of ``ridge`` and by ``sparse`` / abs(w).
    """

    ridge: float
    iterations: int
    sparse: float = 0.0
    rounds: int = 0


def fit(sequences: Sequence[Weighted], texts: int, penalty: Penalty) -> Crf:
    """A chain over the features that at least ``texts`` texts have."""
    labels = tuple(sorted({label for item in sequences for label in item.labels}))
    names = _shared(sequences, texts)
    problem = _Problem(sequences, names, labels)
    found = problem.minimum(np.zeros(problem.size), np.full(problem.size, penalty.ridge), penalty.iterations)
    for _ in range(penalty.rounds):
        shrink = penalty.ridge / 3 + penalty.sparse / (np.abs(found) + NEARLY_ZERO)
        found = problem.minimum(found, shrink, penalty.iterations)
    weights, transitions = problem.parted(found)
    kept = np.flatnonzero(np.abs(weights).max(axis=1, initial=0.0) >= HARDLY_ANY)
    return Crf(labels, tuple(names[k] for k in kept), weights[kept].astype(np.float32), transitions)


def _shared(sequences: Sequence[Weighted], texts: int) -> list[str]:
    """Names of the features that at least so many texts have, in order."""
    of_text: dict[str, set[str]] = {}
    for item in sequences:
        of_text.setdefault(item.text, set()).update(*item.features)
    having = Counter(chain.from_iterable(of_text.values()))
    return sorted(name for name, count in having.items() if count >= texts)


@dataclass(frozen=True)
class _Batch:
    """Sequences of like length: their weights; rows of their tokens, and where there are any (sequences, longest)."""

    rows: NDArray[np.intp]
    inside: NDArray[np.bool_]
    weights: Floats


class _Problem:
    """The penalised likelihood of a chain as a function of one vector: weights, then transitions."""

    def __init__(self, sequences: Sequence[Weighted], names: Sequence[str], labels: Sequence[str]) -> None:
        column = {name: place for place, name in enumerate(names)}
        rows = [[column[name] for name in token if name in column] for item in sequences for token in item.features]
        ends = np.cumsum([0, *map(len, rows)])
        shape = (len(rows), len(names))
        self.table = csr_matrix((np.ones(ends[-1]), np.fromiter(chain.from_iterable(rows), np.intp), ends), shape=shape)
        self.turned = self.table.T.tocsr()
        self.shape = (len(names), len(labels))
        self.size = len(labels) * (len(names) + len(labels))
        number = {label: place for place, label in enumerate(labels)}
        gold = np.array([number[label] for item in sequences for label in item.labels], dtype=np.intp)
        lengths = np.array([len(item.labels) for item in sequences], dtype=np.intp)
        self.batches = list(_batches(lengths, np.array([item.weight for item in sequences])))
        self.gold = np.zeros((len(gold), len(labels)))
        self.pairs = np.zeros((len(labels), len(labels)))
        for batch in self.batches:
            self.gold[batch.rows[batch.inside], gold[batch.rows[batch.inside]]] = _spread(batch)
            both = batch.inside[:, 1:]
            before, after = gold[batch.rows[:, :-1][both]], gold[batch.rows[:, 1:][both]]
            np.add.at(self.pairs, (before, after), np.repeat(batch.weights, both.sum(axis=1)))
        self.counted = self.turned @ self.gold

    def parted(self, vector: Floats) -> tuple[Floats, Floats]:
        """Weights (features, labels) and transitions (labels, labels)."""
        border = self.shape[0] * self.shape[1]
        return vector[:border].reshape(self.shape), vector[border:].reshape(self.shape[1], self.shape[1])

    def minimum(self, start: Floats, shrink: Floats, iterations: int) -> Floats:
        """The vector of least loss, from ``start``; ``shrink`` penalises each square."""

        def loss(vector: Floats) -> tuple[float, Floats]:
            value, slope = self._loss(*self.parted(vector))
            return value + float(shrink @ vector**2) / 2, slope + shrink * vector

        options = {"maxiter": iterations, "maxcor": 7}
        return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x)

    def _loss(self, weights: Floats, transitions: Floats) -> tuple[float, Floats]:
        scores = self.table @ weights
        value = -float((scores * self.gold).sum() + (transitions * self.pairs).sum())
        shares, pairs = np.zeros_like(scores), np.zeros_like(transitions)
        for batch in self.batches:
            totals, own, linked = _expected(scores[batch.rows], batch, transitions)
            value += float(batch.weights @ totals)
            shares[batch.rows[batch.inside]] = own[batch.inside] * _spread(batch)[:, None]
            pairs += linked
        return value, np.concatenate([(self.turned @ shares - self.counted).ravel(), (pairs - self.pairs).ravel()])


def _batches(lengths: NDArray[np.intp], weights: Floats) -> Iterator[_Batch]:
    starts = np.cumsum(lengths) - lengths
    order = np.argsort(-lengths, kind="stable")
    while len(order):
        longest = lengths[order[0]]
        count = max(int((lengths[order] >= ALIKE * longest).sum()), 1)
        these, order = order[:count], order[count:]
        inside = np.arange(longest) < lengths[these, None]
        yield _Batch(np.where(inside, starts[these, None] + np.arange(longest), 0), inside, weights[these])


def _spread(batch: _Batch) -> Floats:
    """The weight of each token's sequence."""
    return np.repeat(batch.weights, batch.inside.sum(axis=1))


def _expected(scores: Floats, batch: _Batch, transitions: Floats) -> tuple[Floats, Floats, Floats]:
    """Log of each sequence's sum over all paths, its tokens' probabilities, and weighted counts of label pairs."""
    top = scores.max(axis=2)
    local, link = np.exp(scores - top[:, :, None]), np.exp(transitions)
    inside = batch.inside
    forward, scale = np.empty_like(local), np.ones(inside.shape)
    scale[:, 0] = local[:, 0].sum(axis=1)
    forward[:, 0] = local[:, 0] / scale[:, :1]
    for place in range(1, inside.shape[1]):
        step, here = (forward[:, place - 1] @ link) * local[:, place], inside[:, place]
        scale[:, place] = np.where(here, step.sum(axis=1), 1.0)
        forward[:, place] = np.where(here[:, None], step / scale[:, place, None], forward[:, place - 1])
    backward, pairs = np.ones_like(local), np.zeros_like(transitions)
    for place in range(inside.shape[1] - 1, 0, -1):
        here = inside[:, place]
        ahead = local[:, place] * backward[:, place] / scale[:, place, None]
        pairs += (forward[:, place - 1] * (batch.weights * here)[:, None]).T @ ahead
        backward[:, place - 1] = np.where(here[:, None], ahead @ link.T, 1.0)
    totals = np.log(scale).sum(axis=1) + np.where(inside, top, 0.0).sum(axis=1)
    return totals, forward * backward, pairs * link
