"""From what was found and measured to sentences that a student can act on."""

from scorer.feedback import conventions, language, organization, reasons, slips, sources, thesis
from scorer.feedback.groups import groups_of
from scorer.feedback.next_level import next_level
from scorer.feedback.write import chosen, feedback_for

__all__ = [
    "chosen", "conventions", "feedback_for", "groups_of", "language", "next_level", "organization", "reasons", "slips",
    "sources", "thesis",
]  # fmt: skip
