"""The essay that the project began with gets the feedback of a good teacher, and nothing that is not so."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from scorer.assessment import Feedback
from scorer.feedback import feedback_for, groups_of
from scorer.rubric import load_rubric
from scorer.scoring.standing import Standing


@pytest.fixture(scope="module")
def text(seed_path: Path) -> str:
    return seed_path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shown(nlp: Language, text: str) -> dict[str, tuple[Feedback, ...]]:
    doc = nlp(text)
    return {criterion.id: feedback_for(doc, groups_of(criterion)) for criterion in load_rubric().criteria}


@pytest.mark.parametrize(
    ("criterion", "kind", "said", "pointed_at"),
    [
        (
            "thesis",
            "strength",
            "pursue collective security rather than a balance",
            "collective security rather than a balance of power",
        ),
        ("thesis", "strength", "I would encourage the President to pursue", "I would encourage the President"),
        ("sources", "strength", "source", "(Nau 2728)"),
        ("sources", "fix", "works cited", "(Walt, “Who’s Afraid of the Balance of Power” 2017)"),
        ("sources", "fix", "(Nau 2728)", "(Nau 2728)"),
        ("sources", "fix", "(Nau, 5631)", "(Nau, 5631)"),
        ("sources", "fix", "or otherwise endangered", "”"),
        ("organization", "improve", "550", "First, I prefer collective security"),
        ("organization", "improve", "Furthermore, I would also advise", "Ultimately, I would encourage"),
        ("language", "improve", "60 words", "While the balance of power strategy"),
        ("conventions", "fix", "when when", "when when"),
        ("conventions", "fix", "if asked to advise", "if"),
        ("conventions", "fix", "17 times", "power ."),
    ],
)
def test_what_a_good_teacher_would_say(
    shown: dict[str, tuple[Feedback, ...]], text: str, criterion: str, kind: str, said: str, pointed_at: str
) -> None:
    fitting = [item for item in shown[criterion] if item.kind == kind and said.lower() in item.message.lower()]
    assert fitting, [item.message for item in shown[criterion]]
    assert any(
        text[s.start : s.end].startswith(pointed_at) or pointed_at in text[s.start : s.end] for s in fitting[0].spans
    )


def test_every_criterion_says_something_about_the_text(shown: dict[str, tuple[Feedback, ...]]) -> None:
    assert all(items and all(item.spans for item in items) for items in shown.values())


@pytest.mark.parametrize("word", ["Hitler", "Stalin", "WWI,", "wrong war", "no thesis", "No sentence was found"])
def test_nothing_is_claimed_that_is_not_checked(shown: dict[str, tuple[Feedback, ...]], word: str) -> None:
    assert not any(word in item.message for items in shown.values() for item in items)


@pytest.mark.parametrize("costly", [["citations_clean_share", "evidence_cited_share"], ["reasons_cited_share"]])
def test_the_missing_list_is_told_whatever_costs_points(nlp: Language, text: str, costly: list[str]) -> None:
    standing = Standing(dict.fromkeys(costly, 0.1), frozenset(costly))
    said = " ".join(item.message for item in feedback_for(nlp(text), ["sources"], standing))
    assert "works cited" in said.lower()


def test_the_prompt_is_not_pointed_at(shown: dict[str, tuple[Feedback, ...]], text: str) -> None:
    essay = text.index("if asked to advise the President")
    assert all(span.start >= essay for items in shown.values() for item in items for span in item.spans)
