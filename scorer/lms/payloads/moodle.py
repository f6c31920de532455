"""Moodle: ``advancedgradingdata`` of ``mod_assign_save_grade``, for an assignment that is graded with a rubric.

Criterion and level ids come from ``core_grading_get_definitions``. Source: ``mod/assign/externallib.php`` and
``grade/grading/form/rubric/lib.php`` of moodle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from scorer.assessment import Assessment
from scorer.lms.comment import remark

HTML_FORMAT = 1


@dataclass(frozen=True)
class MoodleCriterion:
    """Moodle's id of a criterion, and of its levels by their titles."""

    id: int
    levels: Mapping[str, int]


def moodle_advanced_grading(assessment: Assessment, criteria: Mapping[str, MoodleCriterion]) -> dict[str, Any]:
    """One filling per criterion, by the rubric's criterion ids.

    Moodle's rubric knows levels only, so each criterion is given its level; those without a score, and those whose
    level Moodle's rubric lacks, are left out.
    """
    made = []
    for criterion in assessment.criteria:
        theirs = criteria.get(criterion.id)
        level = theirs.levels.get(criterion.level or "") if theirs else None
        if theirs is None or level is None:
            continue
        filling = {
            "criterionid": theirs.id,
            "levelid": level,
            "remark": escape(remark(criterion)),
            "remarkformat": HTML_FORMAT,
        }
        made.append({"criterionid": theirs.id, "fillings": [filling]})
    return {"rubric": {"criteria": made}}
