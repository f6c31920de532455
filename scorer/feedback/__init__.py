"""From what was found and measured to sentences that a student can act on."""

from scorer.feedback import conventions, language, organization, reasons, sources, thesis
from scorer.feedback.groups import groups_of
from scorer.feedback.write import feedback_for

__all__ = ["conventions", "feedback_for", "groups_of", "language", "organization", "reasons", "sources", "thesis"]
