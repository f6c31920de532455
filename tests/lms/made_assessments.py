"""Assessments made by hand for the tests: no engine is loaded."""

from __future__ import annotations

from typing import Any

from scorer.assessment import (
    Assessment,
    Contribution,
    CriterionResult,
    ErrorInfo,
    Feedback,
    ModelInfo,
    Overall,
    RubricInfo,
    Submission,
)
from scorer.rubric import load_rubric

RUBRIC = load_rubric("argument-with-sources")


def criterion(id: str, score: float | None) -> CriterionResult:
    """A criterion of the built-in rubric with a score, a contribution and two sentences of feedback."""
    asked = next(criterion for criterion in RUBRIC.criteria if criterion.id == id)
    known = {} if score is None else {"level": asked.level_at(score).title, "interval": (score - 0.5, score + 0.5)}
    given: dict[str, Any] = {"level": None, "interval": None} | known
    return CriterionResult(
        id=id,
        title=asked.title,
        status="not_scored" if score is None else "scored",
        score=score,
        max_score=asked.highest,
        weight=asked.weight,
        basis="rule",
        base=2.0,
        contributions=() if score is None else (Contribution(feature="words", value=1, points=round(score - 2.0, 4)),),
        feedback=()
        if score is None
        else (
            Feedback(kind="strength", message=f"Your {id} is “clear”, and <b>short</b>."),
            Feedback(kind="fix", message="Mend the second\nsentence."),
        ),
        **given,
    )


def assessment(id: str, student: str | None = None, score: float = 3.0, **changes: Any) -> Assessment:
    """An assessment of a submission; ``score`` is out of 4."""
    whole: dict[str, Any] = {
        "submission": Submission(id=id, path=f"{id}.txt", student=student, words=100, sha256="0" * 64),
        "rubric": RubricInfo(id=RUBRIC.id, title=RUBRIC.title, sha256=RUBRIC.sha256),
        "model": ModelInfo(id="traits", version="1", sha256="0" * 64),
        "status": "scored",
        "overall": Overall(score=score, max_score=4, level="Proficient", interval=(score - 0.5, score + 0.5)),
        "criteria": tuple(criterion(asked.id, score) for asked in RUBRIC.criteria),
    }
    return Assessment(**whole | changes)


def failed(id: str, student: str | None = None) -> Assessment:
    """A submission that could not be read."""
    error = ErrorInfo(code="empty", message=f'"{id}.txt" is empty: check that the right file was handed in.')
    return assessment(id, student, status="not_scored", overall=None, criteria=(), error=error)
