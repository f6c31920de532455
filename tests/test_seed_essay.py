"""What the program must see in the essay that it began with, fact by fact, each judged by reading the essay."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import scorer
from scorer.assessment import Assessment, CitationSpan, Feedback, Span
from scorer.rubric import load_rubric

FIVE = [
    (
        "(Walt, “Who’s Afraid of the Balance of Power” 2017)",
        "Walt", "Who’s Afraid of the Balance of Power", "2017", None,
    ),
    ("(Nau 2728)", "Nau", None, None, "2728"),
    (
        "(Walt, Alliance Formation and the Balance of World Power, 8)",
        "Walt", "Alliance Formation and the Balance of World Power", None, "8",
    ),
    ("(Nau 5283)", "Nau", None, None, "5283"),
    ("(Nau, 5631)", "Nau", None, None, "5631"),
]  # fmt: skip


@pytest.fixture(scope="module")
def text() -> str:
    path = Path(__file__).parent.parent / "seeds" / "collective-security.txt"
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def assessment(text: str) -> Assessment:
    return scorer.load().score(text)


def feedback(assessment: Assessment, criterion: str) -> tuple[Feedback, ...]:
    return assessment.criterion(criterion).feedback


def quoted(text: str, item: Feedback) -> list[str]:
    return [text[place.start : place.end] for place in item.spans]


def tells_a_level(criterion: str, message: str) -> bool:
    """Whether the message gives the rubric's own words for one of the criterion's levels."""
    (own,) = (c for c in load_rubric().criteria if c.id == criterion)
    return any(level.description in message for level in own.levels if level.description)


def test_it_is_scored_on_all_six_criteria(assessment: Assessment) -> None:
    assert assessment.status == "needs_review"
    assert [flag.code for flag in assessment.flags if flag.asks_review] == ["wide_interval"]
    assert assessment.overall is not None
    assert 2.0 < assessment.overall.score < 3.7
    assert [(c.id, c.basis, c.status) for c in assessment.criteria] == [
        ("thesis", "rule", "scored"),
        ("reasons", "rule", "scored"),
        ("sources", "rule", "scored"),
        ("organization", "trained", "scored"),
        ("language", "trained", "scored"),
        ("conventions", "trained", "scored"),
    ]


def test_the_first_two_lines_are_the_prompt(assessment: Assessment, text: str) -> None:
    prompt = assessment.structure.prompt
    assert prompt is not None
    assert prompt.text == "\n".join(text.splitlines()[:2])


def test_the_thesis_advises_collective_security_over_a_balance_of_power(assessment: Assessment) -> None:
    thesis = assessment.structure.thesis
    assert thesis is not None
    assert thesis.text.endswith("pursue collective security rather than a balance of power")
    assert "if asked to advise" not in thesis.text
    assert thesis.confidence > 0.8


def test_the_thesis_is_taken_up_again_at_the_end(assessment: Assessment) -> None:
    last = assessment.structure.restatements[-1]
    assert last.text.startswith("I would encourage the President to pursue the collective security")
    conclusion = assessment.structure.conclusion
    assert conclusion is not None
    assert conclusion.start <= last.start < last.end <= conclusion.end
    assert conclusion.text.startswith("Ultimately,")


@pytest.mark.parametrize(
    "words",
    [
        "promotes long-lasting collaboration and camaraderie between nations",
        "shrouded in secret alliances, uncertainty, and betrayal",
    ],
    ids=["collaboration", "contrast with secret alliances"],
)
def test_reasons_are_found(assessment: Assessment, words: str) -> None:
    assert any(words in reason.text for reason in assessment.structure.reasons)


def test_deterrence_backs_the_preference_for_collective_security(assessment: Assessment) -> None:
    found = [item for item in assessment.structure.evidence if "discouraging powerful states" in item.text]
    assert len(found) == 1
    assert found[0].supports is not None
    assert "I prefer collective security" in assessment.structure.reasons[found[0].supports.index].text


def test_reasons_are_few_and_no_quotation_or_citation_is_one(assessment: Assessment) -> None:
    reasons = assessment.structure.reasons
    assert 3 <= len(reasons) <= 6
    assert not any("Nau" in reason.text or "Walt" in reason.text for reason in reasons)


@pytest.mark.parametrize("words", ["Mussolini joined the Axis powers", "Article 11 of the League of Nations", "Stalin"])
def test_the_historical_facts_are_evidence_for_a_reason(assessment: Assessment, words: str) -> None:
    found = [item for item in assessment.structure.evidence if words in item.text]
    assert len(found) == 1
    assert found[0].supports is not None
    assert found[0].supports.list == "reasons"
    assert 0 <= found[0].supports.index < len(assessment.structure.reasons)


def test_there_are_five_citations(assessment: Assessment) -> None:
    assert [citation.text for citation in assessment.structure.citations] == [words for words, *_ in FIVE]


@pytest.mark.parametrize("place", range(5), ids=[words for words, *_ in FIVE])
def test_each_citation_is_parsed(assessment: Assessment, place: int) -> None:
    found: CitationSpan = assessment.structure.citations[place]
    _, author, title, year, locator = FIVE[place]
    assert (found.author, found.title, found.year, found.locator) == (author, title, year, locator)
    assert (found.style, found.reference) == ("mla", None)


@pytest.mark.parametrize(
    ("place", "issue"), [(0, "missing_locator"), (1, None), (2, None), (3, None), (4, "comma_before_locator")]
)
def test_what_is_wrong_with_each_citation(assessment: Assessment, place: int, issue: str | None) -> None:
    assert assessment.structure.citations[place].issues == ((issue,) if issue else ())


def test_there_is_no_list_of_references(assessment: Assessment) -> None:
    assert assessment.structure.references == ()


@pytest.mark.parametrize(
    ("start", "end", "citation"),
    [
        ("“world government”", "“world government”", None),
        ("", "otherwise endangered”", 0),
        ("“aligning with rather", "spoils of conquest”", 1),
        ("“any war or threat of war", "whole League”", 3),
    ],
)
def test_the_quotations_and_their_citations(assessment: Assessment, start: str, end: str, citation: int | None) -> None:
    found = [q for q in assessment.structure.quotations if q.text.startswith(start) and q.text.endswith(end)]
    assert [q.citation for q in found] == [citation]


def test_the_teacher_hears_that_no_list_of_works_cited_was_found(assessment: Assessment) -> None:
    assert any(re.search(r"works? cited|references", f.message, re.I) for f in feedback(assessment, "sources"))


def test_the_two_forms_of_citing_nau_are_set_side_by_side(assessment: Assessment, text: str) -> None:
    assert ["(Nau 2728)", "(Nau, 5631)"] in [quoted(text, item) for item in feedback(assessment, "sources")]


def test_the_quotation_that_never_opens_is_pointed_at(assessment: Assessment, text: str) -> None:
    pointed = [item for item in feedback(assessment, "sources") if "otherwise endangered" in item.message]
    assert [item.kind for item in pointed] == ["fix"]
    assert any(words.endswith("endangered”") for words in quoted(text, pointed[0]))


def test_the_single_paragraph_is_mentioned(assessment: Assessment) -> None:
    assert any("paragraph" in item.message for item in feedback(assessment, "organization"))
    assert [(flag.code, flag.severity) for flag in assessment.flags if flag.code == "no_paragraphs"] == [
        ("no_paragraphs", "info")
    ]


def test_the_doubled_word_is_pointed_at(assessment: Assessment, text: str) -> None:
    pointed = [item for item in feedback(assessment, "conventions") if "when when" in item.message]
    assert [quoted(text, item) for item in pointed] == [["when when"]]


def test_nobody_pretends_to_know_which_war_it_was(assessment: Assessment) -> None:
    messages = [item.message for criterion in assessment.criteria for item in criterion.feedback]
    assert not any(re.search(r"\bWWI\b|Hitler", message) for message in messages)


def test_every_criterion_has_something_good_and_something_to_do(assessment: Assessment) -> None:
    for criterion in assessment.criteria:
        kinds = {item.kind for item in criterion.feedback}
        assert "strength" in kinds, criterion.id
        best = criterion.level == next(c for c in load_rubric().criteria if c.id == criterion.id).levels[-1].title
        assert best or kinds & {"improve", "fix"}, criterion.id


def test_all_feedback_points_into_the_essay_and_not_into_the_prompt(assessment: Assessment, text: str) -> None:
    prompt = assessment.structure.prompt
    assert prompt is not None
    for criterion in assessment.criteria:
        for item in criterion.feedback:
            assert item.spans or tells_a_level(criterion.id, item.message), item.message
            for place in item.spans:
                assert prompt.end <= place.start < place.end <= len(text)
                assert text[place.start : place.end] == text[place.start : place.end].strip()


def test_every_quoted_excerpt_in_the_feedback_is_the_students_own(assessment: Assessment, text: str) -> None:
    """Straight and curly marks and shortening aside."""
    flat = " ".join(re.sub("[“”\"‘’']", "", text).split()).lower()
    for criterion in assessment.criteria:
        for item in criterion.feedback:
            excerpts = (
                [] if tells_a_level(criterion.id, item.message) else re.findall("(?<!→ )“([^“”]+)”", item.message)
            )
            for excerpt in excerpts:
                words = " ".join(re.sub("[“”\"‘’']", "", excerpt).strip("… ").split()).removesuffix(",")
                assert words.lower() in flat, item.message


def test_all_spans_reproduce_the_text(assessment: Assessment, text: str) -> None:
    def spans(value: object) -> list[dict[str, object]]:
        if isinstance(value, dict):
            return ([value] if "text" in value else []) + [s for v in value.values() for s in spans(v)]
        return [s for v in value for s in spans(v)] if isinstance(value, list) else []

    found = spans(json.loads(assessment.structure.model_dump_json()))
    assert len(found) > 20
    for span in map(Span.model_validate, ({k: s[k] for k in ("start", "end", "text", "confidence")} for s in found)):
        assert text[span.start : span.end] == span.text == span.text.strip()


def test_the_points_add_up(assessment: Assessment) -> None:
    for criterion in assessment.criteria:
        assert criterion.score == pytest.approx(
            criterion.base + sum(c.points for c in criterion.contributions), abs=1e-6
        )
        if criterion.basis == "trained":
            assert len(criterion.contributions) >= 15
