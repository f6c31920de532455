"""What a rubric is: criteria with ordered levels, and what the program measures for each.

A rubric file is TOML; the data model below is its documentation. Trait values come from the trained models,
features from ``scorer.features``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

ADJUSTMENT = 1 / 3
"""Share of a criterion's range by which rules may raise or lower its trained score, all of them together."""

TOLERANCE = 1e-9


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Level(_Model):
    """A step of a criterion, worth ``points``."""

    points: float
    title: str
    description: str = ""


class FeatureRule(_Model):
    """Points that a feature adds: linear between ``knots`` of (value, points), flat outside them.

    Values rise strictly. The points at the rubric's own ``typical`` value are what a typical essay
    gets; contributions are counted from there.
    """

    name: str
    knots: tuple[tuple[float, float], ...] = Field(min_length=2)
    typical: float

    @model_validator(mode="after")
    def _rising(self) -> FeatureRule:
        values = [value for value, _ in self.knots]
        if any(a >= b for a, b in pairwise(values)):
            raise ValueError(f"the knots of {self.name!r} must have rising values")
        return self

    def points(self, value: float) -> float:
        """What the knots give for a value."""
        values, points = zip(*self.knots, strict=True)
        return float(np.interp(value, values, points))


class Criterion(_Model):
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
    levels: tuple[Level, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _consistent(self) -> Criterion:
        points = [level.points for level in self.levels]
        if any(a >= b for a, b in pairwise(points)):
            raise ValueError(f"the levels of {self.id!r} must stand in order of rising points")
        if self.traits and any(rule.points(rule.typical) for rule in self.features):
            raise ValueError(f"the features of {self.id!r} adjust its traits: give each 0 points at its typical value")
        reach = [[points for _, points in rule.knots] for rule in self.features]
        allowed = ADJUSTMENT * (points[-1] - points[0]) + TOLERANCE
        if self.traits and max(sum(map(max, reach)), -sum(map(min, reach))) > allowed:
            raise ValueError(f"the features of {self.id!r} move its trained score by more than {ADJUSTMENT:.0%}")
        if self.traits and sum(self.traits.values()) <= 0:
            raise ValueError(f"the trait weights of {self.id!r} must add up to more than 0")
        return self

    @property
    def lowest(self) -> float:
        """Points of the lowest level."""
        return self.levels[0].points

    @property
    def highest(self) -> float:
        """Points of the highest level."""
        return self.levels[-1].points

    def level_at(self, score: float) -> Level:
        """The level nearest to a score; the lower one at a tie."""
        return min(self.levels, key=lambda level: (abs(level.points - score), level.points))


class Scale(_Model):
    """The overall score's range: the weighted mean of the criteria, mapped to ``low`` .. ``high``."""

    low: float
    high: float
    step: float = Field(default=0.1, gt=0)

    @model_validator(mode="after")
    def _ordered(self) -> Scale:
        if self.low >= self.high:
            raise ValueError("the scale's low must be below its high")
        return self


class Rubric(_Model):
    """A rubric. The overall score's levels carry the titles of the first criterion's.

    ``sha256`` is of the file that it was read from.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")
    title: str
    description: str = ""
    scale: Scale
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    sha256: str = ""

    @model_validator(mode="after")
    def _distinct(self) -> Rubric:
        ids = [criterion.id for criterion in self.criteria]
        if not any(criterion.weight for criterion in self.criteria):
            raise ValueError("every criterion weighs 0: give at least one a weight")
        for id in ids:
            if ids.count(id) > 1:
                raise ValueError(f"two criteria are called {id!r}")
        return self

    def level_of(self, overall: float) -> str:
        """Title of the level of an overall score, by its place on the scale."""
        first = self.criteria[0]
        share = (overall - self.scale.low) / (self.scale.high - self.scale.low)
        return first.level_at(first.lowest + share * (first.highest - first.lowest)).title
