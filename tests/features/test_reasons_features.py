"""What is measured of reasons, counterarguments and evidence."""

from __future__ import annotations

import pytest
from essay_builder import build

from scorer.features import evidence, reasons
from scorer.features.registry import registered

ESSAY = (
    "{T|Parks help cities}. First, {R|parks cool streets}. For example, {E1|trees in Oslo shade benches}, "
    "{E1|because leaves block sun}.\n\n"
    "{R|Green space lowers stress}. {E2|Parks cool streets}. Some say {K|land costs money}, but {B|health costs more}. "
    "{E|Everyone walks}."
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("reasons_count", 2),
        ("reasons_distinct", 2),
        ("reasons_variety", 1.0),
        ("reasons_mean_words", (3 + 4) / 2),
        ("reasons_confidence", 1.0),
        ("reasons_supported_share", 1.0),
        ("reasons_developed", 0),
        ("reasons_evidence_ratio", 3 / 2),
        ("reasons_support_words", (5 + 4 + 3) / 2),
        ("reasons_support_evenness", 0.8112781244591328),  # entropy of 9 and 3 words, in bits
        ("reasons_signposted_share", 1 / 2),
        ("reasons_thesis_share", 1.0),  # the second through its evidence
        ("reasons_thesis_overlap", (1 / 3 + 0) / 2),
        ("reasons_paragraph_ratio", 1.0),
        ("counterargument_present", 1),
        ("counterarguments_rebutted_share", 1.0),
        ("evidence_count", 4),
        ("evidence_mean_words", (5 + 4 + 3 + 2) / 4),
        ("evidence_linked_share", 3 / 4),
        ("evidence_relevance", 0.0),
        ("evidence_example_share", 1 / 4),
        ("reasons_example_share", 1 / 2),
        ("evidence_causes", 100 / 14),
        ("evidence_explained_share", 1 / 4),
        ("evidence_concrete_share", 1 / 4),
        ("reasons_concrete_share", 1 / 2),
        ("evidence_specifics", 100 / 14),
        ("evidence_personal_share", 0.0),
        ("evidence_overgeneralized_share", 1 / 4),
        ("evidence_new_share", (1 + 1 + 0 + 1) / 4),  # the third says the first reason again
    ],
)
def test_arithmetic_on_one_essay(name: str, expected: float) -> None:
    assert registered()[name].measure(build(ESSAY)) == pytest.approx(expected)


def test_nothing_found_is_zero_everywhere() -> None:
    doc = build("Cities grow. People come and go.")
    values = {name: item.measure(doc) for name, item in registered().items() if item.group == "reasons"}
    assert len(values) >= 30 and values.pop("content_renewal") == 3 / 40  # of the whole essay, not of what is found
    assert set(values.values()) == {0.0}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{R|Parks cool streets}.", 1),
        ("{R|Parks cool streets}. {R|Parks cool streets}. {R|Streets, parks cool}.", 1),
        ("{R|Parks cool streets}. {R|Buses lower costs}.", 2),
        ("{R|Parks cool}. {R|Buses run}. {R|Trains wait}. {R|Ships sail}. {R|Planes land}.", 4),
    ],
)
def test_saying_a_reason_again_does_not_count(text: str, expected: int) -> None:
    assert reasons.reasons_distinct(build(text)) == expected


@pytest.mark.parametrize(
    ("evidence_words", "copies", "expected"),
    [(29, 1, 0), (30, 1, 1), (30, 2, 1)],
)
def test_developed_reasons(evidence_words: int, copies: int, expected: int) -> None:
    text = " ".join(
        f"{{R|Parks cool streets}}. {{E{k + 1}|{' '.join(['shade'] * evidence_words)}}}." for k in range(copies)
    )
    assert reasons.reasons_developed(build(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Firstly, {R|parks cool streets}.", 1),
        ("{R|Another benefit is peace}.", 1),
        ("I think that, first of all, {R|parks cool}.", 1),
        ("{R|Parks cool streets at first}.", 0),
        ("{E|First trees}, and {R|parks cool streets}.", 0),
    ],
)
def test_signposts_stand_before_a_reason(text: str, expected: int) -> None:
    assert reasons.reasons_signposted_share(build(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{E|In 1941 armies marched}.", 1),
        ("{E|Roughly two thirds agreed}.", 1),
        ("{E|That one works}.", 0),
        ("{E|Hitler attacked the Soviet Union}.", 1),
        ("{E|Technology helps}.", 0),
        ("{E|Armies marched (Nau 28)}.", 0),
    ],
)
def test_concrete_evidence_has_names_or_numbers_of_its_own(text: str, expected: int) -> None:
    citations = [("(Nau 28)", {"author": "Nau", "locator": "28"})] if "(Nau" in text else []
    assert evidence.evidence_concrete_share(build(text, citations=citations)) == expected


def test_relevant_evidence_takes_up_the_words_of_its_reason() -> None:
    doc = build("{R|Parks cool streets}. {E1|Shade in parks keeps streets fresh}. {R|Buses help}. {E2|Rain falls}.")
    assert evidence.evidence_relevance(doc) == pytest.approx((2 / 3 + 0) / 2)


def test_spread_counts_quarters_of_the_essay() -> None:
    # 13 words: the parts begin in the first quarter and the last
    doc = build("{R|Parks cool streets}. a b c d e f g {E1|Shade in parks}.")
    assert reasons.reasons_spread(doc) == 2 / 4


def test_argument_share_counts_a_word_once() -> None:
    doc = build("{T|Parks {R|help cities}}. Yes")
    assert reasons.argument_share(doc) == 3 / 4


def test_bracketed_citations_move_no_feature_of_thesis_or_reasons() -> None:
    plain = build("{T|Parks help cities}. {R|Parks cool streets}. {E1|Trees in Oslo shade benches}.")
    cited = build(
        "{T|Parks help cities (Lund 12)}. {R|Parks cool streets (Lund 14)}. {E1|Trees in Oslo shade benches (Berg 3)}.",
        citations=[
            ("(Lund 12)", {"author": "Lund"}),
            ("(Lund 14)", {"author": "Lund"}),
            ("(Berg 3)", {"author": "Berg"}),
        ],
    )
    measured = [item for item in registered().values() if item.group in ("thesis", "reasons")]
    assert {item.name: item.measure(plain) for item in measured} == {
        item.name: item.measure(cited) for item in measured
    }
