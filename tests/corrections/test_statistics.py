"""The company that words keep, and the words that may have been meant."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from spacy.language import Language

from scorer.corrections.countability import countable
from scorer.corrections.dictionary import dictionary
from scorer.corrections.edits import cost, one_slip_away
from scorer.corrections.forms import gerund, participle, past, plural, singular, third
from scorer.corrections.statistics import BACKOFF, PAD, RAREST, Change, Grams, Statistics, statistics
from scorer.pipeline.view import EssayView, view


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


def known(grams: Grams) -> dict[int, np.float16]:
    """Every n-gram of a model, by its key."""
    return {k: log for keys, logs in grams._parts for k, log in zip(keys.tolist(), logs, strict=True)}


def plainly(grams: Grams, ngrams: dict[int, np.float16], window: list[int]) -> tuple[float, int]:
    """Log probability of a window's last item in half precision, and the length of the longest end that is known."""
    for length in range(len(window), 0, -1):
        key = sum(item << grams._bits * back for back, item in enumerate(reversed(window[-length:])))
        if key in ngrams:
            return float(ngrams[key] + np.float16(BACKOFF * (grams.order - length))), length
    return RAREST + BACKOFF * grams.order, 0


@pytest.mark.parametrize("name", ["words", "classes"])
def test_whatever_sequence_is_known_its_end_is_known(name: str) -> None:
    grams: Grams = getattr(statistics(), name)
    for length in range(1, grams.order):
        ends = grams._parts[length][0] & ((1 << grams._bits * length) - 1)
        assert np.isin(ends, grams._parts[length - 1][0]).all()


@pytest.mark.parametrize("name", ["words", "classes"])
def test_scores_are_those_of_one_look_up_after_the_other(name: str) -> None:
    grams: Grams = getattr(statistics(), name)
    ngrams, draw = known(grams), np.random.default_rng(5)
    width = grams.order + 2
    rows = draw.integers(PAD + 1, 60, (300, width))  # among the commonest many sequences are known
    rows[:100, -2:] = PAD
    logs, lengths = grams.scores(rows)
    for row, log, length in zip(rows.tolist(), logs, lengths, strict=True):
        ends = [row[k : k + grams.order] for k in range(width - grams.order + 1) if row[k + grams.order - 1] != PAD]
        each = [plainly(grams, ngrams, end) for end in ends]
        assert log == sum(found for found, _ in each)
        assert length == sum(size for _, size in each) / len(each)


def gain(stats: Statistics, made: EssayView, change: Change) -> float:
    """What a change gains by words: the whole sentence with it, and without."""
    span = made.sentences[made.sentence[min(change.first, len(made) - 1)]]
    before, after = made.lower[span.start : change.first], made.lower[change.stop : span.stop]
    return stats.log_odds(before[-3:], made.lower[change.first : change.stop], change.words, after[:3])


def test_changes_gain_what_the_words_alone_say(nlp: Language) -> None:
    made = view(nlp("they should of gone home because he like car . it depends of the weather ."))
    assert "’" not in "".join(made.text)
    changes = [
        Change(2, 3, ("have",), ("VB",)),
        Change(7, 8, ("likes",), ("VBZ",)),
        Change(8, 8, ("a",), ("DT",)),
        Change(2, 3, (), ()),
    ]
    for chosen in (changes, changes[3:]):
        found = statistics().evidence(made, chosen)[:, 0]
        hopeful = found != statistics().evidence(made, chosen)[:, 3]
        expected = np.array([gain(statistics(), made, change) for change in chosen])
        assert hopeful[0] or len(chosen) == 1
        np.testing.assert_allclose(found[hopeful], expected[hopeful], atol=1e-9)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("becuase", "because"), ("recieve", "receive"), ("definately", "definitely"), ("studnet", "student"),
        ("carrer", "career"), ("tecnology", "technology"), ("embarased", "embarrassed"),
    ],
)  # fmt: skip
def test_what_was_meant_comes_first(written: str, meant: str) -> None:
    assert dictionary().speller.candidates(written)[0].word == meant


def test_words_one_slip_away_are_all_found() -> None:
    draw, speller = Random(3), dictionary().speller
    for word in draw.sample(sorted(dictionary().words), 300):
        slipped = draw.choice(sorted(one_slip_away(word, 0, len(word))))
        assert speller._near(slipped) == one_slip_away(slipped, 0, len(slipped)) & dictionary().words


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
