"""The page of an essay: nothing of the text is lost, nothing of it becomes markup, and nothing outside is needed."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from samples import FORMULA, HOSTILE, TEXT, assessment, blocked, of_text, unreadable, waiting

from scorer.reports.audience import Audience
from scorer.reports.frame import FOLDER
from scorer.reports.html import essay_page
from scorer.reports.marks import marks_of


def parsed(page: str) -> BeautifulSoup:
    return BeautifulSoup(page, "html.parser", preserve_whitespace_tags={"article"})


STUDENTS, TEACHERS = (parsed(essay_page(assessment(), audience)) for audience in Audience)


def essay(page: BeautifulSoup) -> str:
    return page.find(id="essay").get_text()


def test_the_text_is_there_to_the_character_and_each_mark_holds_its_words() -> None:
    assert essay(TEACHERS) == TEXT
    for mark in marks_of(assessment(), Audience.teacher):
        pieces = TEACHERS.find_all("mark", attrs={"data-m": mark.number})
        assert "".join(piece.get_text() for piece in pieces) == TEXT[mark.start : mark.end]
        assert pieces[0]["id"] == f"m{mark.number}"
        assert pieces[0].a["href"] == f"#n{mark.reference}"


def test_every_link_leads_to_a_place_on_the_page_and_every_id_is_there_once() -> None:
    ids = [element["id"] for element in TEACHERS.find_all(id=True)]
    assert len(ids) == len(set(ids))
    targets = [link["href"] for link in TEACHERS.find_all("a")]
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    described = " ".join(e["aria-describedby"] for e in TEACHERS.find_all(attrs={"aria-describedby": True}))
    assert set(described.split()) <= set(ids)


@pytest.mark.parametrize("page", [TEACHERS, STUDENTS], ids=["teacher", "student"])
def test_what_an_essay_holds_is_only_text(page: BeautifulSoup) -> None:
    assert len(page.find_all("script")) == 1
    assert HOSTILE in essay(page)
    assert FORMULA in essay(page)
    assert page.h1.get_text() == "Ann <b>Lee</b>"
    assert HOSTILE in page.find(id="c-conventions").get_text()


def test_nothing_comes_from_outside_the_file() -> None:
    page = essay_page(assessment())
    assert not re.search(r"""(?:src|srcset|action|data|poster)\s*=\s*["']""", page)
    assert not re.search(r"@import|url\(", page)
    assert TEACHERS.find_all(["link", "img", "iframe", "object", "embed", "form", "base"]) == []
    assert not TEACHERS.find_all(style=True)


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    policy = TEACHERS.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'; ")
    for part in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(TEACHERS.find(part).string.encode()).digest()).decode()
        assert f"{part}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert all("</" not in file.read_text(encoding="utf-8") for file in (FOLDER / "page.css", FOLDER / "page.js"))


def test_a_teacher_sees_what_a_student_does_not() -> None:
    for words in ("interval 2.6–3.6", "What the score is made of", "Needs your review", "Check the reasons by eye."):
        assert words in TEACHERS.get_text()
        assert words not in STUDENTS.get_text()
    assert "You say early where you stand." in STUDENTS.get_text()


def test_figures_of_a_score_add_up_as_shown() -> None:
    for table in TEACHERS.find_all("table"):
        *parts, total = [float(row.find_all("td")[-1].get_text().replace("−", "-")) for row in table("tr")[1:]]
        assert sum(parts) == pytest.approx(total, abs=1e-9)


def test_the_legend_has_each_kind_that_the_essay_has() -> None:
    shown = [label.get_text(" ", strip=True) for label in TEACHERS.find("fieldset").find_all("label")]
    assert shown == [
        "Feedback 5", "Thesis 2", "Reasons 1", "Other side 2", "Evidence 2", "Citations 1", "Quotations 1",
        "References 1", "Corrections 1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "words", "with_essay"),
    [
        (unreadable(), f"The file {HOSTILE} is empty.", False),
        (blocked(), "The essay has 3 words.", True),
        (assessment(text=None), "You say early where you stand.", False),
        (assessment(structure={}, corrections=[], criteria=[], flags=[]), "Proficient", True),
    ],
    ids=["unreadable", "not scored", "without its text", "nothing found"],
)
@pytest.mark.parametrize("audience", Audience)
def test_every_outcome_has_a_page(made, words: str, with_essay: bool, audience: Audience) -> None:  # type: ignore[no-untyped-def]
    page = parsed(essay_page(made, audience))
    assert words in page.get_text()
    assert (page.find(id="essay") is not None) == with_essay


def test_an_unscored_criterion_says_so() -> None:
    assert "it is yours to judge" in TEACHERS.find(id="c-voice").get_text()


def test_feedback_that_is_not_approved_is_said_once_to_be_still_to_come() -> None:
    page = parsed(essay_page(waiting(), Audience.student))
    assert page.get_text().count("Your teacher's remarks are still to come.") == 1
    assert "No remarks." not in page.get_text() and "it is yours to judge" not in page.get_text()
    assert [result.get_text(strip=True) for result in page.select(".criterion .advice")] == [""] * 4


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), min_size=1, max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_any_text_with_any_places(text: str, places: list[tuple[int, int]]) -> None:
    inside = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    assert essay(parsed(essay_page(of_text(text, inside)))) == text
