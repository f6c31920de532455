"""What can go wrong, in sentences that a teacher understands and codes that a program can test."""

from __future__ import annotations


class ScorerError(Exception):
    """Base of every error this package raises on purpose.

    ``code`` is stable and lower-case (``"not_found"``); ``message`` is one sentence that says what
    is wrong and what to do. ``str(error)`` is the message.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[ScorerError], tuple[str, str]]:
        return type(self), (self.code, self.message)


class ReadingError(ScorerError):
    """A submission cannot be read.

    Codes: ``not_found unreadable unsupported_format encrypted empty no_text too_large not_text``; of a download's files
    also ``unsafe_path nested_archive link_only``.
    """


class RubricError(ScorerError):
    """A rubric cannot be used.

    Codes: ``rubric_not_found rubric_invalid rubric_format rubric_several rubric_not_exportable``.
    """


class ModelError(ScorerError):
    """A model bundle cannot be used.

    Codes: ``model_not_found model_damaged model_incompatible``.
    """


class DataError(ScorerError):
    """Training or evaluation data, or an assessment, cannot be used.

    Codes: ``data_not_found data_invalid needs_review``.
    """


class StoppedError(ScorerError):
    """A call was ended before it was done. Codes: ``timed_out cancelled``."""


class GradebookError(ScorerError):
    """A gradebook's export cannot be filled. Codes: ``gradebook_invalid assignment_unknown``."""


class DraftError(ScorerError):
    """A draft of feedback cannot be used. Codes: ``draft_format draft_invalid draft_unreadable``."""
