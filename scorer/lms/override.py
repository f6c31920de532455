"""A teacher's change to a score: beside the machine's, with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.assessment import OVERRIDE, Assessment, Contribution, CriterionResult, Flag
from scorer.errors import DataError
from scorer.rubric import Criterion, Rubric
from scorer.scoring.criteria import CriterionScore, overall
from scorer.scoring.traits import DECIMALS


@dataclass(frozen=True)
class Change:
    """What the teacher asks for; ``criterion`` is an id or a title."""

    criterion: str
    score: float
    reason: str


def overridden(assessment: Assessment, change: Change, rubric: Rubric) -> Assessment:
    """The assessment with the criterion's score changed and the overall score reckoned anew.

    ``base`` and the other contributions stay, so that without the one called ``override`` they still add up to the
    machine's score. A flag holds the reason; changing a criterion again leaves both reasons. Raises ``DataError``.
    """
    if assessment.error or not assessment.criteria:
        raise _refused("this essay was not read, so there is no score to change")
    if rubric.id != assessment.rubric.id or rubric.sha256 != assessment.rubric.sha256:
        raise _refused("the rubric is not the one that the essay was scored with: name that one with --rubric")
    if not change.reason.strip():
        raise _refused("--reason is empty: say why, for whoever looks at the grade later")
    result = _chosen(assessment, change.criterion)
    criterion = next(criterion for criterion in rubric.criteria if criterion.id == result.id)
    if not criterion.lowest <= change.score <= criterion.highest:
        raise _refused(f"{result.title} goes from {criterion.lowest:g} to {criterion.highest:g}")
    score = round(change.score, DECIMALS)
    changed = _changed(result, criterion, score)
    results = tuple(changed if other.id == result.id else other for other in assessment.criteria)
    was = "no score" if result.score is None else f"{result.score:.4g}"
    message = f"{result.title}: {score:g} instead of {was}, set by the teacher: {change.reason.strip()}"
    return assessment.model_copy(
        update={
            "criteria": results,
            "overall": overall(rubric, _scores(results, rubric)),
            "status": "needs_review" if assessment.status == "not_scored" else assessment.status,
            "flags": (*assessment.flags, Flag(code=OVERRIDE, severity="info", message=message)),
        }
    )


def _changed(result: CriterionResult, criterion: Criterion, score: float) -> CriterionResult:
    others = tuple(c for c in result.contributions if c.feature != OVERRIDE)
    machine = result.base + sum(contribution.points for contribution in others)
    added = Contribution(feature=OVERRIDE, value=score, points=round(score - machine, DECIMALS))
    return result.model_copy(
        update={
            "status": "scored",
            "score": score,
            "level": criterion.level_at(score).title,
            "interval": (score, score),
            "contributions": (*others, added),
        }
    )


def _scores(results: tuple[CriterionResult, ...], rubric: Rubric) -> list[CriterionScore]:
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    return [
        CriterionScore(criteria[r.id], r.score, r.interval, r.basis, r.base, r.contributions)
        for r in results
        if r.score is not None and r.interval is not None
    ]


def _chosen(assessment: Assessment, asked: str) -> CriterionResult:
    found = [r for r in assessment.criteria if asked.casefold() in (r.id.casefold(), r.title.casefold())]
    if len(found) != 1:
        raise _refused(f"no criterion is called {asked!r}; there are {', '.join(r.id for r in assessment.criteria)}")
    return found[0]


def _refused(why: str) -> DataError:
    return DataError("override_refused", f"The score was not changed: {why}.")
