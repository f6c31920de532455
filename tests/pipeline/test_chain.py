"""Chains: decoding one sequence and many at once, features by column, weights on disk."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scorer.pipeline.chain import sentences, storage
from scorer.pipeline.chain.crf import Crf
from scorer.pipeline.chain.templates import EDGE, Columns, Template, Weights, sequences

LABELS = ("O", "B", "I", "X")
VALUES = ("a", "b", "c", "a=b", "|")
TAGS = ("T", "U")
LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=6)
SEEDS = st.integers(0, 2**32 - 1)


def chain(seed: int, labels: int = 3, features: tuple[str, ...] = ("0", "1", "2")) -> Crf:
    """Random weights."""
    random = np.random.default_rng(seed)
    return Crf(
        labels=LABELS[:labels],
        features=features,
        weights=random.normal(size=(len(features), labels)).astype(np.float32),
        transitions=random.normal(size=(labels, labels)),
    )


# One sequence


def every_path(crf: Crf, scores: np.ndarray) -> dict[tuple[int, ...], float]:
    """Each sequence of labels with its score, counted out."""
    return {
        path: sum(float(scores[place, label]) for place, label in enumerate(path))
        + sum(float(crf.transitions[a, b]) for a, b in pairwise(path))
        for path in product(range(len(crf.labels)), repeat=len(scores))
    }


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("length", [1, 2, 5])
def test_decoding_is_what_counting_every_path_gives(seed: int, length: int) -> None:
    crf = chain(seed)
    random = np.random.default_rng(seed)
    scores = crf.scores([[str(n) for n in random.integers(0, 3, size=2)] for _ in range(length)])
    paths = every_path(crf, scores)
    assert tuple(crf.best(scores)) == max(paths, key=paths.__getitem__)
    total = sum(np.exp(score) for score in paths.values())
    expected = np.zeros_like(scores)
    for path, score in paths.items():
        for place, label in enumerate(path):
            expected[place, label] += np.exp(score) / total
    np.testing.assert_allclose(crf.marginals(scores), expected, atol=1e-12)


def test_scores_sum_the_weights_of_known_features() -> None:
    crf = chain(1)
    scores = crf.scores([["0", "2"], ["unknown"], []])
    np.testing.assert_allclose(scores[0], crf.weights[0] + crf.weights[2], rtol=1e-6)
    assert not scores[1:].any()


def test_an_empty_sequence_has_no_labels() -> None:
    crf = chain(2)
    scores = crf.scores([])
    assert crf.best(scores) == []
    assert crf.marginals(scores).shape == (0, 3)


def test_long_sequences_stay_probabilities() -> None:
    crf = chain(3)
    scores = crf.scores([["0"], ["1"], ["2"]] * 2000) * 40
    for marginals in (crf.marginals(scores), sentences.marginals(crf, scores, [5000, 1000])):
        assert np.isfinite(marginals).all()
        np.testing.assert_allclose(marginals.sum(axis=1), 1.0)


# Many sequences at once


def best(crf: Crf, scores: np.ndarray, lengths: list[int]) -> list[list[int]]:
    """Of each sentence the labels that come first."""
    return [list(found[0][0]) for found in sentences.several_best(crf, scores, lengths, 1, 1.0)]


@given(SEEDS, st.integers(1, 4), LENGTHS)
def test_sentences_decoded_together_come_out_as_each_by_itself(seed: int, labels: int, lengths: list[int]) -> None:
    crf = chain(seed, labels)
    scores = 3 * np.random.default_rng(seed).normal(size=(sum(lengths), labels))
    alone = np.split(scores, np.cumsum(lengths)[:-1])
    assert best(crf, scores, lengths) == [crf.best(one) for one in alone]
    np.testing.assert_allclose(
        sentences.marginals(crf, scores, lengths), np.concatenate([crf.marginals(one) for one in alone]), atol=1e-9
    )


def test_a_sentence_does_not_see_the_one_before() -> None:
    crf = Crf(("O", "I"), (), np.zeros((0, 2), dtype=np.float32), np.array([[0.0, 0.0], [-9.0, 9.0]]))
    scores = np.array([[0.0, 5.0], [1.0, 0.0]])
    assert best(crf, scores, [2]) == [[1, 1]]
    assert best(crf, scores, [1, 1]) == [[1], [0]]


@given(SEEDS, LENGTHS, st.integers(1, 8), st.floats(1e-6, 1.0))
@example(6029614, [2, 5], 3, 0.25)  # two paths that are even
def test_the_likeliest_paths_are_those_of_counting_every_path(
    seed: int, lengths: list[int], count: int, least: float
) -> None:
    lengths = [min(length, 5) for length in lengths]
    crf = chain(seed)
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), 3))
    start = 0
    for length, found in zip(lengths, sentences.several_best(crf, scores, lengths, count, least), strict=True):
        paths = every_path(crf, scores[start : start + length])
        ranked = sorted(paths, key=lambda path: -paths[path])
        odds = [paths[path] - paths[ranked[0]] for path in ranked]
        near = [value for value in odds if value >= np.log(least) - 1e-9][:count]
        shown = [path for path, _ in found]
        assert len(set(shown)) == len(shown)
        assert [paths[path] - paths[ranked[0]] for path in shown] == pytest.approx(near[: len(shown)])  # some are even
        assert len(near) - len(found) <= 1  # one on the border may be rounded off
        assert [value for _, value in found] == pytest.approx(odds[: len(found)], abs=1e-9)
        start += length


# Features by template

TEMPLATES = {
    name: Template.written(parts)
    for name, parts in {
        "w": "word",
        "head": "head.word",
        "w,t": "word tag",
        "t|head": "tag|head.head.word",
        "three": "tag|before.tag|word",
        "never": "before.word",
    }.items()
}


@st.composite
def tables(draw: st.DrawFn) -> Columns:
    """Columns with values, some of them absent, and steps anywhere, also out of the text and to nowhere."""
    lengths = draw(LENGTHS)
    size = sum(lengths)
    shared = [draw(st.lists(st.sampled_from(["s=a", "s=b", "t=c", "unseen=c"]), max_size=3)) for _ in lengths]

    def column(values: tuple[str, ...]) -> list[str | None]:
        value = st.none() | st.sampled_from([*values, "unseen"])
        return draw(st.lists(value, min_size=size, max_size=size))

    def step() -> np.ndarray:
        return np.array(draw(st.lists(st.integers(0, size + 1), min_size=size, max_size=size)))

    return Columns(shared, {"word": column(VALUES), "tag": column(TAGS)}, {"head": step(), "before": step()}, lengths)


KNOWN = (
    *("s=a", "s=b", "t=c"),
    *(f"{name}={value}" for name in ("w", "head") for value in (*VALUES, EDGE)),
    *(f"w,t={word} {tag}" for word in VALUES[:2] for tag in TAGS),
    *(f"t|head={tag}|{word}" for tag in (*TAGS, EDGE) for word in VALUES[1:]),
    *(f"three={tag}|{tag}|{word}" for tag in TAGS for word in (*VALUES, EDGE)),
)


@given(SEEDS, tables())
def test_templates_weigh_as_their_names_written_out(seed: int, seen: Columns) -> None:
    crf = chain(seed, features=KNOWN)
    written = sequences(seen, TEMPLATES)
    assert [len(sentence) for sentence in written] == seen.lengths
    expected = np.concatenate([crf.scores(sentence) for sentence in written])
    np.testing.assert_allclose(Weights(crf, TEMPLATES).scores(seen), expected, atol=1e-5)


def test_templates_written_out() -> None:
    steps = {"head": np.array([1, 1, 4]), "before": np.array([3, 0, 3])}
    seen = Columns([["s=a"], []], {"word": ["x", None, "a=b"], "tag": ["T", "U", "V"]}, steps, [2, 1])
    templates = {name: TEMPLATES[name] for name in ("w", "w,t", "head", "t|head", "never")}
    assert sequences(seen, templates) == [
        [["s=a", "w=x", "w,t=x T", f"never={EDGE}"], ["s=a", "never=x"]],
        [["w=a=b", "w,t=a=b V", f"never={EDGE}"]],
    ]


# On disk

NAMES = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), min_size=1)


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.lists(NAMES, unique=True, min_size=1))
def test_saved_weights_come_back(seed: int, features: list[str]) -> None:
    crf = chain(seed, features=tuple(features))
    with TemporaryDirectory() as folder:
        storage.save(crf, Path(folder) / "bundle")
        again = storage.load(Path(folder) / "bundle")
        storage.save(again, Path(folder) / "twice")
        twice = storage.load(Path(folder) / "twice")
    assert again.labels == crf.labels
    assert again.features == crf.features
    assert again.weights.dtype == np.float32
    np.testing.assert_allclose(again.weights, crf.weights, atol=2e-3)
    np.testing.assert_array_equal(again.transitions, crf.transitions)
    np.testing.assert_array_equal(twice.weights, again.weights)
