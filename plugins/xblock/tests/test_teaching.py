"""What teachers can do, and that nobody else can."""

from __future__ import annotations

import math
from typing import Any

import pytest
from essay_scorer_xblock.options import OWN
from essays import FIRST, PROMPT, REPEATED
from platform_double import TEACHER, Platform

REQUESTS: dict[str, Any] = {
    "staff_class": {},
    "staff_student": {"student": "ann"},
    "staff_override": {"student": "ann", "attempt": "?", "criterion": "thesis", "score": 4, "reason": "I like it."},
    "staff_feedback": {"student": "ann", "attempt": "?", "criterion": "thesis", "sentences": []},
    "staff_release": {"students": ["ann"]},
    "studio_save": {"display_name": "Mine now", "attempts_allowed": 0},
}


def attempt(platform: Platform, student: str = "ann") -> str:
    return str(platform.row(student)["attempt"])


@pytest.fixture
def platform() -> Platform:
    made = Platform({"prompt": PROMPT})
    made.hand_in("ann", FIRST)
    return made


@pytest.mark.parametrize("who", ["ann", "bob", None])
@pytest.mark.parametrize("handler", REQUESTS)
def test_only_teachers_may(platform: Platform, handler: str, who: str | None) -> None:
    before = dict(platform.store.db_dict)
    body = {**REQUESTS[handler]}
    if "attempt" in body:
        body["attempt"] = attempt(platform)
    answer = platform.ask(who, handler, body)
    assert (answer.status, answer.code) == (403, "not_allowed")
    assert dict(platform.store.db_dict) == before
    assert platform.grades() == []


def test_a_student_does_not_see_the_class(platform: Platform) -> None:
    assert "es-board" in platform.view(TEACHER) and "ann" in platform.view(TEACHER)
    assert "es-board" not in platform.view("ann") and "es-board" not in platform.view("bob")


def test_the_class_shows_intervals_and_flags_and_what_needs_a_look_first(platform: Platform) -> None:
    platform.hand_in("bob", REPEATED)
    board = platform.ask(TEACHER, "staff_class").html
    row = platform.row("bob")
    low, high = row["overall"]["interval"]
    assert f"{low:.1f}–{high:.1f}" in board
    assert row["flags"][0]["message"] in board
    assert board.index('data-student="bob"') < board.index('data-student="ann"')
    assert 'data-student="bob" data-state="check"' in board and 'data-student="ann" data-state="ready"' in board


def test_a_teacher_sees_why(platform: Platform) -> None:
    page = platform.ask(TEACHER, "staff_student", {"student": "ann"}).html
    for sign in ("interval ", "What the score is made of", "m thesis", 'data-form="override"'):
        assert sign in page


def test_a_changed_score_has_its_reason_and_becomes_the_grade_when_it_is_released(platform: Platform) -> None:
    machine = platform.row("ann")["overall"]["score"]
    change = {"student": "ann", "attempt": attempt(platform), "criterion": "thesis", "score": 4, "reason": "Clear."}
    page = platform.ask(TEACHER, "staff_override", change).html
    assert "4 instead of" in page and "set by the teacher: Clear." in page
    platform.view("ann")
    assert platform.grades() == []
    platform.ask(TEACHER, "staff_release", {"students": ["ann"]})
    assert platform.grades() == []  # a platform would take it for the teacher's own
    page = platform.view("ann")
    ((earned, possible),) = platform.grades("ann")
    assert earned > machine and possible == 4
    assert f"<strong>{earned:.1f}</strong>" in page and "Clear." not in page
    platform.view("ann")
    platform.ask("ann", "refresh")
    assert len(platform.grades()) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"score": 5}, "goes from 1 to 4"),
        ({"score": -1}, "goes from 1 to 4"),
        ({"score": math.nan}, "score"),
        ({"score": "4"}, "score"),
        ({"reason": "  "}, "reason"),
        ({"criterion": "charm"}, "no criterion is called"),
        ({"attempt": "0000"}, "kept no longer"),
        ({"student": "carl"}, "no essay of this student"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_in_a_sentence(
    platform: Platform, change: dict[str, Any], said: str
) -> None:
    body = {"student": "ann", "attempt": attempt(platform), "criterion": "thesis", "score": 3, "reason": "So."}
    answer = platform.ask(TEACHER, "staff_override", {**body, **change})
    assert answer.status in (400, 404)
    assert said in answer.error and answer.error.endswith(".")
    assert platform.block(TEACHER).decisions == {}


def test_changes_hold_when_the_author_takes_another_rubric(platform: Platform) -> None:
    change = {"student": "ann", "attempt": attempt(platform), "criterion": "thesis", "score": 4, "reason": "Clear."}
    platform.ask(TEACHER, "staff_override", change)
    block = platform.block(TEACHER)
    block.rubric = "ellipse"
    block.save()
    assert "set by the teacher: Clear." in platform.ask(TEACHER, "staff_student", {"student": "ann"}).html
    assert platform.ask(TEACHER, "staff_override", {**change, "criterion": "language"}).status == 200
    assert platform.view("ann")


def test_edited_feedback_is_what_the_student_reads(platform: Platform) -> None:
    block = platform.block("ann")
    from essay_scorer_xblock.records import Attempt

    assessment = Attempt.model_validate(block.attempts[0]).assessment
    assert assessment is not None
    result = next(r for r in assessment.criteria if len(r.feedback) > 1 and r.feedback[0].spans)
    said = result.feedback
    body = {
        "student": "ann",
        "attempt": attempt(platform),
        "criterion": result.id,
        "sentences": [
            {"kind": said[0].kind, "message": "The teacher says it better.", "number": 0},
            {"kind": said[1].kind, "message": " ", "number": 1},
            {"kind": "improve", "message": "Say more of “two cousins”, please.", "number": None},
        ],
    }
    page = platform.ask(TEACHER, "staff_feedback", body).html
    student = platform.view("ann")
    for html in (page, student):
        assert "The teacher says it better." in html and "please." in html
    assert (
        f"</span>{said[1].message.split('“')[0][:30]}" not in student.split(f"h-{result.id}")[1].split("</section>")[0]
    )
    marked = student.split("Say more of “two cousins”, please.")[-1]
    assert "data-go=" in marked[:200]


def test_released_to_many_at_once_and_taken_back(platform: Platform) -> None:
    platform.hand_in("bob", FIRST)
    answer = platform.ask(TEACHER, "staff_release", {"students": ["ann", "bob"]})
    assert answer.released == 2 and answer.board.count('data-state="released"') == 2
    answer = platform.ask(TEACHER, "staff_release", {"students": ["bob"], "released": False})
    assert answer.board.count('data-state="released"') == 1
    platform.view("ann"), platform.view("bob")
    assert len(platform.grades("ann")) == 1 and platform.grades("bob") == []
    unknown = platform.ask(TEACHER, "staff_release", {"students": ["ann", "carl"], "released": False})
    assert unknown.status == 404
    assert platform.ask(TEACHER, "staff_class").html.count('data-state="released"') == 1


@pytest.mark.parametrize(
    ("release", "text", "feedback", "grade"),
    [
        ("draft", FIRST, True, False),
        ("teacher", FIRST, False, False),
        ("auto", FIRST, True, True),
        ("auto", REPEATED, False, False),  # the program asks for a look
    ],
)
def test_when_feedback_and_grade_come(release: str, text: str, feedback: bool, grade: bool) -> None:
    platform = Platform({"prompt": PROMPT, "release": release})
    page = platform.hand_in("ann", text).html
    overall = platform.row("ann")["overall"]
    assert ("es-advice" in page) == feedback
    assert (f"{overall['score']:.1f}" in page) == feedback
    assert bool(platform.grades("ann")) == grade
    if not feedback:
        assert "Your essay was received." in page
        assert platform.ask("ann", "show_attempt", {"attempt": attempt(platform)}).status == 404
    platform.ask(TEACHER, "staff_release", {"students": ["ann"]})
    page = platform.view("ann")
    assert "es-advice" in page and "This is a draft." not in page
    assert platform.grades("ann") == [(round(overall["score"], 4), 4.0)]


def test_a_revision_waits_and_the_grade_that_was_released_stays_meanwhile(platform: Platform) -> None:
    platform.ask(TEACHER, "staff_release", {"students": ["ann"]})
    platform.hand_in("ann", REPEATED)
    assert len(platform.grades("ann")) == 1
    assert 'data-student="ann" data-state="check"' in platform.ask(TEACHER, "staff_class").html
    platform.ask(TEACHER, "staff_release", {"students": ["ann"]})
    platform.view("ann")
    assert len(set(platform.grades("ann"))) == 2


def test_the_platforms_own_grading_tools(platform: Platform) -> None:
    from xblock.scorable import Score

    block = platform.block("ann")
    assert (block.has_submitted_answer(), block.allows_rescore(), block.max_score()) == (True, False, 4)
    assert block.get_score() == Score(0.0, 4.0)
    platform.ask(TEACHER, "staff_release", {"students": ["ann"]})
    block = platform.block("ann")
    block.rescore(only_if_higher=False)
    assert len(platform.grades("ann")) == 1
    block.set_score(Score(1.5, 4.0))
    block.publish_grade()
    block.save()
    platform.view("ann")
    assert platform.grades("ann")[1:] == [(1.5, 4.0)]
    block = platform.block("ann")
    block.rescore(only_if_higher=False)
    block.save()
    assert block.get_score().raw_earned != 1.5


SETTINGS = {
    "display_name": "Evenings", "prompt": PROMPT, "rubric": "argument", "rubric_toml": "", "release": "auto",
    "attempts_allowed": 2, "min_words": 40, "weight": 2, "show_scores": True, "show_marks": False,
    "show_corrections": True,
}  # fmt: skip


def test_an_author_saves_and_the_next_request_has_it() -> None:
    platform = Platform()
    assert platform.ask(TEACHER, "studio_save", SETTINGS).saved is True
    block = platform.block("ann")
    assert {name: getattr(block, name) for name in SETTINGS} == SETTINGS
    page = platform.view(TEACHER, "studio_view")
    assert 'value="Evenings"' in page and '<option value="argument" selected>' in page
    assert "school library" in platform.view(TEACHER, "author_view")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rubric": "/etc/passwd"}, "there is none called"),
        ({"rubric": OWN, "rubric_toml": ""}, "The rubric of the assignment cannot be used"),
        ({"rubric": OWN, "rubric_toml": "id = "}, "not valid TOML"),
        ({"rubric": OWN, "rubric_toml": "id = 'x'\ntitle = 'X'\n"}, "cannot be used"),
        ({"attempts_allowed": -1}, "attempts allowed"),
        ({"attempts_allowed": 2.5}, "attempts allowed"),
        ({"min_words": 10**9}, "min words"),
        ({"weight": math.inf}, "weight"),
        ({"release": "never"}, "release"),
        ({"display_name": "   "}, "display name"),
        ({"attempts": []}, "attempts"),
        ({"rows": {}}, "rows"),
    ],
)
def test_settings_that_make_no_sense_are_refused_in_a_sentence(change: dict[str, Any], said: str) -> None:
    platform = Platform()
    answer = platform.ask(TEACHER, "studio_save", {**SETTINGS, **change})
    assert answer.status == 400
    assert said in answer.error and answer.error.count("\n") == 0
    assert platform.block(TEACHER).display_name == "Essay"


def test_an_authors_own_rubric_is_what_essays_are_scored_with() -> None:
    from scorer.rubric.load import rubric_bytes

    toml = rubric_bytes("argument").decode().replace('title = "Thesis"', 'title = "Standpoint"', 1)
    platform = Platform()
    assert platform.ask(TEACHER, "studio_save", {**SETTINGS, "rubric": OWN, "rubric_toml": toml}).saved is True
    platform.hand_in("ann", FIRST)
    assert "Standpoint" in [criterion["title"] for criterion in platform.row("ann")["criteria"]]
