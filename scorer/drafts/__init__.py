"""Feedback as a file that a teacher edits and approves before students see it."""

from scorer.drafts.apply import applied, released
from scorer.drafts.files import check_draft_path, read_draft, write_draft
from scorer.drafts.model import Draft, DraftEssay

__all__ = ["Draft", "DraftEssay", "applied", "check_draft_path", "read_draft", "released", "write_draft"]
