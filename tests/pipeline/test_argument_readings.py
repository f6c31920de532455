"""Readings of a sentence: which the first chain holds for possible, and which is chosen."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import places_of, sentences_of
from scorer.pipeline.argument.readings import COUNT, LEAST, Chooser, Reading, likely_readings, reading_features
from scorer.pipeline.chain.crf import Crf
from scorer.pipeline.load import annotate, load_syntax

Sight = tuple[Parse, dict[str, str]]

WHOLE: Reading = ((0, 9),)
BEHIND_I_THINK: Reading = ((3, 9),)
TWO: Reading = ((3, 6), (7, 9))


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


@pytest.fixture(scope="module")
def sight(syntax: Language) -> Sight:
    """I think that parks cool towns because trees shade ."""
    sentences = sentences_of(annotate(syntax, "I think that parks cool towns because trees shade."))
    return Parse(sentences[0][1]), places_of(sentences)[0]


@pytest.mark.parametrize(
    ("weights", "chosen"),
    [
        pytest.param({}, WHOLE, id="without weights the chain decides"),
        pytest.param({"gap first=i think that": 2.0}, BEHIND_I_THINK, id="the gap in front"),
        pytest.param({"count=2": 3.0}, TWO, id="how many"),
        pytest.param({"count=1": 3.0}, WHOLE, id="equal weights leave it to the chain"),
        pytest.param({"gap first=i think that": 0.4}, WHOLE, id="too little to outweigh the chain"),
    ],
)
def test_the_heaviest_reading_is_chosen(sight: Sight, weights: dict[str, float], chosen: Reading) -> None:
    likely = [(WHOLE, 0.0), (BEHIND_I_THINK, -1.0), (TWO, -2.0)]
    assert Chooser(weights).best(*sight, likely) == chosen


@pytest.mark.parametrize(
    ("argues", "chosen"),
    [
        pytest.param(None, BEHIND_I_THINK, id="nobody asked"),
        pytest.param(0.6, BEHIND_I_THINK, id="it argues"),
        pytest.param(0.3, BEHIND_I_THINK, id="hardly, but the readings are surer"),
        pytest.param(0.05, (), id="it does not"),
    ],
)
def test_a_sentence_that_does_not_argue_holds_nothing(sight: Sight, argues: float | None, chosen: Reading) -> None:
    likely = [(WHOLE, 0.0), (BEHIND_I_THINK, -1.0), ((), -1.5)]
    assert Chooser({"gap first=i think that": 2.0}).best(*sight, likely, argues) == chosen


@pytest.mark.parametrize(
    ("reading", "seen"),
    [
        pytest.param(
            TWO,
            {"count=2", "gap first=i think that", "gap later=because", "first=trees|later", "root=False|2|0",
             "pair=because|0|0"},
            id="two",
        ),
        pytest.param(WHOLE, {"count=1", "gap first=", "first=i|first", "joint=because", "to end=0"}, id="whole"),
        pytest.param((), {"count=0", "nothing first=i", "nothing question=False"}, id="nothing"),
    ],
)  # fmt: skip
def test_what_is_seen_of_a_reading(sight: Sight, reading: Reading, seen: set[str]) -> None:
    assert seen <= set(reading_features(*sight, reading))


def test_the_possible_readings_are_apart_and_their_odds_fall() -> None:
    crf = Crf(("B", "I", "O"), (), np.zeros((0, 3), dtype=np.float32), np.zeros((3, 3)))
    scores = np.array([[0.0, -9.0, 1.0], [-9.0, 2.0, 1.0], [9.0, -9.0, 0.0]])
    ((*found,),) = likely_readings(crf, scores, [3])
    assert found[0] == (((1, 2), (2, 3)), 0.0)
    assert len(found) == len(dict(found)) > 1
    odds = [value for _, value in found]
    assert odds == sorted(odds, reverse=True)
    assert odds[-1] >= np.log(LEAST)


TEXTS = st.lists(
    st.sampled_from(["I think ", "parks ", "cost, ", "because ", ". ", "? ", "\n\n", "(", "“", "\U0001f600", "so "]),
    max_size=20,
).map("".join)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(0, 2**32 - 1))
def test_any_reading_of_any_text_has_features(syntax: Language, text: str, seed: int) -> None:
    sentences = sentences_of(annotate(syntax, text))
    if not sentences:
        return
    crf = Crf(("B", "I", "O"), (), np.zeros((0, 3), dtype=np.float32), np.zeros((3, 3)))
    lengths = [len(tokens) for _, tokens in sentences]
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), 3))
    for (_, tokens), place, likely in zip(
        sentences, places_of(sentences), likely_readings(crf, scores, lengths), strict=True
    ):
        assert 0 < len(likely) <= COUNT
        for reading, _ in likely:
            assert all(0 <= first < last <= len(tokens) for first, last in reading)
            assert all(reading_features(Parse(tokens), place, reading))


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.integers(0, 2**32 - 1))
def test_the_chosen_reading_is_the_heaviest_by_all_its_names(syntax: Language, text: str, seed: int) -> None:
    sentences = sentences_of(annotate(syntax, text))
    random = np.random.default_rng(seed)
    for (_, tokens), place in zip(sentences, places_of(sentences), strict=True):
        parse, cuts = Parse(tokens), sorted(random.integers(0, len(tokens) + 1, size=4).tolist())
        spans = [(a, b) for a, b in pairwise(cuts) if a < b]
        likely = [(tuple(spans[:k]), -float(k)) for k in range(len(spans) + 1)]
        named = [reading_features(parse, place, reading) for reading, _ in likely]
        weights = {name: float(random.normal()) for name in sorted({name for names in named for name in names})}
        sums = [0.5 * odds + sum(weights[n] for n in names) for (_, odds), names in zip(likely, named, strict=True)]
        assert Chooser(weights, 0.5).best(parse, place, likely) == likely[int(np.argmax(sums))][0]
