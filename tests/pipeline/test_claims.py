"""Reasons and the other side: what becomes of components when the models of sentences are asked as well."""

from __future__ import annotations

from itertools import pairwise
from math import exp

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from scorer.pipeline.argument.claims import AGAINST, REASON, Kind, claimed
from scorer.pipeline.argument.components import Component
from scorer.pipeline.argument.parts import Sentence

SENTENCES = ("Trees cool the street.", "One oak shades us all day.")
TEXT = " ".join(SENTENCES)
OWN = (True, True)
CHANCES = {"Claim": "claim", "Against": "against"}


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    doc = spacy.blank("en")(TEXT)
    cut = TEXT.index("One")
    return [(0, [t for t in doc if t.idx < cut]), (0, [t for t in doc if t.idx >= cut])]


def component(label: str, words: str, kind: Kind = REASON, chance: float = 0.5) -> Component:
    start = TEXT.index(words)
    return Component(label, start, start + len(words), 0.9, 0, **{CHANCES[kind.label]: chance})


def probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))


def read(
    kind: Kind, components: list[Component], sentences: list[Sentence], odds: float
) -> list[tuple[str, str, float]]:
    """Label, words and confidence; the second sentence is surely of no kind."""
    found = claimed(kind, components, sentences, OWN, [probability(odds), 0.0], lambda p: p / 2)
    return [(c.label, TEXT[c.start : c.end], c.confidence) for c in found]


@pytest.mark.parametrize("kind", [REASON, AGAINST], ids=["reason", "against"])
@pytest.mark.parametrize("limit", ["found", "dismissed", "whole"])
def test_from_which_odds_on_a_sentence_makes_one(sentences: list[Sentence], kind: Kind, limit: str) -> None:
    tagged = {"found": ["Premise"], "dismissed": [kind.label], "whole": []}[limit]
    components = [component(label, "Trees cool the street", kind) for label in tagged]
    for step, there in ((0.01, True), (-0.01, False)):
        found = read(kind, components, sentences, getattr(kind, limit) + step)
        assert any(name == kind.label for name, _, _ in found) == there


def test_the_tagger_has_a_say(sentences: list[Sentence]) -> None:
    odds = REASON.found - 0.5
    sure = component("Premise", "Trees cool the street", chance=0.9)
    unsure = component("Premise", "Trees cool the street", chance=0.1)
    assert read(REASON, [sure], sentences, odds)[0][0] == "Claim"
    assert read(REASON, [unsure], sentences, odds)[0][0] == "Premise"


def test_the_likeliest_component_of_the_sentence_becomes_one(sentences: list[Sentence]) -> None:
    pieces = [component("Premise", "Trees", chance=0.3), component("Premise", "cool the street", chance=0.6)]
    assert [name for name, _, _ in read(REASON, pieces, sentences, 2.0)] == ["Premise", "Claim"]


def test_where_one_was_tagged_the_others_stay(sentences: list[Sentence]) -> None:
    pieces = [component("Claim", "Trees", chance=0.3), component("Premise", "cool the street", chance=0.6)]
    assert [name for name, _, _ in read(REASON, pieces, sentences, 2.0)] == ["Claim", "Premise"]


def test_a_whole_sentence_goes_without_the_marks_at_its_ends(sentences: list[Sentence]) -> None:
    assert read(REASON, [], sentences, 2.0) == [("Claim", "Trees cool the street", probability(2.0) / 2)]


def test_what_is_dismissed_keeps_its_place_as_another_kind(sentences: list[Sentence]) -> None:
    assert read(REASON, [component("Claim", "Trees cool the street")], sentences, -4.0) == [
        ("Premise", "Trees cool the street", 0.9)
    ]
    against = [component("Against", "Trees cool the street", AGAINST)]
    assert read(AGAINST, against, sentences, -4.0) == [("Claim", "Trees cool the street", 0.9)]


@pytest.mark.parametrize("label", ["MajorClaim", "Against"])
def test_a_sentence_with_another_kind_is_left_as_it_is(sentences: list[Sentence], label: str) -> None:
    components = [component(label, "Trees"), component("Premise", "cool the street", chance=0.9)]
    assert claimed(REASON, components, sentences, OWN, [0.99, 0.0], float) == components


def test_a_sentence_that_is_copied_is_left_as_it_is(sentences: list[Sentence]) -> None:
    components = [component("Claim", "Trees cool the street")]
    assert claimed(REASON, components, sentences, (False, True), [0.0, 0.0], float) == components
    assert claimed(REASON, [], sentences, (False, True), [0.99, 0.0], float) == []


@given(
    st.lists(st.tuples(st.sampled_from(["MajorClaim", "Claim", "Against", "Premise"]), st.floats(0, 1)), max_size=4),
    st.lists(st.floats(0, 1), min_size=2, max_size=2),
    st.sampled_from([REASON, AGAINST]),
)
def test_components_stay_in_order_and_apart(
    sentences: list[Sentence], labels: list[tuple[str, float]], probabilities: list[float], kind: Kind
) -> None:
    words = ("Trees", "cool the street", "One oak", "shades us all day")
    components = [component(name, part, kind, chance) for (name, chance), part in zip(labels, words, strict=False)]
    found = claimed(kind, components, sentences, OWN, probabilities, float)
    assert {(c.start, c.end) for c in components} <= {(c.start, c.end) for c in found}
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= c.confidence <= 1 for c in found)
