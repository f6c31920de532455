"""What is measured of the chances of sentences."""

from __future__ import annotations

import pytest
from essay_builder import build
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from scorer.features.reasons import STRETCH
from scorer.features.registry import registered
from scorer.pipeline.annotations import Citation, Role

NAMES = (
    "thesis_statements", "thesis_at_both_ends", "thesis_reasons_expected", "thesis_evidence_words", "reasons_expected",
    "evidence_expected_words", "evidence_expected_content", "evidence_expected_particulars",
    "counterargument_probability",
)  # fmt: skip
SENTENCES = ("Parks help cities.", "Trees cool streets well.", "Some say land costs money.", "Parks help.")
CHANCES = ((0.8, 0.1, 0.0, 1.0), (0.0, 0.5, 0.0, 0.9), (0.0, 0.0, 0.6, 0.5), (0.5, 0.2, 0.5, 0.0))


def essay(chances: tuple[tuple[float, float, float, float], ...] = CHANCES) -> Doc:
    """Four sentences of 3, 4, 5 and 2 words, each with the chances that it states, gives, opposes and argues."""
    doc = build(" ".join(SENTENCES))
    starts = [doc.text.index(sentence) for sentence in SENTENCES]
    doc._.roles = tuple(
        Role(start, start + len(sentence), *chance)
        for start, sentence, chance in zip(starts, SENTENCES, chances, strict=True)
    )
    return doc


def value(name: str, doc: Doc) -> float:
    return registered()[name].measure(doc)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thesis_statements", 0.8 + 0.5),
        ("thesis_at_both_ends", 0.8 * 0.5),  # of 14 words the last sentence has 12 before it
        ("reasons_expected", 0.1 * 0.2 + 0.5 + 0.2 * 0.5),
        ("evidence_expected_words", 3 * 1.0 * 0.1 + 4 * 0.9 * 0.5 + 5 * 0.5 * 0.4),
        ("thesis_reasons_expected", (1 - 0.2 * 0.5) * (0.1 * 0.2 + 0.5 + 0.2 * 0.5)),
        ("thesis_evidence_words", (1 - 0.2 * 0.5) * (3 * 0.1 + 4 * 0.9 * 0.5 + 5 * 0.5 * 0.4)),
        ("counterargument_probability", 1 - 0.4 * 0.5),
    ],
)
def test_arithmetic_on_one_essay(name: str, expected: float) -> None:
    assert value(name, essay()) == pytest.approx(expected)


def test_what_is_named_again_counts_once_and_where_it_most_likely_develops() -> None:
    # "trees cool streets well" comes with .45, and once more with 1.0; "Parks help" develops with .1 and 0
    doc = essay(((0.8, 0.1, 0.0, 1.0), (0.0, 0.5, 0.0, 0.9), (0.0, 0.0, 0.0, 1.0), (1.0, 0.0, 0.0, 1.0)))
    cities, parks, help_, named = 0.1, 0.1, 0.1, ("cool", "streets", "trees")
    land = 3 * 1.0  # land, costs, money ("say" is in any essay)
    assert value("evidence_expected_content", doc) == pytest.approx(cities + parks + help_ + len(named) * 0.45 + land)
    twice = build("Trees cool streets. Trees cool streets.")
    half = twice.text.index(" Trees")
    twice._.roles = (Role(0, half, 0, 0, 0, 0.3), Role(half + 1, len(twice.text), 0, 0, 0, 0.8))
    assert value("evidence_expected_content", twice) == pytest.approx(3 * 0.8)


def test_particulars_are_names_numbers_and_things() -> None:
    def of(text: str) -> float:
        doc = build(text)
        doc._.roles = (Role(0, len(doc.text), 0, 0, 0, 1.0),)
        return value("evidence_expected_particulars", doc)

    assert of("Freedom matters and success brings happiness.") == 0.0
    assert of("Homework matters.") == 0.0  # a capital because it opens the sentence
    assert of("A truck hit two dogs by Boston in 1994.") == pytest.approx(5.0)  # truck, two, dogs, Boston, 1994


def test_citations_hold_no_particulars() -> None:
    cited = "Freedom matters (Smith, 2019, p. 14)."
    doc = build(cited, citations=[("(Smith, 2019, p. 14)", {"style": "apa"})])
    doc._.roles = (Role(0, len(doc.text), 0, 0, 0, 1.0),)
    assert value("evidence_expected_particulars", doc) == 0.0


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        (CHANCES, 4 * 0.9 * 0.5 / (3 * 0.1 + 4 * 0.9 * 0.5 + 5 * 0.5 * 0.4)),
        (((0.0, 0.0, 0.0, 1.0), *[(0.0, 0.0, 0.0, 0.0)] * 3), 0.0),  # what is cited develops nothing
        (tuple([(0.0, 0.0, 0.0, 0.0)] * 4), 0.0),
    ],
)
def test_the_cited_share_of_the_development(chances: tuple[tuple[float, ...], ...], expected: float) -> None:
    doc = essay(chances)  # type: ignore[arg-type]
    start = doc.text.index(" Some say")
    doc._.citations = [Citation(start - 1, start)]  # at the end of the second sentence
    assert value("evidence_expected_cited_share", doc) == pytest.approx(expected)


words = st.lists(st.sampled_from([f"{first}{second}zzzz" for first in "abcdefg" for second in "abcdefg"]), max_size=120)


@given(words)
def test_renewal_is_the_mean_share_of_different_words_in_every_stretch(named: list[str]) -> None:
    doc = build(" ".join(named) or "The")
    stretches = [named[k : k + STRETCH] for k in range(max(0, len(named) - STRETCH) + 1)]
    expected = sum(len(set(one)) for one in stretches) / (len(stretches) * STRETCH)
    assert value("content_renewal", doc) == pytest.approx(expected)


def test_an_essay_of_which_nothing_is_known_has_none_of_it() -> None:
    doc = build("Cities grow. People come and go.")
    assert {name: value(name, doc) for name in NAMES} == dict.fromkeys(NAMES, 0.0)


def test_a_position_at_one_end_alone_is_not_at_both() -> None:
    opening = essay(((1.0, 0.0, 0.0, 1.0), *[(0.0, 0.0, 0.0, 1.0)] * 3))
    assert value("thesis_at_both_ends", opening) == 0.0
    assert value("thesis_statements", opening) == 1.0


def test_a_long_last_sentence_is_the_end_though_it_begins_before_it() -> None:
    doc = build("Parks help. Parks help since trees cool streets.")
    cut = doc.text.index(" Parks") + 1
    doc._.roles = (Role(0, cut - 1, 0.9, 0.0, 0.0, 1.0), Role(cut, len(doc.text), 0.8, 0.0, 0.0, 1.0))
    assert value("thesis_at_both_ends", doc) == pytest.approx(0.9 * 0.8)


def test_without_a_position_nothing_stands_behind_it() -> None:
    doc = essay(((0.0, 1.0, 0.0, 1.0),) * 4)
    assert value("reasons_expected", doc) == 4.0
    assert value("thesis_reasons_expected", doc) == value("thesis_evidence_words", doc) == 0.0


chance = st.floats(0, 1)


@given(st.tuples(*[st.tuples(chance, chance, chance, chance)] * 4))
def test_ranges(chances: tuple[tuple[float, float, float, float], ...]) -> None:
    doc = essay(chances)
    values = {name: value(name, doc) for name in NAMES}
    assert all(0.0 <= found <= 1.0 for name, found in values.items() if name in (NAMES[1], NAMES[-1]))
    assert 0.0 <= values["thesis_statements"] <= 4.0
    assert 0.0 <= values["thesis_reasons_expected"] <= values["reasons_expected"] <= 4.0
    assert 0.0 <= values["thesis_evidence_words"] <= values["evidence_expected_words"] <= 14.0
