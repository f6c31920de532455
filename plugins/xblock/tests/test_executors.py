"""Where essays are scored: each way gives the same assessment, and each failure a sentence."""

from __future__ import annotations

import time
from typing import Any

import pytest
from essay_scorer_xblock import executors
from essay_scorer_xblock.executors import Inline, Server, Threads
from essay_scorer_xblock.scoring import Job, score
from essays import FIRST, PROMPT
from platform_double import Platform

from scorer.errors import ScorerError
from scorer.rubric.load import rubric_bytes

JOB = Job(id="attempt-1", text=FIRST, sha256="0" * 64, prompt=PROMPT, rubric=rubric_bytes("argument").decode())


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return score(JOB.model_dump(), 60)


def awaited(executor: executors.Executor) -> dict[str, Any] | None:
    ticket = executor.begin(JOB.model_dump())
    assert isinstance(ticket, str)
    end = time.monotonic() + 60
    while (made := executor.result(ticket)) is None and time.monotonic() < end:
        time.sleep(0.05)
    return made


def test_inline(expected: dict[str, Any]) -> None:
    assert Inline(60).begin(JOB.model_dump()) == expected
    assert expected["text"] == FIRST and expected["submission"]["id"] == "attempt-1"


def test_threads(expected: dict[str, Any]) -> None:
    assert awaited(Threads(2, 60)) == expected


def test_celery(expected: dict[str, Any]) -> None:
    pytest.importorskip("celery", reason="Celery is an extra: pip install plugins/xblock[celery]")
    from celery import Celery
    from celery.contrib.testing.worker import start_worker

    app = Celery("tests", broker="memory://", backend="cache+memory://", set_as_current=True)
    executor = executors.Celery(60)
    with start_worker(app, pool="solo", perform_ping_check=False):
        assert awaited(executor) == expected


def test_what_takes_too_long_is_given_up_in_a_sentence_and_is_no_attempt() -> None:
    platform = Platform(server={"seconds": 0.001})
    answer = platform.hand_in("ann", FIRST)
    assert (answer.status, answer.code) == (400, "scoring_late")
    block = platform.block("ann")
    assert (block.pending, block.attempts, block.draft_text) == (None, [], FIRST)


@pytest.mark.parametrize("name", ["inline", "threads"])
def test_a_scorer_that_breaks_is_told_in_a_sentence_and_logged_without_words(
    name: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(job: dict[str, Any], seconds: float) -> None:
        raise ValueError(job["text"])

    monkeypatch.setattr(executors, "score", broken)
    monkeypatch.setattr(executors, "_MADE", {})
    platform = Platform(server={"executor": name})
    answer = platform.hand_in("ann", FIRST)
    if name == "threads":
        time.sleep(0.2)
        answer = platform.ask("ann", "refresh")
    assert "does not count as an attempt" in getattr(answer, "error", "") + getattr(answer, "html", "")
    assert "ValueError" in caplog.text and "cousins" not in caplog.text
    assert platform.block("ann").attempts == []


def test_a_page_that_waits_gets_its_feedback() -> None:
    platform = Platform({"prompt": PROMPT, "release": "auto"}, server={"executor": "threads"})
    answer = platform.hand_in("ann", FIRST)
    assert answer.waiting is True and "is being read" in answer.html
    end = time.monotonic() + 60
    while (answer := platform.ask("ann", "refresh")).waiting and time.monotonic() < end:
        time.sleep(0.05)
    assert "es-advice" in answer.html
    assert len(platform.grades("ann")) == 1


def test_unknown_settings_of_the_server_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="executor"):
        Server.model_validate({"executor": "moon"})
    with pytest.raises(ScorerError):
        Inline(1).result("a ticket that it never gave")
