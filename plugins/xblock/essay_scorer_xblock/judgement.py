"""Who sees what of an assessment, and which score is the grade: pure functions of what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from essay_scorer_xblock.options import Options, Release
from essay_scorer_xblock.records import Attempt, Decision, Override, Standing
from scorer import Assessment
from scorer.assessment import CriterionResult, Feedback, Overall, Structure
from scorer.drafts.apply import applied
from scorer.drafts.model import DraftEssay
from scorer.drafts.model import Sentence as DraftSentence
from scorer.lms.override import Change, overridden
from scorer.rubric import Rubric


def judged(assessment: Assessment, decision: Decision, rubric: Rubric) -> Assessment:
    """The assessment with the teachers' scores and words. Raises ``DataError`` where a score cannot be changed so."""
    for change in decision.overrides:
        assessment = overridden(assessment, Change(change.criterion, change.score, change.reason), rubric)
    return _edited(assessment, decision)


def with_override(assessment: Assessment, decision: Decision, change: Override, rubric: Rubric) -> Decision:
    """The decision with one more override. Raises ``DataError``."""
    overrides = (*decision.overrides, change)
    overall = judged(assessment, decision.model_copy(update={"overrides": overrides}), rubric).overall
    return decision.model_copy(update={"overrides": overrides, "overall": overall})


def is_released(standing: Standing, decision: Decision | None, release: Release) -> bool:
    """Whether the score counts: a teacher released it, or the block does so itself and nothing asks for a look."""
    if decision is not None and decision.released:
        return True
    return release == "auto" and standing.status == "scored"


def has_feedback(standing: Standing, decision: Decision | None, release: Release) -> bool:
    """Whether the student may read the feedback: at once as a draft, or when it was released."""
    return release == "draft" or is_released(standing, decision, release)


def overall_of(standing: Standing, decision: Decision | None) -> Overall | None:
    """The score that holds: the teacher's, or else the program's."""
    return decision.overall if decision is not None and decision.overall else standing.overall


def scores_of(standing: Standing, decision: Decision | None) -> dict[str, float | None]:
    """Each criterion's score, the teacher's where there is one."""
    scores = {criterion.id: criterion.score for criterion in standing.criteria}
    return scores | {change.criterion: change.score for change in (decision.overrides if decision else ())}


def grade(attempts: Sequence[Attempt], decisions: Mapping[str, Decision], release: Release) -> Overall | None:
    """The score of the last attempt that was released; None where there is none."""
    for attempt in reversed(attempts):
        decision = decisions.get(attempt.id)
        overall = overall_of(attempt.standing, decision)
        if overall and is_released(attempt.standing, decision, release):
            return overall
    return None


def for_student(assessment: Assessment, options: Options) -> Assessment:
    """What the author lets students see; what is for teachers alone is taken out, not hidden."""
    criteria = tuple(_criterion_for_student(result, options) for result in assessment.criteria)
    return assessment.model_copy(
        update={
            "criteria": criteria,
            "overall": assessment.overall if options.show_scores else None,
            "traits": {},
            "flags": tuple(flag for flag in assessment.flags if flag.severity == "block"),
            "structure": assessment.structure if options.show_marks else Structure(),
            "corrections": assessment.corrections if options.show_corrections else (),
        }
    )


def _criterion_for_student(result: CriterionResult, options: Options) -> CriterionResult:
    changes: dict[str, object] = {"contributions": (), "base": 0.0, "interval": None}
    if not options.show_scores:
        changes |= {"score": None, "level": None, "status": "not_scored"}
    if not options.show_marks:
        changes["feedback"] = tuple(said.model_copy(update={"spans": ()}) for said in result.feedback)
    return result.model_copy(update=changes)


def _edited(assessment: Assessment, decision: Decision) -> Assessment:
    """The teacher's sentences in the place of the program's, for the criteria that she edited."""
    if not decision.sentences:
        return assessment
    criteria = {result.id: _sentences(result, decision) for result in assessment.criteria}
    submission = assessment.submission
    return applied(assessment, DraftEssay(submission.id, submission.sha256, submission.id, decision.released, criteria))


def numbers(assessment: Assessment, decision: Decision | None) -> dict[str, list[int | None]]:
    """For each criterion the numbers of its sentences as :func:`judged` has them, None for a teacher's own."""
    kept = decision or Decision()
    return {result.id: [one.number for one in _sentences(result, kept)] for result in assessment.criteria}


def _sentences(result: CriterionResult, decision: Decision) -> tuple[DraftSentence, ...]:
    said = result.feedback
    if result.id not in decision.sentences:
        return tuple(DraftSentence(one, number) for number, one in enumerate(said))
    made = []
    for edited in decision.sentences[result.id]:
        number = edited.number if edited.number is not None and edited.number < len(said) else None
        spans = said[number].spans if number is not None else ()
        made.append(DraftSentence(Feedback(kind=edited.kind, message=edited.message, spans=spans), number))
    return tuple(made)
