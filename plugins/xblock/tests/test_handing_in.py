"""What a student can do: write, hand in, read, revise; and what not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from essay_scorer_xblock.records import KEPT
from essays import FIRST, PROMPT, REPEATED, SECOND
from platform_double import TEACHER, Platform, word_file

FEEDBACK = "es-advice"
"""What stands in every page with feedback, and in no other."""


def test_feedback_comes_with_the_students_own_words() -> None:
    platform = Platform({"prompt": PROMPT})
    answer = platform.hand_in("ann", FIRST)
    assert answer.status == 200
    assert FEEDBACK in answer.html and 'class="m thesis' in answer.html
    assert "This is a draft." in answer.html
    assert FEEDBACK in platform.view("ann")
    assert platform.events == [("ann", "completion", {"completion": 1.0})]


def test_progress_shows_every_attempt_and_the_draft_is_what_was_handed_in() -> None:
    platform = Platform({"prompt": PROMPT})
    platform.hand_in("ann", FIRST)
    first = platform.row("ann")["overall"]["score"]
    answer = platform.hand_in("ann", SECOND)
    second = platform.row("ann")["overall"]["score"]
    assert f"<td>{first:.1f}</td><td>{second:.1f}</td>" in answer.html
    assert "es-up" in answer.html
    assert "Feedback on attempt 2" in answer.html
    assert "a table of one&#39;s own" in answer.html
    assert platform.block("ann").draft_text == SECOND
    earlier = platform.block("ann").attempts[0]["standing"]["attempt"]
    assert "Feedback on attempt 1" in platform.ask("ann", "show_attempt", {"attempt": earlier}).html


def test_a_file_is_read_and_named() -> None:
    platform = Platform({"prompt": PROMPT})
    assert platform.hand_in("ann", "typed too", ("my essay.docx", word_file(*FIRST.split("\n\n")))).status == 200
    assert "quiet room at home" in platform.block("ann").draft_text
    assert "my essay.docx" in platform.ask(TEACHER, "staff_student", {"student": "ann"}).html


@pytest.mark.parametrize(
    ("text", "file", "said"),
    [
        ("", None, "There is no essay yet"),
        (" \n\t ", None, "There is no essay yet"),
        ("three short words", None, "has 3 words, and the assignment asks for 50"),
        ("", ("essay.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "of no format that can be read"),
        ("", ("essay.docx", b"PK\x03\x04 nonsense"), "is not the docx file that its name says"),
        ("", ("essay.exe", b"MZ\x90\0"), "of no format that can be read"),
        ("", ("../../etc/passwd", b"root:x:0:0"), '"passwd" is of no format'),
        ("", ("empty.txt", b""), "is empty"),
        ("word " * 10_001, None, "more than 10,000 words"),
        ("a" * 6_000, None, "without a space"),
    ],
)
def test_what_is_no_essay_is_refused_in_a_sentence_and_is_no_attempt(
    text: str, file: tuple[str, bytes] | None, said: str
) -> None:
    platform = Platform({"min_words": 50})
    answer = platform.hand_in("ann", text, file)
    assert answer.status == 400
    assert said in answer.error and answer.error.endswith(".")
    block = platform.block("ann")
    assert (block.attempts, block.pending, block.rows) == ([], None, {})


def test_the_server_counts_attempts() -> None:
    platform = Platform({"attempts_allowed": 1})
    assert platform.hand_in("ann", FIRST).status == 200
    again = platform.hand_in("ann", SECOND)
    assert (again.status, again.error) == (403, "You have used all your attempts.")
    assert len(platform.block("ann").attempts) == 1
    assert 'data-form="submit"' not in platform.view("ann")
    assert platform.hand_in("bob", FIRST).status == 200


def test_while_an_essay_is_scored_no_other_is_taken() -> None:
    platform = Platform(server={"executor": "threads"})
    block = platform.block("ann")
    block.pending = {"ticket": "lost", "job": {}, "file": "", "until": 9e9}
    block.save()
    assert "is being read" in platform.hand_in("ann", FIRST).error
    assert platform.ask("ann", "refresh").waiting is True
    assert platform.block("ann").attempts == []


def test_an_essay_whose_result_never_came_is_given_up_and_is_no_attempt() -> None:
    platform = Platform(server={"executor": "threads"})
    block = platform.block("ann")
    block.pending = {"ticket": "lost", "job": {}, "file": "", "until": 1.0}
    block.draft_text = FIRST
    block.save()
    answer = platform.ask("ann", "refresh")
    assert answer.waiting is False and "does not count as an attempt" in answer.html
    assert FIRST.split("\n")[0] in answer.html
    assert platform.hand_in("ann", FIRST).status == 200


@pytest.mark.parametrize(
    ("due", "grace", "open_"),
    [
        (timedelta(days=1), None, True),
        (timedelta(days=-1), None, False),
        (timedelta(hours=-1), timedelta(hours=2), True),
        (timedelta(hours=-3), timedelta(hours=2), False),
        (None, None, True),
    ],
)
def test_after_the_date_due_nothing_is_taken(
    due: timedelta | None, grace: timedelta | None, open_: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    from essay_scorer_xblock import EssayScorerXBlock

    monkeypatch.setattr(EssayScorerXBlock, "due", due and datetime.now(UTC) + due, raising=False)
    monkeypatch.setattr(EssayScorerXBlock, "graceperiod", grace, raising=False)
    answer = Platform().hand_in("ann", FIRST)
    assert (answer.status == 200) == open_
    assert open_ or answer.error == "The time for this assignment is over."


def test_old_attempts_keep_their_scores_and_lose_their_text() -> None:
    platform = Platform({"attempts_allowed": 0})
    for _ in range(KEPT + 1):
        platform.hand_in("ann", FIRST)
    stored = platform.block("ann").attempts
    assert [bool(one["packed"]) for one in stored] == [False] + [True] * KEPT
    assert all(one["standing"]["overall"] for one in stored)
    gone = platform.ask(TEACHER, "staff_student", {"student": "ann", "attempt": stored[0]["standing"]["attempt"]})
    assert gone.status == 404 and "kept no longer" in gone.error


def test_unfinished_text_is_kept_and_shown_again() -> None:
    platform = Platform()
    assert platform.ask("ann", "save_draft", {"text": "Half a \0 thought."}).saved is True
    assert "Half a  thought." in platform.view("ann")
    assert "Half a" not in platform.view("bob")


def test_a_visitor_who_is_not_logged_in_reads_the_assignment_and_nothing_else() -> None:
    platform = Platform({"prompt": PROMPT})
    page = platform.view(None)
    assert "school library" in page and "Log in to write here." in page and "data-form" not in page
    assert platform.hand_in(None, FIRST).status == 403


def test_a_row_that_another_students_request_overwrote_comes_back() -> None:
    platform = Platform()
    platform.hand_in("ann", FIRST)
    block = platform.block(TEACHER)
    block.rows = {}
    block.save()
    platform.ask("ann", "refresh")
    assert platform.row("ann")["words"] == len(FIRST.split())


def test_the_authors_wish_is_all_that_students_see() -> None:
    shown: dict[tuple[str, bool], Any] = {}
    for name, sign in (("show_scores", "es-overall"), ("show_marks", "m thesis"), ("show_corrections", "m correction")):
        for value in (True, False):
            text = SECOND.replace("believe", "beleive")
            shown[name, value] = sign in Platform({name: value}).hand_in("ann", text).html
    assert shown == {(name, value): value for name, value in shown}


def test_what_is_for_teachers_is_not_in_the_students_page() -> None:
    platform = Platform({"prompt": PROMPT})
    page = platform.hand_in("ann", REPEATED).html
    assert platform.row("ann")["flags"][0]["message"] not in page
    for sign in ("interval", "es-why", "What the score is made of", 'data-form="override"', "wide_interval"):
        assert sign not in page
