"""The company that words keep, and the words that may have been meant."""

from __future__ import annotations

import pytest

from scorer.corrections.countability import countable
from scorer.corrections.dictionary import dictionary
from scorer.corrections.edits import cost
from scorer.corrections.forms import gerund, participle, past, plural, singular, third
from scorer.corrections.statistics import statistics


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ("they should", "of", "have", "gone home"),
        ("i am interested", "on", "in", "music ."),
        ("he", "go", "goes", "to school"),
        ("i have", "", "a", "car ."),
        ("one of the", "reason", "reasons", "why"),
    ],
)
def test_what_is_usual_is_likelier(before: str, old: str, new: str, after: str) -> None:
    odds = statistics().log_odds(before.split(), old.split(), new.split(), after.split())
    assert odds > 2
    assert statistics().log_odds(before.split(), new.split(), old.split(), after.split()) == pytest.approx(-odds)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("becuase", "because"), ("recieve", "receive"), ("definately", "definitely"), ("studnet", "student"),
        ("carrer", "career"), ("tecnology", "technology"), ("embarased", "embarrassed"),
    ],
)  # fmt: skip
def test_what_was_meant_comes_first(written: str, meant: str) -> None:
    assert dictionary().speller.candidates(written)[0].word == meant


def test_slips_that_students_make_are_cheap() -> None:
    assert cost("tomorow", "tomorrow") < cost("tomozrow", "tomorrow")
    assert cost("freind", "friend") < cost("frwnd", "friend")
    assert cost("same", "same") == 0


@pytest.mark.parametrize("word", ["colour", "color", "realise", "realize", "theatre", "camaraderie", "smartphone"])
def test_words_that_exist(word: str) -> None:
    assert dictionary().has(word)


@pytest.mark.parametrize("word", ["bandwagoning", "refollow", "driverlessness"])
def test_new_words_are_made_of_known_ones(word: str) -> None:
    assert dictionary().is_derived(word)


def test_nouns_that_want_an_article() -> None:
    assert countable("car") > 1 > 0 > countable("music")
    assert countable("zyzzyva") == 0


def test_forms() -> None:
    assert [plural("city"), plural("child"), plural("box"), plural("day")] == ["cities", "children", "boxes", "days"]
    assert [singular("cities"), singular("children"), singular("boxes")] == ["city", "child", "box"]
    assert [third("go"), third("have"), third("try")] == ["goes", "has", "tries"]
    assert [past("go"), past("stop"), past("try"), past("like")] == ["went", "stopped", "tried", "liked"]
    assert [participle("write"), participle("play")] == ["written", "played"]
    assert [gerund("make"), gerund("run"), gerund("lie"), gerund("see")] == ["making", "running", "lying", "seeing"]
