"""Vectors of words and their sums."""

from __future__ import annotations

import numpy as np

from scorer.embeddings import Meaning, meaning, sums_of, unit


def test_sums_are_those_of_one_vector_after_the_other() -> None:
    draw = np.random.default_rng(2)
    vectors = draw.normal(size=(200, 64)).astype(np.float32)
    owner = np.sort(draw.integers(0, 30, 200))
    expected = np.zeros((32, 64), dtype=np.float32)
    np.add.at(expected, owner, vectors)
    assert np.array_equal(sums_of(vectors, owner, 32), expected)


def test_a_word_is_the_sum_of_its_pieces() -> None:
    words = ["schools", "zyzzyvaesque", "schools", "", "phone"]
    found, known = meaning().words(words), meaning()
    for word, vector in zip(words, found, strict=True):
        expected = np.zeros(known.dimensions, dtype=np.float32)
        for row in known.pieces(word):
            expected += known._vectors[row].astype(np.float32) * np.float32(known._scales[row])
        assert np.array_equal(vector, expected)
    assert len(known.pieces("zyzzyvaesque")) > 1


def test_no_words_have_no_vectors() -> None:
    assert meaning().words([]).shape == (0, meaning().dimensions)


def test_unknown_words_have_no_direction() -> None:
    small = Meaning(["cat"], np.ones((1, 2), np.int8), np.ones(1, np.float16), np.zeros(2, np.float32))
    assert unit(small.words(["cat", "dog"])).tolist() == [[np.float32(0.5**0.5)] * 2, [0, 0]]
