"""Proposals put into the rubric, as what scores a criterion or as comments to uncomment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from math import trunc

from scorer.rubric.load import DEFAULT, load_rubric
from scorer.rubric.matching.cues import Measure
from scorer.rubric.matching.match import Match
from scorer.rubric.model import Criterion, FeatureRule, Rubric
from scorer.rubric.write import measured

DECIMALS = 4
UNITS = 10_000
"""Steps of a point."""


def accepted(rubric: Rubric, matches: Iterable[Match], ids: Collection[str]) -> Rubric:
    """The rubric with the proposals for the criteria ``ids`` in place."""
    chosen = {match.criterion: match for match in matches if match.measures and match.criterion in ids}
    criteria = [
        scored_by(criterion, chosen[criterion.id].measures) if criterion.id in chosen else criterion
        for criterion in rubric.criteria
    ]
    return Rubric.model_validate(rubric.model_copy(update={"criteria": tuple(criteria)}).model_dump())


def notes(rubric: Rubric, matches: Iterable[Match]) -> dict[str, list[str]]:
    """Comment lines for each criterion: why it is scored so, or the proposal to uncomment, or why there is none."""
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    return {match.criterion: list(_lines(criteria[match.criterion], match)) for match in matches}


def scored_by(criterion: Criterion, measures: Collection[Measure]) -> Criterion:
    """The criterion with what scores those measures, each for an equal share."""
    origins = {c.id: c for c in load_rubric(DEFAULT).criteria}
    sources = [origins[name] for measure in measures for name in measure.origins]
    traits: dict[str, float] = {}
    for origin in (measure.traits for measure in measures):
        traits |= origin
    for source in sources:
        traits |= source.traits
    alone = len(sources) == 1 and len(measures) == 1
    ruled = [source for source in sources if alone or not source.traits]
    share = 1 / len(ruled) if ruled else 0.0
    span = criterion.highest - criterion.lowest
    rules = [
        _stretched(rule, share * span / (source.highest - source.lowest))
        for source in ruled
        for rule in source.features
    ]
    uncertainty = sum(s.uncertainty * share * span / (s.highest - s.lowest) for s in ruled)
    update = {"traits": traits, "features": tuple(rules), "uncertainty": round(uncertainty, DECIMALS)}
    return criterion.model_copy(update=update)


def _stretched(rule: FeatureRule, factor: float) -> FeatureRule:
    knots = tuple((value, _shortened(points * factor)) for value, points in rule.knots)
    return rule.model_copy(update={"knots": knots})


def _shortened(points: float) -> float:
    """Rounded towards 0, so that rules which just fit the share of the range that they may move still do."""
    return trunc(round(points, 2 * DECIMALS) * UNITS) / UNITS


def _lines(criterion: Criterion, match: Match) -> Iterator[str]:
    words = ", ".join(f"“{word}”" for word in match.words)
    if not match.measures:
        yield f"Left to you: {match.why}{f' ({words})' if words else ''}."
    elif criterion.scored:
        yield f"Proposed from {words} ({match.sure}): {match.title}. Change or delete it as you see fit."
    else:
        yield f"Proposed from {words} ({match.sure}): {match.title}. Uncomment to have it scored:"
        yield from measured(scored_by(criterion, match.measures))
