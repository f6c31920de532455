"""From what was found and measured to sentences that a student can act on."""

from scorer.feedback import (
    conventions,
    language,
    objections,
    organization,
    quotations,
    reasons,
    slips,
    sources,
    support,
    thesis,
)
from scorer.feedback.groups import groups_of
from scorer.feedback.left_out import left_out
from scorer.feedback.next_level import next_level
from scorer.feedback.write import chosen, feedback_for

__all__ = [
    "chosen", "conventions", "feedback_for", "groups_of", "language", "left_out", "next_level", "objections",
    "organization", "quotations", "reasons", "slips", "sources", "support", "thesis",
]  # fmt: skip
