"""From traits and features to the rubric's criteria: points that add up exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from scorer.assessment import Basis, Contribution, Interval, Overall
from scorer.features import registered
from scorer.rubric import Criterion, Level, Rubric
from scorer.scoring.traits import Prediction, TraitModel

DECIMALS = 4
"""Points are rounded before they are added, so that what is printed is what was added."""

CLIP = "clip"
OVERALL = "overall"
"""What a column of overall grades, and the trait calibrated on it, is called."""

Floats = NDArray[np.float64]


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
        return self.criterion.level_at(self.score if self.step is None else self.step)


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
    rules: Sequence[Contribution] = (),
) -> CriterionScore:
    span = criterion.highest - criterion.lowest
    base = criterion.lowest + span * float(model.table.base @ weights)
    points = span * (prediction.points @ weights)
    merged = _merged(model.table.names, prediction.inputs, points, weights, model)
    radius = span * model.radius(weights, prediction)
    return _closed(criterion, basis, base, _joined(merged, rules), radius)


def _merged(
    names: Sequence[str], inputs: Floats, points: Floats, weights: Floats, model: TraitModel
) -> list[Contribution]:
    """One contribution per feature, and one per view: a view's inputs are its predictions of several traits."""
    shares = np.where([trait in model.calibrated for trait in model.traits], 0.0, weights)
    if not shares.any():  # a criterion calibrated as a whole: the view's mean over its traits
        shares = np.full(len(weights), 1 / (len(weights) - len(model.calibrated)))
    plain: list[tuple[str, float, float]] = []
    views: dict[str, list[float]] = {}
    for name, value, added in zip(names, inputs.tolist(), points.tolist(), strict=True):
        kind, _, trait = name.partition(":")
        if not trait:
            plain.append((name, value, added))
            continue
        seen = views.setdefault(kind, [0.0, 0.0])
        seen[0] += value * shares[model.index[trait]]
        seen[1] += added
    every = [*((kind, value, added) for kind, (value, added) in views.items()), *plain]
    told = [(name, value, round(added, DECIMALS)) for name, value, added in every]
    return [Contribution(feature=name, value=_rounded(value), points=added) for name, value, added in told if added]


def _joined(trained: list[Contribution], rules: Sequence[Contribution]) -> list[Contribution]:
    """One contribution per feature, also where a feature went into a trait and has a rule as well."""
    found = {c.feature: c for c in trained}
    for rule in rules:
        points = rule.points + (found[rule.feature].points if rule.feature in found else 0.0)
        found[rule.feature] = rule.model_copy(update={"points": _rounded(points)})
    return [c for c in found.values() if c.points]


def score_by_rule(criterion: Criterion, doc: Doc) -> CriterionScore:
    """Points that the rubric gives for feature values, counted from what a typical essay gets."""
    base = criterion.lowest + sum(rule.points(rule.typical) for rule in criterion.features)
    return _closed(criterion, "rule", base, _by_rules(criterion, doc), criterion.uncertainty)


def _by_rules(criterion: Criterion, doc: Doc) -> list[Contribution]:
    """What each rule adds to what it gives a typical essay."""
    known = registered()
    values = [(rule, known[rule.name].measure(doc)) for rule in criterion.features]
    added = [
        Contribution(
            feature=rule.name, value=_rounded(value), points=_rounded(rule.points(value) - rule.points(rule.typical))
        )
        for rule, value in values
    ]
    return [c for c in added if c.points]


def _closed(
    criterion: Criterion, basis: Basis, base: float, contributions: list[Contribution], radius: float
) -> CriterionScore:
    """Largest contributions first, and what the scale's ends take away as ``clip``."""
    base = _rounded(base)
    contributions.sort(key=lambda c: (-abs(c.points), c.feature))
    raw = _rounded(base + sum(c.points for c in contributions))
    score = min(max(raw, criterion.lowest), criterion.highest)
    if score != raw:
        contributions.append(Contribution(feature=CLIP, value=raw, points=_rounded(score - raw)))
    low, high = max(criterion.lowest, score - radius), min(criterion.highest, score + radius)
    return CriterionScore(criterion, score, (_rounded(low), _rounded(high)), basis, base, tuple(contributions))


def _rounded(value: float) -> float:
    return round(float(value), DECIMALS)
