"""What a student reads in the place of feedback that the teacher has not approved yet."""

from __future__ import annotations

from scorer.assessment import NOT_APPROVED, Assessment


def waiting(assessment: Assessment) -> str | None:
    """The sentence; None where the feedback is not held back."""
    return next((flag.message for flag in assessment.flags if flag.code == NOT_APPROVED), None)
