"""Where any slip was found, so that praise does not fall on it."""

from __future__ import annotations

from scorer.features.error_rate import GRAMMAR, MECHANICS
from scorer.features.punctuation import missing_space_spans, space_before_mark_spans
from scorer.feedback.excerpts import place_of
from scorer.feedback.slips import slipped_at
from scorer.pipeline.view import EssayView, shared


@shared
def flawed_at(made: EssayView) -> set[int]:
    """Positions of all slips of grammar, spelling and capitals."""
    return slipped_at(made.doc).union(k for find in (*GRAMMAR, *MECHANICS) for k in find(made.doc))


@shared
def _spaced_at(made: EssayView) -> list[int]:
    return [start for start, _ in (*space_before_mark_spans(made.doc), *missing_space_spans(made.doc))]


def is_clean(made: EssayView, stretch: range) -> bool:
    """Whether no slip was found in a stretch, spacing included."""
    start, end = place_of(made, stretch)
    return flawed_at(made.doc).isdisjoint(stretch) and not any(start <= k < end for k in _spaced_at(made.doc))
