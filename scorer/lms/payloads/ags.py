"""LTI 1.3 Assignment and Grade Services: the body of a score, media type ``application/vnd.ims.lis.v1.score+json``.

Source: https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from scorer.assessment import Assessment
from scorer.errors import DataError
from scorer.lms.comment import plain_comment


def ags_score(assessment: Assessment, user_id: str, timestamp: datetime, final: bool = False) -> dict[str, Any]:
    """The score of ``user_id``, the LTI user (``sub`` of the launch).

    Unless ``final``, ``gradingProgress`` is ``PendingManual``: the platform is told that the teacher has yet to
    decide, and shows no grade as settled. An essay without a score is sent without ``scoreGiven``, and is never
    final. ``timestamp`` is when the score was made and must know its time zone; platforms drop scores older than
    what they have. Raises ``DataError`` (``data_invalid``).
    """
    if timestamp.tzinfo is None:
        raise DataError("data_invalid", "The score's time must say its time zone: give datetime.now(timezone.utc).")
    score: dict[str, Any] = {
        "userId": user_id,
        "activityProgress": "Completed",
        "gradingProgress": "FullyGraded" if final and assessment.overall else "PendingManual",
        "timestamp": timestamp.isoformat(timespec="milliseconds"),
    }
    if assessment.overall:
        score["scoreGiven"] = assessment.overall.score
        score["scoreMaximum"] = assessment.overall.max_score
        score["comment"] = plain_comment(assessment)
    return score
