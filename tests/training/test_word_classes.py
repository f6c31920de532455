"""Classes of words learnt from made-up sentences: like company makes like words, names have no class."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scorer.pipeline.argument import word_classes
from scorer.pipeline.argument.word_classes import GRAINS, NOT_KNOWN, WordClasses
from scorer.training.argument.word_classes import learn_classes

THINGS = [f"{a}{b}ing" for a in "bcdfghjklmnp" for b in "aeiou"]
DOINGS = [f"{a}{b}ed" for a in "rstvwxzqbcdf" for b in "aeiou"]
KINDS = [f"{a}{b}ous" for a in "ghjklmnprstv" for b in "aeiou"]
PLACES = [f"{a}{b}land" for a in "bdfgklmnprst" for b in "aeiou"]


def sentence(draw: random.Random) -> str:
    kind, thing, doing, other = (draw.choice(words) for words in (KINDS, THINGS, DOINGS, THINGS))
    return f"The {kind} {thing} has {doing} a {other} in Qumville near {draw.choice(PLACES)}."


@pytest.fixture(scope="module")
def learnt() -> WordClasses:
    draw = random.Random(4)
    return learn_classes((" ".join(sentence(draw) for _ in range(40)) for _ in range(150)), seed=1)


@pytest.mark.parametrize("words", [THINGS, DOINGS, KINDS, PLACES], ids=["things", "doings", "kinds", "places"])
def test_words_between_like_neighbours_share_a_class(learnt: WordClasses, words: list[str]) -> None:
    coarse = [learnt.of(word)[0] for word in words]
    others = {learnt.of(word)[0] for group in (THINGS, DOINGS, KINDS, PLACES) if group is not words for word in group}
    assert not others.intersection(coarse)


def test_each_word_has_a_class_of_each_grain(learnt: WordClasses) -> None:
    assert all(
        0 <= int(number) < grain for row in learnt.of_word.values() for number, grain in zip(row, GRAINS, strict=True)
    )


@pytest.mark.parametrize("word", ["qumville", "never-seen"])
def test_a_name_and_an_unknown_word_have_none(learnt: WordClasses, word: str) -> None:
    assert learnt.of(word) == NOT_KNOWN


def test_learning_again_gives_the_same(learnt: WordClasses) -> None:
    draw = random.Random(4)
    assert learn_classes([" ".join(sentence(draw) for _ in range(40)) for _ in range(150)], seed=1) == learnt


def test_too_few_words_are_not_classed() -> None:
    assert learn_classes(["Birds sing. Birds sing."] * 40, seed=1) == WordClasses()


def test_what_was_saved_is_read_again(learnt: WordClasses, tmp_path: Path) -> None:
    word_classes.save(learnt, tmp_path / "classes.tsv")
    assert word_classes.load(tmp_path / "classes.tsv") == learnt
