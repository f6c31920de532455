"""The block: what it shows to whom, and what it does when asked. The server decides; the page only asks."""

from __future__ import annotations

import hashlib
import time
import uuid
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError
from web_fragments.fragment import Fragment
from webob import Request
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.exceptions import InvalidScopeError, XBlockSaveError
from xblock.scorable import ScorableXBlockMixin, Score
from xblock.utils.settings import XBlockWithSettingsMixin

from essay_scorer_xblock import judgement, people, requests
from essay_scorer_xblock.executors import FAILED, TOO_SLOW, Server, executor
from essay_scorer_xblock.fields import Fields
from essay_scorer_xblock.intake import handed_in
from essay_scorer_xblock.options import OWN, Options
from essay_scorer_xblock.people import Person
from essay_scorer_xblock.records import (
    KEPT,
    Attempt,
    Decision,
    Override,
    Pending,
    Sentence,
    Standing,
    attempt_of,
    attempts_from,
    decisions_from,
)
from essay_scorer_xblock.rendering import essay, rendered, resource
from essay_scorer_xblock.requests import RefusedError, safely, takes
from essay_scorer_xblock.scoring import Job, engine_for
from essay_scorer_xblock.words import script_words
from scorer import Assessment
from scorer.assessment import Overall
from scorer.errors import ScorerError
from scorer.rubric import builtin_names

GRACE = 10.0
"""Seconds after the time limit until an essay that is being scored is given up."""


@XBlock.needs("i18n")
@XBlock.wants("user", "user_state", "settings", "studio_user_permissions")
class EssayScorerXBlock(Fields, ScorableXBlockMixin, CompletableXBlockMixin, XBlockWithSettingsMixin, XBlock):
    """Essays with feedback, revision and a teacher's last word."""

    has_author_view = True
    show_in_read_only_mode = True
    icon_class = "problem"
    block_settings_key = "essay_scorer"

    # --- views

    def student_view(self, context: object = None) -> Fragment:
        """The student's page; for staff, the class is above it."""
        me = people.viewer(self, self.server)
        if me.key:
            self._settle(me)
        body = self._render(
            "block.html", panel=self._panel(me), board=self._board() if me.staff else None, title=self.display_name
        )
        return self._fragment(body, "EssayScorerXBlock", self._words())

    def author_view(self, context: object = None) -> Fragment:
        """Studio's preview: the assignment and what was chosen."""
        return self._fragment(self._render("author.html", options=self.options, title=self.display_name))

    def studio_view(self, context: object = None) -> Fragment:
        """The author's settings."""
        rubrics = [*builtin_names(), OWN]
        body = self._render("studio.html", options=self.options, rubrics=rubrics, own=OWN, prefix=self.prefix)
        return self._fragment(body, "EssayScorerXBlockStudio", self._words())

    # --- what a student asks

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
        self.draft_text = asked.text.replace("\0", "").encode("utf-8", "replace").decode()
        return {"saved": True}

    @XBlock.handler
    @takes(requests.WhichAttempt)
    def show_attempt(self, asked: requests.WhichAttempt) -> object:
        """The feedback on one of the student's own attempts."""
        return {"html": self._panel(self._student(), asked.attempt)}

    # --- what a teacher asks

    @XBlock.handler
    @takes(requests.Nothing)
    def staff_class(self, asked: requests.Nothing) -> object:
        """The class table."""
        self._teacher()
        return {"html": self._board()}

    @XBlock.handler
    @takes(requests.OfStudent)
    def staff_student(self, asked: requests.OfStudent) -> object:
        """One student's assessment, with all that a teacher may see."""
        self._teacher()
        return {"html": self._essay_of(asked.student, asked.attempt)}

    @XBlock.handler
    @takes(requests.Override)
    def staff_override(self, asked: requests.Override) -> object:
        """Change a criterion's score, with a reason."""
        teacher = self._teacher()
        attempt, assessment = self._attempt_of(asked.student, asked.attempt)
        change = Override(criterion=asked.criterion, score=asked.score, reason=asked.reason, by=teacher.name, at=_now())
        decision = self._decisions_on(asked.student).get(attempt.id, Decision())
        decided = judgement.with_override(assessment, decision, change, attempt.load_rubric())
        self._decide(asked.student, attempt.id, decided)
        return {"html": self._essay_of(asked.student, attempt.id), "board": self._board()}

    @XBlock.handler
    @takes(requests.EditFeedback)
    def staff_feedback(self, asked: requests.EditFeedback) -> object:
        """Put the teacher's words in the place of the program's."""
        teacher = self._teacher()
        attempt, assessment = self._attempt_of(asked.student, asked.attempt)
        if asked.criterion not in {result.id for result in assessment.criteria}:
            raise RefusedError(404, "not_found", "The rubric has no such criterion.")
        decision = self._decisions_on(asked.student).get(attempt.id, Decision())
        kept = tuple(
            Sentence(kind=one.kind, message=one.message, number=one.number) for one in asked.sentences if one.message
        )
        edited = {"sentences": {**decision.sentences, asked.criterion: kept}, "by": teacher.name, "at": _now()}
        self._decide(asked.student, attempt.id, decision.model_copy(update=edited))
        return {"html": self._essay_of(asked.student, attempt.id), "board": self._board()}

    @XBlock.handler
    @takes(requests.Release)
    def staff_release(self, asked: requests.Release) -> object:
        """Let students have feedback and grade of their last attempts, or take them back."""
        teacher = self._teacher()
        rows = self._rows()
        unknown = [student for student in asked.students if student not in rows]
        if unknown:
            raise RefusedError(404, "not_found", "Nothing was released: one of these students has handed in no essay.")
        for student in asked.students:
            attempt = rows[student].attempt
            decision = self._decisions_on(student).get(attempt, Decision())
            changes = {"released": asked.released, "by": teacher.name, "at": _now()}
            self._decide(student, attempt, decision.model_copy(update=changes))
        html = self._essay_of(asked.students[0], None) if len(asked.students) == 1 else None
        return {"html": html, "board": self._board(), "released": len(asked.students)}

    # --- what an author asks

    @XBlock.handler
    @takes(requests.Settings)
    def studio_save(self, asked: requests.Settings) -> object:
        """Check the settings and keep them."""
        if not people.may_author(self, self.server):
            raise RefusedError(403, "not_allowed", "These settings are for the authors of the course, in Studio.")
        try:
            chosen = Options.model_validate(asked.model_dump())
        except ValidationError as error:
            raise RefusedError(400, "not_valid", requests.sentence(error)) from error
        engine_for(chosen.rubric_content.decode("utf-8", "replace"))  # a rubric that cannot be used is refused here
        try:
            for name, value in chosen.model_dump().items():
                setattr(self, name, value)
            self.save()
        except (InvalidScopeError, XBlockSaveError) as error:
            raise RefusedError(403, "not_allowed", "These settings cannot be changed here: use Studio.") from error
        return {"saved": True}

    # --- grades, for the platform

    def has_submitted_answer(self) -> bool:
        """Whether the student handed in an essay."""
        return bool(self.attempts)

    def allows_rescore(self) -> bool:
        """Whether there is a released score to publish again."""
        return self._grade() is not None

    def max_score(self) -> float:
        """The highest score of the rubric's scale."""
        return float(self.options.load_rubric().scale.high)

    def get_score(self) -> Score:
        """The score that counts: the platform's own where it was set there, or else the last one released."""
        if self.set_by_platform:
            return Score(self.set_by_platform["earned"], self.set_by_platform["possible"])
        return self.calculate_score() if self._grade() else Score(0.0, self.max_score())

    def set_score(self, score: Score) -> None:
        """Keep a score that the platform's own grading tools give."""
        self.set_by_platform = {"earned": float(score.raw_earned), "possible": float(score.raw_possible)}

    def calculate_score(self) -> Score:
        """The score of the last released attempt, with the teacher's changes. Raises ``ValueError``."""
        grade = self._grade()
        if grade is None:
            raise ValueError("no released attempt")
        return Score(max(grade.score, 0.0), grade.max_score)

    def publish_grade(self, score: Score | None = None, only_if_higher: bool | None = None) -> None:
        """Tell the platform the score that counts."""
        self._publish_grade(score or self.get_score(), only_if_higher)

    def rescore(self, only_if_higher: bool) -> None:
        """The platform's "rescore": a score that was set there gives way."""
        if self.allows_rescore():
            self.set_by_platform = None
        super().rescore(only_if_higher)

    # --- for the templates

    @property
    def options(self) -> Options:
        """The author's settings; one that a course file holds wrongly has its default."""
        chosen = {name: getattr(self, name) for name in Options.model_fields}
        try:
            return Options.model_validate(chosen)
        except ValidationError as error:
            wrong = {str(fault["loc"][0]) for fault in error.errors()}
            return Options.model_validate({name: value for name, value in chosen.items() if name not in wrong})

    @property
    def server(self) -> Server:
        """The server's settings."""
        return Server.model_validate(self.get_xblock_settings(default={}) or {})

    @property
    def prefix(self) -> str:
        """What stands before ids, so that several blocks can stand on one page."""
        return f"es{hashlib.sha256(str(self.scope_ids.usage_id).encode()).hexdigest()[:8]}-"

    def say(self, text: str) -> str:
        """A sentence in the reader's language."""
        return str(self.runtime.service(self, "i18n").gettext(text)) if text else ""

    @staticmethod
    def workbench_scenarios() -> list[tuple[str, str]]:
        """One block, as an author finds it."""
        return [("Essay scorer", "<essay_scorer/>")]

    # --- state

    def _settle(self, me: Person) -> str:
        """Bring the student's state up to date: a result that came in, the row of the class, the grade.

        Returns a sentence for the student where scoring failed.
        """
        notice = self._collect(me)
        attempts = attempts_from(self.attempts)
        if attempts:
            self._write_row(me, attempts[-1].standing)
        grade = self._grade(attempts)
        if grade and not self.set_by_platform:
            due = {"earned": max(grade.score, 0.0), "possible": grade.max_score}
            if due != self.published:
                self._publish_grade(Score(due["earned"], due["possible"]), only_if_higher=False)
                self.published = due
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
            _now(),
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

    def _decide(self, student: str, attempt: str, decision: Decision) -> None:
        of_student = {**self.decisions.get(student, {}), attempt: decision.stored()}
        self.decisions = {**self.decisions, student: of_student}

    def _rows(self) -> dict[str, Standing]:
        return {key: Standing.model_validate(row) for key, row in self.rows.items()}

    def _decisions_on(self, student: str) -> dict[str, Decision]:
        return decisions_from(self.decisions.get(student))

    def _grade(self, attempts: list[Attempt] | None = None) -> Overall | None:
        """The student's own released score."""
        me = people.viewer(self, self.server)
        found = attempts_from(self.attempts) if attempts is None else attempts
        return judgement.grade(found, self._decisions_on(me.key), self.options.release)

    def _deadline(self) -> float:
        return time.time() + self.server.seconds + GRACE

    # --- who may

    def _student(self) -> Person:
        me = people.viewer(self, self.server)
        if not me.key:
            raise RefusedError(403, "not_allowed", "Log in to write here.")
        return me

    def _teacher(self) -> Person:
        me = people.viewer(self, self.server)
        if not me.staff:
            raise RefusedError(403, "not_allowed", "This is for the teachers of the course.")
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

    # --- what is shown

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
        return self._render(
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

    def _board(self) -> Markup:
        """The class table, those who need a look first."""
        entries = []
        release = self.options.release
        for key, standing in self._rows().items():
            decision = self._decisions_on(key).get(standing.attempt)
            released = judgement.is_released(standing, decision, release)
            entries.append(
                {
                    "key": key,
                    "name": people.learner(self, key).name,
                    "standing": standing,
                    "overall": judgement.overall_of(standing, decision),
                    "scores": judgement.scores_of(standing, decision),
                    "changed": bool(decision and decision.overrides),
                    "released": released,
                    "state": "released" if released else "check" if standing.status != "scored" else "ready",
                }
            )
        order = ("check", "ready", "released")
        entries.sort(key=lambda entry: (order.index(str(entry["state"])), str(entry["name"]).casefold()))
        titles = {c.id: c.title for entry in entries for c in entry["standing"].criteria}  # type: ignore[attr-defined]
        return self._render("board.html", entries=entries, titles=titles, release=release, prefix=self.prefix)

    def _essay_of(self, student: str, attempt: str | None) -> Markup:
        """A student's essay as teachers see it."""
        attempts = self._attempts_of(student)
        found, machine = self._attempt_of(student, attempt or attempts[-1].id)
        decisions = self._decisions_on(student)
        decision = decisions.get(found.id)
        made = self._judged(found, decisions)
        return self._render(
            "student.html",
            key=student,
            name=people.learner(self, student).name,
            attempts=[one.standing for one in attempts],
            kept={one.id for one in attempts if one.packed},
            shown=found.standing,
            last=found.id == attempts[-1].id,
            file=found.file,
            decision=decision,
            released=judgement.is_released(found.standing, decision, self.options.release),
            scales={criterion.id: criterion for criterion in found.load_rubric().criteria},
            numbers=judgement.numbers(machine, decision),
            essay=essay(made, teacher=True, prefix=f"{self.prefix}t-"),
            prefix=self.prefix,
        )

    def _judged(self, attempt: Attempt, decisions: dict[str, Decision]) -> Assessment:
        assessment = attempt.assessment
        assert assessment is not None  # only attempts that are kept are shown
        return judgement.judged(assessment, decisions.get(attempt.id, Decision()), attempt.load_rubric())

    def _attempts_of(self, student: str) -> list[Attempt]:
        stored = people.stored_attempts(self, student) if student in self.rows else None
        attempts = attempts_from(stored)
        if not attempts:
            raise RefusedError(404, "not_found", "There is no essay of this student that can be shown.")
        return attempts

    def _attempt_of(self, student: str, attempt: str) -> tuple[Attempt, Assessment]:
        for one in self._attempts_of(student):
            assessment = one.assessment if one.id == attempt else None
            if assessment is not None:
                return one, assessment
        raise RefusedError(404, "not_found", "This attempt is kept no longer; its scores are in the list of attempts.")

    def _render(self, template: str, **values: object) -> Markup:
        service = self.runtime.service(self, "i18n")
        return rendered(template, self.say, service.ngettext, **values)

    def _fragment(self, body: Markup, script: str = "", arguments: object = None) -> Fragment:
        fragment = Fragment(str(body))
        fragment.add_css(resource("essay.css"))
        if script:
            fragment.add_javascript(resource("essay.js"))
            fragment.initialize_js(script, arguments)
        return fragment

    def _words(self) -> dict[str, str]:
        return script_words(self.say)


def _form(request: Request) -> tuple[str, Any]:
    """The typed text and the uploaded file of form data. Raises ``RefusedError``."""
    try:
        text, upload = request.POST.get("text", ""), request.POST.get("file")
    except (ValueError, UnicodeError) as error:
        raise RefusedError(400, "not_valid", "What was sent cannot be read: load the page again.") from error
    return (text if isinstance(text, str) else ""), upload


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
