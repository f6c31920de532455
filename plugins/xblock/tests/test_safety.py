"""Whatever is sent, the answer is a sentence; whatever is written, it is shown as text."""

from __future__ import annotations

from typing import Any

import pytest
from essays import FIRST, HOSTILE, PROMPT
from platform_double import TEACHER, Platform

HANDLERS = [
    "refresh", "save_draft", "show_attempt", "staff_class", "staff_student", "staff_override", "staff_feedback",
    "staff_release", "studio_save",
]  # fmt: skip
JUNK = [
    b"", b"nonsense", b"\xff\xfe", b"[]", b"null", b"3", b'"text"', b"[" * 100_000, b'{"student": 5}', b'{"x": NaN}',
    b'{"students": [null]}', b'{"text": {"a": 1}}', b'{"student": "ann", "attempt": "\\ud800"}',
    b'{"attempt": "\\u0000"}',
    b'{"student": "ann", "extra": 1}', b'{"score": 1e999}', b"9" * 5000,
]  # fmt: skip


@pytest.fixture(scope="module")
def platform() -> Platform:
    made = Platform({"prompt": PROMPT})
    made.hand_in("ann", FIRST)
    return made


@pytest.mark.parametrize("who", ["ann", TEACHER, None])
@pytest.mark.parametrize("handler", HANDLERS)
def test_junk_is_answered_with_a_sentence(platform: Platform, handler: str, who: str | None) -> None:
    for raw in JUNK:
        answer = platform.ask(who, handler, raw=raw)
        assert answer.status == 200 or (400 <= answer.status < 500 and answer.error.endswith(".")), raw
    assert platform.block(TEACHER).display_name == "Essay"


def test_a_message_that_is_too_large_is_refused(platform: Platform) -> None:
    answer = platform.ask("ann", "save_draft", raw=b'{"text": "' + b"a" * 5_000_000 + b'"}')
    assert answer.status == 413


@pytest.mark.parametrize("handler", [*HANDLERS, "submit"])
def test_a_link_does_nothing(platform: Platform, handler: str) -> None:
    from webob import Request

    response = platform.block(TEACHER).handle(handler, Request.blank("/"))
    assert response.status_code == 405


def test_what_people_write_is_text_on_every_page() -> None:
    hostile: dict[str, Any] = {"display_name": HOSTILE, "prompt": HOSTILE, "rubric_toml": f"</textarea>{HOSTILE}"}
    platform = Platform(hostile)
    student = f"ann{HOSTILE}"
    text = FIRST.replace("In conclusion", f"{HOSTILE} In conclusion")
    pages = [platform.hand_in(student, "", (f"{HOSTILE}.txt", text.encode())).html]
    attempt = platform.row(student)["attempt"]
    about = {"student": student, "attempt": attempt, "criterion": "thesis"}
    pages.append(platform.ask(TEACHER, "staff_override", {**about, "score": 2, "reason": HOSTILE}).html)
    sentence = {"kind": "fix", "message": HOSTILE, "number": None}
    pages.append(platform.ask(TEACHER, "staff_feedback", {**about, "sentences": [sentence]}).html)
    pages += [platform.ask(TEACHER, "staff_release", {"students": [student]}).board]
    pages += [platform.view(student), platform.view(TEACHER)]
    pages += [platform.view(TEACHER, "studio_view"), platform.view(TEACHER, "author_view")]
    for page in pages:
        assert "<script>" not in page
    assert sum("&lt;script&gt;" in page for page in pages) == len(pages)


def test_answers_are_not_kept_or_guessed_at(platform: Platform) -> None:
    from webob import Request

    response = platform.block("ann").handle("refresh", Request.blank("/", POST=b"{}"))
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_settings_that_a_course_file_holds_wrongly_have_their_defaults() -> None:
    platform = Platform({"release": "whenever", "attempts_allowed": -5, "rubric": "argument", "display_name": "E"})
    options = platform.block("ann").options
    assert (options.release, options.attempts_allowed, options.rubric) == ("draft", 3, "argument")
    assert "data-form" in platform.view("ann")


def test_a_rubric_that_cannot_be_used_is_told_to_the_student_and_costs_no_attempt() -> None:
    platform = Platform({"rubric": "own", "rubric_toml": "nonsense"})
    answer = platform.hand_in("ann", FIRST)
    assert answer.status == 400 and "rubric" in answer.error
    assert platform.block("ann").pending is None and platform.block("ann").attempts == []
    assert platform.view("ann") and platform.view(TEACHER, "studio_view")
    assert platform.block("ann").max_score() is None


def test_the_log_holds_no_word_of_the_essay(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    Platform({"prompt": PROMPT}).hand_in("ann", FIRST)
    assert "cousins" not in caplog.text
