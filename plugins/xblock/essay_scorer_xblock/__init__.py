"""An XBlock for essays: feedback on the student's own words, scores against a rubric, the teacher's last word."""

from essay_scorer_xblock.block import EssayScorerXBlock

__all__ = ["EssayScorerXBlock"]
