"""What the next level of a criterion looks like, in the rubric's own words."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.assessment import Feedback
from scorer.feedback.notes import Note
from scorer.feedback.write import written
from scorer.rubric import Criterion, Level

NEXT_LEVEL = "next_level"
"""Code of the message."""


def next_level(doc: Doc, criterion: Criterion, score: float) -> tuple[Feedback, ...]:
    """One sentence with the description of the level above; none at the top, or where the rubric describes none."""
    level = level_above(criterion, score)
    if level is None:
        return ()
    description = level.description.strip()
    ended = description if description[-1] in ".!?" else f"{description}."
    note = Note(NEXT_LEVEL, (), {"title": f"“{level.title}”", "description": ended})
    return (written(doc, note, criterion.id),)


def level_above(criterion: Criterion, score: float) -> Level | None:
    """The lowest described level above the one that a score is nearest to."""
    reached = criterion.level_at(score).points
    above = [level for level in criterion.levels if level.points > reached and level.description.strip()]
    return above[0] if above else None
