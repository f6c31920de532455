"""From traits and features to the rubric's criteria: points that add up exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.assessment import Basis, Contribution, Interval, Overall
from scorer.features import registered
from scorer.rubric import Criterion, Level, Rubric
from scorer.scoring.traits import DECIMALS, Prediction, TraitModel, rounded

CLIP = "clip"
OVERALL = "overall"
"""What a column of overall grades, and the trait calibrated on it, is called."""

Floats = NDArray[np.float64]
Added = tuple[str, float, float]
"""A contribution in the making: its feature, value and points, rounded."""


@dataclass(frozen=True)
class CriterionScore:
    """A criterion's score: ``base`` plus the contributions' points is ``score``."""

    criterion: Criterion
    score: float
    interval: Interval
    basis: Basis
    base: float
    contributions: tuple[Contribution, ...]
    step: float | None = None

    @property
    def level(self) -> Level:
        """The level of ``step``, which the cut points of a calibration give, or the one nearest to the score."""
        return self.criterion.level_at(self.score) if self.step is None else self.criterion.nearest(self.step)


def score_criterion(
    criterion: Criterion, doc: Doc, model: TraitModel, prediction: Prediction, rubric: str = ""
) -> CriterionScore | None:
    """The criterion's score, or None where nothing that we measure is mapped to it.

    A criterion that the model was calibrated for (``rubric`` is the id of its rubric) is scored by that alone.
    """
    column = model.calibrated_column(rubric, criterion.id)
    if column is not None:
        score = _weighted(criterion, model, prediction, np.eye(len(model.traits))[column], "calibrated")
        share = (model.grade(column, float(prediction.values[column])) - model.scales[column].low) / (
            model.scales[column].high - model.scales[column].low
        )
        return replace(score, step=criterion.lowest + share * (criterion.highest - criterion.lowest))
    if criterion.traits:
        return _trained(criterion, doc, model, prediction)
    if criterion.features:
        return score_by_rule(criterion, doc)
    return None


def overall(
    rubric: Rubric, scores: list[CriterionScore], model: TraitModel | None = None, prediction: Prediction | None = None
) -> Overall | None:
    """The weighted mean of the criteria's positions between lowest and highest, on the rubric's scale.

    Its interval is the weighted mean of theirs, which assumes that criteria err together (so it is rather too wide).
    Where the model was calibrated on overall scores, it is what that says.
    """
    weight = sum(score.criterion.weight for score in scores)
    if not weight:
        return None
    scale = rubric.scale
    span = scale.high - scale.low

    def on_scale(points: list[float]) -> float:
        share = sum(s.criterion.weight * _share(s.criterion, p) for s, p in zip(scores, points, strict=True)) / weight
        return round(scale.low + share * span, DECIMALS)

    value = step = on_scale([score.score for score in scores])
    interval = on_scale([s.interval[0] for s in scores]), on_scale([s.interval[1] for s in scores])
    column = model.calibrated_column(rubric.id, OVERALL) if model and prediction else None
    if column is not None and model and prediction:
        share = float(prediction.values[column])
        radius = model.radius(np.eye(len(model.traits))[column], prediction)
        low, value, high = (
            round(scale.low + span * min(max(part, 0.0), 1.0), DECIMALS)
            for part in (share - radius, share, share + radius)
        )
        interval, step = (low, high), model.grade(column, share)
    return Overall(score=value, max_score=scale.high, level=rubric.level_of(step), interval=interval)


def _share(criterion: Criterion, points: float) -> float:
    return (points - criterion.lowest) / (criterion.highest - criterion.lowest)


def _trained(criterion: Criterion, doc: Doc, model: TraitModel, prediction: Prediction) -> CriterionScore:
    """Weighted traits, as shares of their range, stretched from the lowest to the highest level.

    Rules adjust that: they are worth nothing at their typical value, so the base stays the traits'.
    """
    total = sum(criterion.traits.values())
    weights = np.array([criterion.traits.get(trait, 0.0) / total for trait in model.traits])
    return _weighted(criterion, model, prediction, weights, "trained", _by_rules(criterion, doc))


def _weighted(
    criterion: Criterion,
    model: TraitModel,
    prediction: Prediction,
    weights: Floats,
    basis: Basis,
    rules: Sequence[Added] = (),
) -> CriterionScore:
    span = criterion.highest - criterion.lowest
    base = criterion.lowest + span * float(model.table.base @ weights)
    points = span * (prediction.points @ weights)
    radius = span * model.radius(weights, prediction)
    return _closed(criterion, basis, base, _joined(_merged(model, prediction, points, weights), rules), radius)


def _merged(model: TraitModel, prediction: Prediction, points: Floats, weights: Floats) -> list[Added]:
    """One item per feature, and one per view: a view's inputs are its predictions of several traits."""
    trained, features = len(model.traits) - len(model.calibrated), len(model.features)
    shares = weights[:trained]
    if not shares.any():  # a criterion calibrated as a whole: the view's mean over its traits
        shares = np.full(trained, 1 / trained)
    views = prediction.inputs[features:].reshape(-1, trained)
    names = [*(view.kind for view in model.views), *model.features]
    values = [*rounded((views * shares).sum(axis=1)), *prediction.told[:features]]
    added = [*rounded(points[features:].reshape(views.shape).sum(axis=1)), *rounded(points[:features])]
    return [item for item in zip(names, values, added, strict=True) if item[2]]


def _joined(trained: list[Added], rules: Sequence[Added]) -> list[Added]:
    """One item per feature, also where a feature went into a trait and has a rule as well."""
    if not rules:
        return trained
    found = {name: points for name, _, points in trained}
    values = {name: value for name, value, _ in (*trained, *rules)}
    for name, _, points in rules:
        found[name] = _rounded(points + found.get(name, 0.0))
    return [(name, values[name], points) for name, points in found.items() if points]


def score_by_rule(criterion: Criterion, doc: Doc) -> CriterionScore:
    """Points that the rubric gives for feature values, counted from what a typical essay gets."""
    base = criterion.lowest + sum(rule.points(rule.typical) for rule in criterion.features)
    return _closed(criterion, "rule", base, _by_rules(criterion, doc), criterion.uncertainty)


def _by_rules(criterion: Criterion, doc: Doc) -> list[Added]:
    """What each rule adds to what it gives a typical essay."""
    known = registered()

    def value(name: str) -> float:
        return known[name].measure(doc)

    added = []
    for rule in criterion.features:
        found = value(rule.name)
        counted = prod(min(1.0, max(0.0, value(name) / full)) for name, full in rule.full_from.items())
        points = counted * rule.points(found) - rule.points(rule.typical)
        added.append((rule.name, _rounded(found), _rounded(points)))
    return [item for item in added if item[2]]


def _closed(criterion: Criterion, basis: Basis, base: float, added: list[Added], radius: float) -> CriterionScore:
    """Largest contributions first, and what the scale's ends take away as ``clip``."""
    base = _rounded(base)
    added = sorted(added, key=lambda item: (-abs(item[2]), item[0]))
    raw = _rounded(base + sum(points for _, _, points in added))
    score = min(max(raw, criterion.lowest), criterion.highest)
    if score != raw:
        added.append((CLIP, raw, _rounded(score - raw)))
    low, high = max(criterion.lowest, score - radius), min(criterion.highest, score + radius)
    contributions = tuple(Contribution(name, value, points) for name, value, points in added)
    return CriterionScore(criterion, score, (_rounded(low), _rounded(high)), basis, base, contributions)


def _rounded(value: float) -> float:
    return round(float(value), DECIMALS)
