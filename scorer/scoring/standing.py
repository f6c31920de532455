"""What holds a criterion's score back: how many points each measured feature could still add."""

from __future__ import annotations

from dataclasses import dataclass, field

from scorer.rubric import Criterion
from scorer.scoring.criteria import CriterionScore


@dataclass(frozen=True)
class Standing:
    """How an essay stands on one criterion, by feature.

    ``gains`` are the points within reach, largest first: up to the best that a rule gives, and up to the average essay
    of the training data where a model takes points away. ``below`` names the features that cost points.
    """

    gains: dict[str, float] = field(default_factory=dict)
    below: frozenset[str] = frozenset()


def standing(criterion: Criterion, score: CriterionScore) -> Standing:
    """From the exact contributions of a score. A feature with nothing to gain is left out."""
    lost = {item.feature: -item.points for item in score.contributions if item.points < 0}
    gains = dict(lost)
    if not criterion.traits:
        points = {item.feature: item.points for item in score.contributions}
        for rule in criterion.features:
            best = max(value for _, value in rule.knots) - rule.points(rule.typical)
            gains[rule.name] = best - points.get(rule.name, 0.0)
    ranked = sorted(gains.items(), key=lambda item: (-item[1], item[0]))
    return Standing(gains={name: round(gain, 4) for name, gain in ranked if gain > 0}, below=frozenset(lost))
