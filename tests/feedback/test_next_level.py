"""The next level in the rubric's own words."""

from __future__ import annotations

from typing import Any

import spacy

from scorer.feedback.next_level import level_above, next_level
from scorer.rubric import Criterion

DOC = spacy.blank("en")("School should start later.")
LEVELS = [
    {"points": 1, "title": "Beginning", "description": "No thesis can be found."},
    {"points": 2, "title": "Developing"},
    {"points": 3, "title": "Proficient", "description": "The thesis is plain and stands early"},
    {"points": 4, "title": "Advanced", "description": "The thesis is precise."},
]


def criterion(levels: list[dict[str, Any]] = LEVELS) -> Criterion:
    fields = {"id": "thesis", "title": "Thesis", "traits": {"style": 1}, "levels": levels}
    return Criterion.model_validate(fields)


def test_the_description_is_said_word_for_word() -> None:
    (item,) = next_level(DOC, criterion(), 3.2)
    assert "“Advanced”" in item.message
    assert "The thesis is precise." in item.message
    assert not item.spans


def test_a_level_without_a_description_is_passed_over() -> None:
    level = level_above(criterion(), 1.2)
    assert level is not None
    assert level.title == "Proficient"
    (item,) = next_level(DOC, criterion(), 1.2)
    assert "The thesis is plain and stands early." in item.message


def test_nothing_stands_above_the_top() -> None:
    assert next_level(DOC, criterion(), 3.8) == ()


def test_nothing_is_said_where_the_rubric_describes_nothing() -> None:
    bare = [{"points": level["points"], "title": level["title"]} for level in LEVELS]
    assert next_level(DOC, criterion(bare), 1.0) == ()
