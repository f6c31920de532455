"""What a rubric is: criteria with ordered levels, and what the program measures for each.

A rubric file is TOML; the data model below is its documentation. Trait values come from the trained models,
features from ``scorer.features``. ``extra`` is what the format that a rubric was imported from holds besides.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import itemgetter
from typing import Annotated

from pydantic import Field, PrivateAttr, model_validator

from scorer.rubric.base import Part, fault
from scorer.rubric.extra import Extra
from scorer.rubric.lines import Path, line_of
from scorer.rubric.requirements import Requirements

ADJUSTMENT = 1 / 3
"""Share of a criterion's range by which rules may raise or lower its trained score, all of them together."""

TOLERANCE = 1e-9

SHOWN = 1
"""Decimals of a score as reports print it: scores that read alike have the same level."""


class Level(Part):
    """A step of a criterion, worth ``points``."""

    points: float
    title: str
    description: str = ""
    extra: dict[str, Extra] = Field(default_factory=dict)


class FeatureRule(Part):
    """Points that a feature adds: linear between ``knots`` of (value, points), flat outside them.

    Values rise strictly. The points at the rubric's own ``typical`` value are what a typical essay
    gets; contributions are counted from there. ``full_from`` names features and the values from which on the points
    count in full; below, they count in proportion: what a share says of a single reason is no more than that.
    """

    name: str
    knots: tuple[tuple[float, float], ...] = Field(min_length=2)
    typical: float
    full_from: dict[str, Annotated[float, Field(gt=0)]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _rising(self) -> FeatureRule:
        for place, ((before, _), (value, _)) in enumerate(pairwise(self.knots), start=1):
            if before >= value:
                raise fault(
                    f"the knots of {self.name!r} have the value {value:g} after {before:g}: values must rise",
                    "knots",
                    place,
                )
        return self

    def points(self, value: float) -> float:
        """What the knots give for a value."""
        after = bisect_right(self.knots, value, key=itemgetter(0))
        if after == 0 or after == len(self.knots):
            return self.knots[max(0, after - 1)][1]
        (left, low), (right, high) = self.knots[after - 1 : after + 1]
        return (high - low) / (right - left) * (value - left) + low


class Criterion(Part):
    """One row of the rubric.

    ``traits`` weighs trained traits (a weighted mean, mapped linearly from their scale to this criterion's);
    ``features`` are rules. With rules alone the criterion is scored by them, with neither it is not scored. With both,
    the rules adjust the trained score: each gives 0 points at its typical value, so that a typical essay keeps what
    the traits say, and no more than ``ADJUSTMENT`` of the range between lowest and highest level in all.
    ``uncertainty`` is the half-width, in points, of the interval of a rule-scored criterion.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]*$")
    title: str
    description: str = ""
    weight: float = Field(default=1.0, ge=0)
    traits: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    features: tuple[FeatureRule, ...] = ()
    uncertainty: float = Field(default=0.0, ge=0)
    levels: tuple[Level, ...] = ()
    extra: dict[str, Extra] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _levels_rise(self) -> Criterion:
        for place, (lower, level) in enumerate(pairwise(self.levels), start=1):
            if level.points < lower.points:
                raise fault(
                    f"the levels of {self.id!r} must stand in order of rising points, "
                    f"and {level.points:g} comes after {lower.points:g}: move it up",
                    "levels",
                    place,
                    "points",
                )
        if self.scored and self.lowest >= self.highest:
            raise fault(
                f"the criterion {self.id!r} is to be scored and needs two levels or more that differ in points: "
                "add [[criteria.levels]] tables",
                "levels",
            )
        return self

    @model_validator(mode="after")
    def _rules_adjust(self) -> Criterion:
        if not self.traits:
            return self
        if sum(self.traits.values()) <= 0:
            raise fault(f"the trait weights of {self.id!r} add up to 0: give one of them 1", "traits")
        for place, rule in enumerate(self.features):
            if rule.points(rule.typical):
                raise fault(
                    f"the features of {self.id!r} adjust its traits: "
                    f"give {rule.name!r} 0 points at its typical value, {rule.typical:g}",
                    "features",
                    place,
                )
        reach = [[points for _, points in rule.knots] for rule in self.features]
        allowed = ADJUSTMENT * (self.highest - self.lowest) + TOLERANCE
        if max(sum(map(max, reach)), -sum(map(min, reach))) > allowed:
            raise fault(
                f"the features of {self.id!r} move its trained score by more than {ADJUSTMENT:.0%} of its range: "
                "lower the points of their knots",
                "features",
            )
        return self

    @property
    def scored(self) -> bool:
        """Whether something that is measured is mapped to it."""
        return bool(self.traits or self.features)

    @property
    def lowest(self) -> float:
        """Points of the lowest level; 0 without levels."""
        return self.levels[0].points if self.levels else 0.0

    @property
    def highest(self) -> float:
        """Points of the highest level; 0 without levels."""
        return self.levels[-1].points if self.levels else 0.0

    def level_at(self, score: float) -> Level:
        """The level nearest to a score as reports print it, where no two levels print alike; the lower one at a tie."""
        gaps = [higher.points - lower.points for lower, higher in pairwise(self.levels)]
        return self.nearest(round(score, SHOWN) if min(gaps, default=1.0) > 2 * 10**-SHOWN else score)

    def nearest(self, points: float) -> Level:
        """The level nearest to exactly so many points; the lower one at a tie."""
        return min(self.levels, key=lambda level: (round(abs(level.points - points), SHOWN + 1), level.points))


class Scale(Part):
    """The overall score's range: the weighted mean of the criteria, mapped to ``low`` .. ``high``."""

    low: float
    high: float
    step: float = Field(default=0.1, gt=0)

    @model_validator(mode="after")
    def _ordered(self) -> Scale:
        if self.low >= self.high:
            raise fault(f"the scale's low ({self.low:g}) must be below its high ({self.high:g})", "low")
        return self


class Rubric(Part):
    """A rubric. The overall score's levels carry the titles of the first criterion's that is scored.

    ``sha256`` is of the file that it was read from.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    title: str
    description: str = ""
    scale: Scale
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    requirements: Requirements = Requirements()
    extra: dict[str, Extra] = Field(default_factory=dict)
    sha256: str = ""
    _lines: dict[Path, int] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _distinct(self) -> Rubric:
        seen: set[str] = set()
        for place, criterion in enumerate(self.criteria):
            if criterion.id in seen:
                raise fault(f"two criteria are called {criterion.id!r}: rename one", "criteria", place, "id")
            seen.add(criterion.id)
        if not any(criterion.weight for criterion in self.criteria):
            raise fault("every criterion weighs 0: give at least one a weight", "criteria", 0, "weight")
        return self

    @model_validator(mode="after")
    def _requirements_fit(self) -> Rubric:
        known = {criterion.id: criterion for criterion in self.criteria}
        for name, asked in self.requirements.stated().items():
            if asked.criterion not in known:
                raise fault(
                    f"the requirement {name!r} names the criterion {asked.criterion!r}, which is not there: "
                    f"write one of {', '.join(known)}",
                    "requirements",
                    name,
                    "criterion",
                )
            criterion = known[asked.criterion]
            if asked.cap is not None and not criterion.lowest <= asked.cap <= criterion.highest:
                raise fault(
                    f"the requirement {name!r} caps {asked.criterion!r} at {asked.cap:g}: "
                    f"write a number from {criterion.lowest:g} to {criterion.highest:g}",
                    "requirements",
                    name,
                    "cap",
                )
        return self

    def remember(self, lines: dict[Path, int]) -> None:
        """Keep where in its file each part stands."""
        self._lines.update(lines)

    def line(self, *path: str | int) -> int | None:
        """The line of a key, by its path from the top; None for a rubric that was not read from a file."""
        return line_of(self._lines, path) if self._lines else None

    def level_of(self, overall: float) -> str:
        """Title of the level of an overall score, by its place on the scale."""
        first = next((criterion for criterion in self.criteria if criterion.scored), self.criteria[0])
        if not first.levels:
            return ""
        share = (round(overall, SHOWN) - self.scale.low) / (self.scale.high - self.scale.low)
        return first.nearest(first.lowest + share * (first.highest - first.lowest)).title
