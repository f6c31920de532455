"""What a student does: write, hand in, read, revise."""

from __future__ import annotations

import time
import uuid
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup
from webob import Request
from xblock.core import XBlock

from essay_scorer_xblock import judgement, people, requests
from essay_scorer_xblock.executors import FAILED, TOO_SLOW, executor
from essay_scorer_xblock.grading import Grading
from essay_scorer_xblock.intake import handed_in
from essay_scorer_xblock.people import Person
from essay_scorer_xblock.records import KEPT, Pending, Standing, attempt_of, attempts_from, now
from essay_scorer_xblock.rendering import essay
from essay_scorer_xblock.requests import RefusedError, safely, takes
from essay_scorer_xblock.scoring import Job
from scorer import Assessment
from scorer.errors import ScorerError

GRACE = 10.0
"""Seconds after the time limit until an essay that is being scored is given up."""


class HandingIn(Grading):
    """The student's part of the block. Who hands in twice at once has one attempt."""

    @XBlock.handler
    @safely
    def submit(self, request: Request, suffix: str) -> object:
        """Hand in the essay: form data with ``text`` or ``file``."""
        me = self._student()
        self._settle(me)
        self._check_open()
        options = self.options
        text, upload = _form(request)
        number = len(self.attempts) + 1
        reading, file = handed_in(text, upload, f"attempt-{number}")
        if reading.words < options.min_words:
            said = self.say("The essay has {words} words, and the assignment asks for {least} or more.")
            raise RefusedError(400, "too_short", said.format(words=reading.words, least=options.min_words))
        self.draft_text = reading.text
        rubric = options.rubric_content.decode("utf-8", "replace")
        job = Job(id=reading.id, text=reading.text, sha256=reading.sha256, prompt=options.prompt, rubric=rubric)
        self._begin(me, Pending(ticket="", job=job.model_dump(), file=file, until=self._deadline()))
        return {"html": self._panel(me), "handed_in": True, "waiting": bool(self.pending)}

    @XBlock.handler
    @takes(requests.Nothing)
    def refresh(self, asked: requests.Nothing) -> object:
        """The student's page as it is now."""
        me = self._student()
        notice = self._settle(me)
        return {"html": self._panel(me, notice=notice), "waiting": bool(self.pending)}

    @XBlock.handler
    @takes(requests.Text)
    def save_draft(self, asked: requests.Text) -> object:
        """Keep the unfinished essay."""
        self._student()
        self.draft_text = asked.text
        return {"saved": True}

    @XBlock.handler
    @takes(requests.WhichAttempt)
    def show_attempt(self, asked: requests.WhichAttempt) -> object:
        """The feedback on one of the student's own attempts."""
        return {"html": self._panel(self._student(), asked.attempt)}

    def _settle(self, me: Person) -> str:
        """Bring the student's state up to date: a result that came in, the row of the class, the grade.

        Returns a sentence for the student where scoring failed.
        """
        notice = self._collect(me)
        attempts = attempts_from(self.attempts)
        if attempts:
            self._write_row(me, attempts[-1].standing)
        self.publish_due(attempts)
        return notice

    def _begin(self, me: Person, pending: Pending) -> None:
        self.pending = pending.stored()
        self.save()  # before it is scored: who hands in twice at once has one attempt
        try:
            outcome = executor(self.server).begin(pending.job)
        except ScorerError:
            self.pending = None
            self.save()
            raise
        if isinstance(outcome, str):
            self.pending = pending.model_copy(update={"ticket": outcome}).stored()
        else:
            self._finish(me, pending, outcome)

    def _collect(self, me: Person) -> str:
        if not self.pending:
            return ""
        pending = Pending.model_validate(self.pending)
        try:
            made = executor(self.server).result(pending.ticket) if pending.ticket else None
        except ScorerError as error:
            self.pending = None
            return self.say(error.message)
        if made is not None:
            self._finish(me, pending, made)
        elif time.time() > pending.until:
            self.pending = None
            return self.say(TOO_SLOW if pending.ticket else FAILED)
        return ""

    def _finish(self, me: Person, pending: Pending, made: dict[str, Any]) -> None:
        earlier = attempts_from(self.attempts)
        new = attempt_of(
            Assessment.model_validate(made),
            uuid.uuid4().hex[:12],
            len(earlier) + 1,
            now(),
            pending.file,
            Job.model_validate(pending.job).rubric.encode(),
        )
        kept = [*earlier, new]
        older = max(len(kept) - KEPT, 0)
        self.attempts = [one.without_essay().stored() for one in kept[:older]] + [one.stored() for one in kept[older:]]
        self.pending = None
        self.emit_completion(1.0)
        self._settle(me)

    def _write_row(self, me: Person, standing: Standing) -> None:
        """The student's line in the class table, where it is not there already."""
        row = standing.stored()
        if self.rows.get(me.key) != row:
            self.rows = {**self.rows, me.key: row}

    def _deadline(self) -> float:
        return time.time() + self.server.seconds + GRACE

    def _student(self) -> Person:
        me = people.viewer(self, self.server)
        if not me.key:
            raise RefusedError(403, "not_allowed", "Log in to write here.")
        return me

    def _closed(self) -> str:
        """Why no essay can be handed in now, or ""."""
        allowed = self.options.attempts_allowed
        if self.pending:
            return self.say("Your essay is being read: wait for the result before you hand in another.")
        if allowed and len(self.attempts) >= allowed:
            return self.say("You have used all your attempts.")
        due = getattr(self, "due", None)
        if isinstance(due, datetime) and due.tzinfo is not None:
            grace = getattr(self, "graceperiod", None)
            if datetime.now(UTC) > (due + grace if grace else due):
                return self.say("The time for this assignment is over.")
        return ""

    def _check_open(self) -> None:
        closed = self._closed()
        if closed:
            raise RefusedError(403, "closed", closed)

    def _panel(self, me: Person, chosen: str | None = None, notice: str = "") -> Markup:
        """The student's page. Feedback that is not released is not in it."""
        options = self.options
        attempts = attempts_from(self.attempts) if me.key else []
        decisions = self._decisions_on(me.key) if me.key else {}
        readable = [
            one for one in attempts if judgement.has_feedback(one.standing, decisions.get(one.id), options.release)
        ]
        if chosen is not None and chosen not in {one.id for one in readable}:
            raise RefusedError(404, "not_found", "There is no feedback to show on this attempt.")
        shown = next((one for one in reversed(readable) if one.packed and chosen in (None, one.id)), None)
        made = judgement.for_student(self._judged(shown, decisions), options) if shown else None
        return self.render_html(
            "panel.html",
            me=me,
            options=options,
            attempts=[one.standing for one in attempts],
            readable={one.id for one in readable},
            kept={one.id for one in attempts if one.packed},
            released={
                one.id
                for one in attempts
                if judgement.is_released(one.standing, decisions.get(one.id), options.release)
            },
            overalls={one.id: judgement.overall_of(one.standing, decisions.get(one.id)) for one in attempts},
            scores={one.id: judgement.scores_of(one.standing, decisions.get(one.id)) for one in attempts},
            shown=shown.standing if shown else None,
            essay=essay(made, teacher=False, prefix=self.prefix) if made else None,
            closed=self._closed() if me.key else self.say("Log in to write here."),
            waiting=bool(self.pending),
            notice=notice,
            draft=self.draft_text,
            prefix=self.prefix,
        )


def _form(request: Request) -> tuple[str, Any]:
    """The typed text and the uploaded file of form data. Raises ``RefusedError``."""
    try:
        text, upload = request.POST.get("text", ""), request.POST.get("file")
    except (ValueError, UnicodeError) as error:
        raise RefusedError(400, "not_valid", "What was sent cannot be read: load the page again.") from error
    return (text if isinstance(text, str) else ""), upload
