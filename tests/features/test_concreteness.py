"""Things told from ideas by the shipped vectors."""

from __future__ import annotations

import numpy as np
from essay_builder import build

from scorer.features.concreteness import CONCRETE_FROM, concrete, concreteness, fitted, vectors
from scorer.features.lexicons.concreteness import ABSTRACT, CONCRETE

THINGS = ("elephant", "wallet", "spoon", "sweater", "juice", "shark")
IDEAS = ("hope", "theory", "democracy", "wisdom", "logic", "policy")
"""Words of neither list."""


def test_words_of_neither_list() -> None:
    assert {*THINGS, *IDEAS}.isdisjoint({*CONCRETE, *ABSTRACT})
    assert min(concreteness(THINGS)) > CONCRETE_FROM > 0 > max(concreteness(IDEAS))


def test_words_that_are_left_out_fall_on_their_side() -> None:
    found = []
    for fold in range(10):
        things, ideas = ([word for k, word in enumerate(words) if k % 10 != fold] for words in (CONCRETE, ABSTRACT))
        direction, middle = fitted(things, ideas)
        left = [*CONCRETE[fold::10], *ABSTRACT[fold::10]]
        sides = np.repeat([True, False], [len(CONCRETE[fold::10]), len(ABSTRACT[fold::10])])
        values = (vectors(left) - middle) @ direction
        found += ((values > 0) == sides).tolist()
    assert np.mean(found) >= 0.93


def test_an_unknown_word_is_no_thing() -> None:
    assert concreteness(["x" * 50])[0] == 0.0
    assert concreteness([]).shape == (0,)


def test_content_words_alone_are_looked_at() -> None:
    doc = build("the spoon of hope")
    assert concrete(doc) == [False, True, False, False]
