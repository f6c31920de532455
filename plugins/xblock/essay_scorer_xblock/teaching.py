"""What a teacher does: look at the class, change scores, edit feedback, release."""

from __future__ import annotations

from markupsafe import Markup
from xblock.core import XBlock

from essay_scorer_xblock import judgement, people, requests
from essay_scorer_xblock.grading import Grading
from essay_scorer_xblock.people import Person
from essay_scorer_xblock.records import Attempt, Decision, Override, Sentence, Standing, attempts_from, now
from essay_scorer_xblock.rendering import essay
from essay_scorer_xblock.requests import RefusedError, takes
from scorer import Assessment


class Teaching(Grading):
    """The teachers' part of the block."""

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
        change = Override(criterion=asked.criterion, score=asked.score, reason=asked.reason, by=teacher.name, at=now())
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
        edited = {"sentences": {**decision.sentences, asked.criterion: kept}, "by": teacher.name, "at": now()}
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
            changes = {"released": asked.released, "by": teacher.name, "at": now()}
            self._decide(student, attempt, decision.model_copy(update=changes))
        html = self._essay_of(asked.students[0], None) if len(asked.students) == 1 else None
        return {"html": html, "board": self._board(), "released": len(asked.students)}

    def _teacher(self) -> Person:
        me = people.viewer(self, self.server)
        if not me.staff:
            raise RefusedError(403, "not_allowed", "This is for the teachers of the course.")
        return me

    def _rows(self) -> dict[str, Standing]:
        return {key: Standing.model_validate(row) for key, row in self.rows.items()}

    def _decide(self, student: str, attempt: str, decision: Decision) -> None:
        of_student = {**self.decisions.get(student, {}), attempt: decision.stored()}
        self.decisions = {**self.decisions, student: of_student}

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
        return self.render_html("board.html", entries=entries, titles=titles, release=release, prefix=self.prefix)

    def _essay_of(self, student: str, attempt: str | None) -> Markup:
        """A student's essay as teachers see it."""
        attempts = self._attempts_of(student)
        found, machine = _kept(attempts, attempt or attempts[-1].id)
        decisions = self._decisions_on(student)
        decision = decisions.get(found.id)
        made = self._judged(found, decisions)
        return self.render_html(
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

    def _attempts_of(self, student: str) -> list[Attempt]:
        stored = people.stored_attempts(self, student) if student in self.rows else None
        attempts = attempts_from(stored)
        if not attempts:
            raise RefusedError(404, "not_found", "There is no essay of this student that can be shown.")
        return attempts

    def _attempt_of(self, student: str, attempt: str) -> tuple[Attempt, Assessment]:
        return _kept(self._attempts_of(student), attempt)


def _kept(attempts: list[Attempt], id: str) -> tuple[Attempt, Assessment]:
    """One of the attempts and its assessment. Raises ``RefusedError``."""
    for one in attempts:
        assessment = one.assessment if one.id == id else None
        if assessment is not None:
            return one, assessment
    raise RefusedError(404, "not_found", "This attempt is kept no longer; its scores are in the list of attempts.")
