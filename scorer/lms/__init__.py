"""What goes back to a learning management system: filled gradebooks, and payloads of its web services.

The payloads are plain data; nothing is sent. Downloads that come from an LMS are ``scorer.reading.downloads``.
"""

from scorer.lms.payloads.ags import ags_score
from scorer.lms.payloads.canvas import canvas_rubric_assessment
from scorer.lms.payloads.moodle import MoodleCriterion, moodle_advanced_grading
from scorer.lms.payloads.ora2 import ora2_staff_assessment

__all__ = [
    "MoodleCriterion",
    "ags_score",
    "canvas_rubric_assessment",
    "moodle_advanced_grading",
    "ora2_staff_assessment",
]
