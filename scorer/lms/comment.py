"""An assessment in a few sentences, for the comment field of a gradebook."""

from __future__ import annotations

from html import escape

from scorer.assessment import Assessment, CriterionResult
from scorer.rubric.model import SHOWN

_FIRST = {"fix": 0, "improve": 1, "strength": 2}
_MOST_NOTES = 2
"""Sentences per criterion: a comment field is no report."""


def remark(criterion: CriterionResult) -> str:
    """What to say of one criterion: what to mend first, then what is good."""
    notes = sorted(criterion.feedback, key=lambda note: _FIRST[note.kind])
    return " ".join(" ".join(note.message.split()) for note in notes[:_MOST_NOTES])


def plain_comment(assessment: Assessment) -> str:
    """Every scored criterion, on one line: a gradebook's cell may hold no line break."""
    return " ".join(f"{_head(criterion)}. {remark(criterion)}".strip() for criterion in _scored(assessment))


def html_comment(assessment: Assessment) -> str:
    """The same with a paragraph for each criterion, on one line."""
    return "".join(
        f"<p><strong>{escape(_head(criterion))}.</strong> {escape(remark(criterion))}</p>"
        for criterion in _scored(assessment)
    )


def _scored(assessment: Assessment) -> list[CriterionResult]:
    return [criterion for criterion in assessment.criteria if criterion.score is not None]


def _head(criterion: CriterionResult) -> str:
    return f"{criterion.title}: {round(criterion.score or 0.0, SHOWN):g} of {criterion.max_score:g} ({criterion.level})"
