"""Which score the platform is told, and what its own grading tools ask of a block."""

from __future__ import annotations

from xblock.completable import CompletableXBlockMixin
from xblock.scorable import ScorableXBlockMixin, Score

from essay_scorer_xblock import judgement, people
from essay_scorer_xblock.base import Base
from essay_scorer_xblock.records import Attempt, Decision, attempts_from, decisions_from
from scorer import Assessment
from scorer.assessment import Overall
from scorer.errors import RubricError


class Grading(Base, ScorableXBlockMixin, CompletableXBlockMixin):
    """Grades. They are published in the student's own session: a platform takes a grade to be the asking user's."""

    def has_submitted_answer(self) -> bool:
        """Whether the student handed in an essay."""
        return bool(self.attempts)

    def allows_rescore(self) -> bool:
        """Whether there is a released score to publish again."""
        return self._grade() is not None

    def max_score(self) -> float | None:
        """The highest score of the rubric's scale; None, for a platform "no score", where the rubric cannot be used."""
        try:
            return self.options.load_rubric().scale.high
        except RubricError:
            return None

    def get_score(self) -> Score:
        """The score that counts: the platform's own where it was set there, or else the last one released."""
        if self.set_by_platform:
            return Score(self.set_by_platform["earned"], self.set_by_platform["possible"])
        return self.calculate_score() if self._grade() else Score(0.0, self.max_score() or 0.0)

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

    def publish_due(self, attempts: list[Attempt]) -> None:
        """Tell the platform the student's grade, if it was told another or none."""
        grade = self._grade(attempts)
        if grade and not self.set_by_platform:
            due = {"earned": max(grade.score, 0.0), "possible": grade.max_score}
            if due != self.published:
                self._publish_grade(Score(due["earned"], due["possible"]), only_if_higher=False)
                self.published = due

    def _grade(self, attempts: list[Attempt] | None = None) -> Overall | None:
        """The student's own released score."""
        me = people.viewer(self, self.server)
        found = attempts_from(self.attempts) if attempts is None else attempts
        return judgement.grade(found, self._decisions_on(me.key), self.options.release)

    def _decisions_on(self, student: str) -> dict[str, Decision]:
        return decisions_from(self.decisions.get(student))

    def _judged(self, attempt: Attempt, decisions: dict[str, Decision]) -> Assessment:
        assessment = attempt.assessment
        assert assessment is not None  # only attempts that are kept are shown
        return judgement.judged(assessment, decisions.get(attempt.id, Decision()), attempt.load_rubric())
