"""The quick trainer: it learns what is there, weighs as told, forgets what few texts have."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import check_grad

from scorer.pipeline.chain.crf import Crf
from scorer.training.weighted_chain import Penalty, Weighted, _Problem, fit

PENALTY = Penalty(ridge=0.1, iterations=60)


def sequence(text: str, pairs: str, weight: float = 1.0) -> Weighted:
    """ "a/X b/Y": tokens with one feature and a label each."""
    tokens = [pair.split("/") for pair in pairs.split()]
    return Weighted(text, [[name] for name, _ in tokens], [label for _, label in tokens], weight)


def read(crf: Crf, names: str) -> str:
    return " ".join(crf.labels[k] for k in crf.best(crf.scores([[name] for name in names.split()])))


LESSONS = [sequence(str(k), "a/X b/Y a/X" if k % 2 else "b/Y c/X c/Z") for k in range(12)]


def test_labels_follow_features_and_their_fellows() -> None:
    crf = fit(LESSONS, 1, PENALTY)
    assert read(crf, "a b a") == "X Y X"
    assert read(crf, "b c c") == "Y X Z"  # only the order tells the two apart


@pytest.mark.parametrize(("texts", "known"), [(1, {"a", "b", "c"}), (6, {"a", "b", "c"}), (7, {"b"}), (13, set())])
def test_what_few_texts_have_is_not_learnt(texts: int, known: set[str]) -> None:
    assert set(fit(LESSONS, texts, PENALTY).features) == known


def test_weight_two_is_two_copies() -> None:
    mixed = sequence("m", "a/Y c/Y")
    twice = fit([*LESSONS, sequence("m", "a/Y c/Y", 2.0)], 1, PENALTY)
    copied = fit([*LESSONS, mixed, mixed], 1, PENALTY)
    np.testing.assert_allclose(twice.weights, copied.weights, atol=1e-3)
    np.testing.assert_allclose(twice.transitions, copied.transitions, atol=1e-3)


def test_rounds_leave_fewer_features() -> None:
    random = np.random.default_rng(1)
    noisy = [
        Weighted(
            str(k), [[f"n{random.integers(20)}", "a" if k % 2 else "b"] for _ in range(4)], ["X" if k % 2 else "Y"] * 4
        )
        for k in range(60)
    ]
    dense = fit(noisy, 1, Penalty(ridge=1.0, iterations=30))
    sparse = fit(noisy, 1, Penalty(ridge=1.0, iterations=30, sparse=1.0, rounds=3))
    assert len(sparse.features) < len(dense.features)
    assert read(sparse, "a a") == "X X"


def test_the_slope_is_that_of_the_loss() -> None:
    lessons = [*LESSONS[:3], sequence("w", "a/X c/Z c/Y b/Y b/X", 0.5), sequence("s", "a/Z", 3.0)]
    problem = _Problem(lessons, ["a", "b", "c"], ["X", "Y", "Z"])

    def value(vector: np.ndarray) -> float:
        return problem._loss(*problem.parted(vector))[0]

    def slope(vector: np.ndarray) -> np.ndarray:
        return problem._loss(*problem.parted(vector))[1]

    point = np.random.default_rng(2).normal(size=problem.size)
    assert check_grad(value, slope, point) < 1e-4


def test_training_again_gives_the_same() -> None:
    one, other = (fit(LESSONS, 1, Penalty(1.0, 20, 1.0, 2)) for _ in range(2))
    assert one.features == other.features
    np.testing.assert_array_equal(one.weights, other.weights)
