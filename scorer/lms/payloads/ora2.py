"""Open edX ORA2: the arguments of a staff assessment, ``openassessment.assessment.api.staff.create_assessment``.

Source: https://github.com/openedx/edx-ora2, ``openassessment/assessment/api/staff.py`` (7.1).
"""

from __future__ import annotations

import json
from typing import Any

from scorer.assessment import Assessment, CriterionResult
from scorer.errors import DataError
from scorer.lms.comment import remark
from scorer.rubric import Criterion, Rubric
from scorer.rubric.exchange import Format, export_rubrics
from scorer.rubric.exchange.ora2 import FEEDBACK, NAME, placed

NO_FEEDBACK = "disabled"
ALL_ALIKE = "All your criteria stand at “{level}”."
BEST_AND_NEXT = "Your strongest point is {best} (“{best_level}”). What to work on next: {next} (“{next_level}”)."


def ora2_staff_assessment(assessment: Assessment, rubric: Rubric, include_review: bool = False) -> dict[str, Any]:
    """``options_selected``, ``criterion_feedback``, ``overall_feedback`` and ``rubric_dict``, all plain data.

    ``rubric`` is the one that the assessment was made with (``engine.rubric``). Imported from the problem, it gives the
    problem's own dictionary back, names included; else put what ``scorer rubric export --format ora2`` writes into the
    problem. ORA2 counts in options: each criterion gets the option of its level, and the points are that option's.

    A staff assessment is final and shown to the student. So ``DataError`` is raised for an essay that needs review
    (``needs_review``, unless ``include_review``: when a teacher has looked at it) and where a criterion with options
    has no score (``data_invalid``), as ORA2 takes none that is incomplete. Raises ``RubricError``
    (``rubric_not_exportable``) where the points are not whole.
    """
    if assessment.rubric.id != rubric.id:
        raise DataError(
            "data_invalid",
            f"The assessment was made with the rubric {assessment.rubric.id!r}, not with {rubric.id!r}: give that one.",
        )
    if assessment.status == "needs_review" and not include_review:
        raise DataError("needs_review", "This essay needs review: look at it before its grade is entered as final.")
    record = json.loads(export_rubrics([rubric], Format.ora2))
    results = {result.id: result for result in assessment.criteria}
    options: dict[str, str] = {}
    remarks: dict[str, str] = {}
    for criterion, theirs in zip(placed(rubric.criteria), record["criteria"], strict=True):
        result = results.get(criterion.id)
        if criterion.levels:
            options[theirs[NAME]] = theirs["options"][_place(criterion, result)][NAME]
        if not criterion.levels or theirs.get(FEEDBACK) != NO_FEEDBACK:
            remarks[theirs[NAME]] = remark(result) if result else ""
    return {
        "options_selected": options,
        "criterion_feedback": remarks,
        "overall_feedback": _summary(assessment),
        "rubric_dict": record,
    }


def _place(criterion: Criterion, result: CriterionResult | None) -> int:
    """Which of the criterion's options, as ORA2 has them, the result's level is."""
    if result is None or result.score is None:
        raise DataError(
            "data_invalid",
            f"The criterion “{criterion.title}” has no score, and Open edX takes no assessment without it: "
            "give it one with `scorer grades override`, or grade this essay by hand.",
        )
    return placed(criterion.levels).index(criterion.level_at(result.score))


def _summary(assessment: Assessment) -> str:
    """The best and the weakest criterion, by their share of the highest score."""
    scored = [(result.score / result.max_score, result) for result in assessment.criteria if result.score is not None]
    if len({result.level for _, result in scored}) < 2:
        return ALL_ALIKE.format(level=scored[0][1].level) if len(scored) > 1 else ""
    best, weakest = max(scored, key=lambda pair: pair[0])[1], min(scored, key=lambda pair: pair[0])[1]
    return BEST_AND_NEXT.format(best=best.title, best_level=best.level, next=weakest.title, next_level=weakest.level)
