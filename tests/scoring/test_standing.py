"""What holds a score back, from exact contributions."""

from __future__ import annotations

from typing import Any

from scorer.assessment import Contribution
from scorer.rubric import Criterion
from scorer.scoring.criteria import CriterionScore
from scorer.scoring.standing import standing

LEVELS = [{"points": 1, "title": "Low"}, {"points": 4, "title": "High"}]


def scored(fields: dict[str, Any], points: dict[str, float]) -> CriterionScore:
    criterion = Criterion.model_validate({"id": "c", "title": "C", "levels": LEVELS} | fields)
    contributions = tuple(Contribution(feature=name, value=0, points=added) for name, added in points.items())
    total = 2.5 + sum(points.values())
    return CriterionScore(criterion, total, (1.0, 4.0), "trained", 2.5, contributions)


def test_a_trained_criterion_gains_back_what_its_model_takes_away() -> None:
    score = scored({"traits": {"style": 1}}, {"words": 0.5, "sources": -0.25, "ideas": -0.75, "view": 0.0})
    found = standing(score.criterion, score)
    assert list(found.gains.items()) == [("ideas", 0.75), ("sources", 0.25)]
    assert found.below == {"ideas", "sources"}


def test_a_rule_gains_up_to_its_best_knot() -> None:
    rule = {"name": "sources", "knots": [[0, 0], [2, 1.0], [4, 1.5]], "typical": 2}
    score = scored({"features": [rule], "uncertainty": 0.5}, {"sources": -1.0})
    assert standing(score.criterion, score).gains == {"sources": 1.5}
    better = scored({"features": [rule], "uncertainty": 0.5}, {"sources": 0.25})
    found = standing(better.criterion, better)
    assert found.gains == {"sources": 0.25}
    assert not found.below


def test_a_rule_at_its_best_has_nothing_to_gain() -> None:
    rule = {"name": "sources", "knots": [[0, 0], [2, 1.0], [4, 0.5]], "typical": 0}
    score = scored({"features": [rule], "uncertainty": 0.5}, {"sources": 1.0})
    assert standing(score.criterion, score).gains == {}
