"""Canvas: ``rubric_assessment`` of ``PUT /api/v1/courses/:id/assignments/:id/submissions/:user_id``.

Source: https://canvas.instructure.com/doc/api/submissions.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scorer.assessment import Assessment
from scorer.lms.comment import remark


def canvas_rubric_assessment(
    assessment: Assessment,
    criteria: Mapping[str, str],
    ratings: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, dict[str, Any]]:
    """Points and comments by Canvas criterion id.

    ``criteria`` gives the Canvas id (``"_8027"``) for the rubric's criterion ids; those without one, and those
    without a score, are left out. ``ratings`` gives, by criterion id, the Canvas rating id of each level's title.
    The points are on the criterion's own scale, which the Canvas rubric must share.
    """
    made: dict[str, dict[str, Any]] = {}
    for criterion in assessment.criteria:
        if criterion.id not in criteria or criterion.score is None:
            continue
        entry: dict[str, Any] = {"points": round(criterion.score, 2), "comments": remark(criterion)}
        rating = (ratings or {}).get(criterion.id, {}).get(criterion.level or "")
        if rating:
            entry["rating_id"] = rating
        made[criteria[criterion.id]] = entry
    return made
