"""From an assessment to the platform's gradebook, by the Assignment and Grade Services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import requests
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiException
from pylti1p3.grade import Grade

from scorer import Assessment
from scorer.lms import ags_score
from scorer_lti.submissions import Handed

NOT_SENT = "The platform did not take the score ({why}): try again later."
SENT_DRAFT = "Sent as a draft"
SENT_FINAL = "Sent as final"
SENT_UNSCORED = "Sent without a score"


@dataclass(frozen=True)
class Sent:
    """An essay, what came of it, and whether the platform took the score."""

    handed: Handed
    assessment: Assessment
    ok: bool
    note: str


def grade_of(payload: dict[str, Any]) -> Grade:
    """PyLTI1p3's grade of an AGS score as ``scorer.lms.ags_score`` gives it. Raises ``LtiException``."""
    grade = Grade()
    grade.set_user_id(payload["userId"]).set_timestamp(payload["timestamp"])
    grade.set_activity_progress(payload["activityProgress"]).set_grading_progress(payload["gradingProgress"])
    if "scoreGiven" in payload:
        grade.set_score_given(payload["scoreGiven"]).set_score_maximum(payload["scoreMaximum"])
        grade.set_comment(payload["comment"])
    return grade


def sent(service: AssignmentsGradesService, handed: Handed, assessment: Assessment, final: bool) -> Sent:
    """Send a score to the line item of the launch.

    ``final`` is for essays whose score can be trusted: one that needs review goes as a draft all the same.
    """
    final = final and assessment.status == "scored"
    payload = ags_score(assessment, handed.user, datetime.now(UTC), final)
    try:
        service.put_grade(grade_of(payload))
    except (LtiException, requests.RequestException) as error:
        return Sent(handed, assessment, False, NOT_SENT.format(why=_why(error)))
    note = SENT_UNSCORED if assessment.overall is None else SENT_FINAL if final else SENT_DRAFT
    return Sent(handed, assessment, True, note)


def _why(error: Exception) -> str:
    response = getattr(error, "response", None)
    return f"status {response.status_code}" if response is not None else type(error).__name__
