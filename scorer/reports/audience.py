"""Who a report is for."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """A student sees score, feedback and marks; a teacher also intervals, contributions, confidence and flags."""

    student = "student"
    teacher = "teacher"
