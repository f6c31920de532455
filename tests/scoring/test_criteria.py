"""Points of criteria: trained and by rule, and always adding up exactly."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_model import made_model

from scorer.features import registered
from scorer.rubric import Criterion, Rubric
from scorer.scoring.criteria import CriterionScore, overall, score_criterion
from scorer.scoring.traits import DECIMALS, Prediction, rounded

MODEL = made_model()
NO_DOC: Any = None
LEVELS = [{"points": 1, "title": "Low"}, {"points": 2, "title": "Middle"}, {"points": 4, "title": "High"}]
STYLE = Criterion.model_validate({"id": "style", "title": "Style", "traits": {"style": 1}, "levels": LEVELS})
BOTH = Criterion.model_validate(
    {"id": "both", "title": "Both", "traits": {"style": 3, "form": 1}, "weight": 2, "levels": LEVELS}
)


def predicted(*inputs: float) -> Prediction:
    row = np.array(inputs)
    points = MODEL.table.contributions(row[None])[0]
    return Prediction(MODEL.table.base + points.sum(axis=0), row, points)


def trained(criterion: Criterion, *inputs: float) -> CriterionScore:
    score = score_criterion(criterion, NO_DOC, MODEL, predicted(*inputs))
    assert score is not None
    return score


def ruled(monkeypatch: pytest.MonkeyPatch, value: float, **fields: Any) -> CriterionScore:
    """A criterion with one rule, on an essay whose measure is ``value``."""
    feature = SimpleNamespace(measure=lambda _: value)
    two = SimpleNamespace(measure=lambda _: 2.0)
    known = {"sources": feature, "ideas": feature, "reasons": two}
    monkeypatch.setattr("scorer.scoring.criteria.registered", lambda: known)
    rule = {"name": "sources", "knots": [[0, 0], [2, 1.0], [4, 1.5]], "typical": 1}
    criterion = Criterion.model_validate(
        {"id": "c", "title": "C", "features": [rule], "uncertainty": 0.5, "levels": LEVELS} | fields
    )
    score = score_criterion(criterion, NO_DOC, MODEL, predicted(50, 5, 0.5, 0.5))
    assert score is not None
    return score


def by_name(score: CriterionScore) -> dict[str, float]:
    return {c.feature: c.points for c in score.contributions}


def test_a_trained_criterion_by_hand() -> None:
    # style is 0.5 of its range at the base: 1 + 3 * 0.5; words 75 add 3 * 0.125, the view 3 * 0.25
    score = trained(STYLE, 75, 5, 0.75, 0.5)
    assert score.basis == "trained"
    assert score.base == 2.5
    assert by_name(score) == {"word_ngrams": 0.75, "words": 0.375}
    assert score.score == pytest.approx(3.625)
    assert [c.feature for c in score.contributions] == ["word_ngrams", "words"]  # largest first


def test_several_traits_are_weighed() -> None:
    # base: 1 + 3 * (0.75 * 0.5 + 0.25 * 0.4); points: style counts for 3 / 4, form for 1 / 4
    score = trained(BOTH, 75, 10, 0.5, 1.0)
    assert score.base == pytest.approx(2.425)
    assert by_name(score) == {"words": 0.2812, "sentences": 0.0938, "word_ngrams": 0.1875}
    view = next(c for c in score.contributions if c.feature == "word_ngrams")
    assert view.value == pytest.approx(0.75 * 0.5 + 0.25 * 1.0)


def test_what_the_scales_end_takes_away_is_a_contribution() -> None:
    high = trained(STYLE, 100, 5, 1.0, 0.5)  # 2.5 + 0.75 + 1.5
    assert (high.score, by_name(high)["clip"]) == (4.0, -0.75)
    assert high.contributions[-1].value == 4.75
    low = trained(STYLE, 0, 5, 0.0, 0.5)
    assert (low.score, by_name(low)["clip"]) == (1.0, 0.75)


@pytest.mark.parametrize(("full", "points"), [(1, 1.5), (2, 1.5), (4, 0.75), (8, 0.375)])
def test_a_rule_counts_in_proportion_until_there_is_enough(
    monkeypatch: pytest.MonkeyPatch, full: float, points: float
) -> None:
    rule = {"name": "sources", "knots": [[0, 0], [2, 1.0], [4, 1.5]], "typical": 1, "full_from": {"reasons": full}}
    score = ruled(monkeypatch, 4, features=[rule])
    assert score.base == 1.5  # a typical essay has enough
    assert by_name(score) == {"sources": points - 0.5}


@given(st.lists(st.one_of(st.floats(-1e12, 1e12), st.integers(-(10**6), 10**6).map(lambda half: half / 20000))))
def test_values_are_rounded_as_round_does(values: list[float]) -> None:
    assert rounded(np.array(values, dtype=np.float64)) == [round(value, DECIMALS) for value in values]


def test_inputs_that_add_nothing_are_not_listed() -> None:
    assert by_name(trained(STYLE, 50, 5, 0.5, 0.5)) == {}


@given(st.tuples(st.floats(-50, 200), st.floats(-5, 30), st.floats(-1, 2), st.floats(-1, 2)))
def test_base_and_points_are_the_score_and_base_is_one_constant(inputs: tuple[float, ...]) -> None:
    for criterion, base in ((STYLE, 2.5), (BOTH, 2.425)):
        score = trained(criterion, *inputs)
        assert score.base == base
        assert abs(score.base + sum(c.points for c in score.contributions) - score.score) < 1e-6
        assert criterion.lowest <= score.interval[0] <= score.score <= score.interval[1] <= criterion.highest


def test_the_interval_holds_nine_in_ten_of_the_residuals() -> None:
    # 21 residuals of style, evenly from -0.1 to 0.1: the 20th of their 21 sizes is 0.1 (two have it), on 3 points 0.3
    score = trained(STYLE, 50, 5, 0.5, 0.5)
    assert score.interval == pytest.approx((2.2, 2.8), abs=1e-3)


@pytest.mark.parametrize(
    ("value", "score", "contribution"),
    [
        (0, 1.0, {"sources": -0.5}),
        (1, 1.5, {}),  # the typical essay
        (2, 2.0, {"sources": 0.5}),
        (3, 2.25, {"sources": 0.75}),
        (99, 2.5, {"sources": 1.0}),
    ],
)
def test_a_rule_by_hand(
    monkeypatch: pytest.MonkeyPatch, value: float, score: float, contribution: dict[str, float]
) -> None:
    result = ruled(monkeypatch, value)
    assert (result.basis, result.base, result.score) == ("rule", 1.5, score)
    assert by_name(result) == contribution
    assert result.interval == (max(1.0, score - 0.5), score + 0.5)


@pytest.mark.parametrize(
    ("value", "adjusted", "points"),
    [(0, -0.5, -0.5), (1, 0, None), (2, 0, None), (3, 0.125, 0.125), (9, 0.25, 0.25)],
)
def test_a_rule_adjusts_a_trained_score_and_a_typical_essay_keeps_it(
    monkeypatch: pytest.MonkeyPatch, value: float, adjusted: float, points: float | None
) -> None:
    rule = {"name": "sources", "knots": [[0, -0.5], [1, 0], [2, 0], [4, 0.25]], "typical": 1}
    result = ruled(monkeypatch, value, features=[rule], traits={"style": 1})
    assert (result.basis, result.base, result.score) == ("trained", 2.5, 2.5 + adjusted)
    assert by_name(result).get("sources") == points
    assert result.interval == pytest.approx((result.score - 0.3, result.score + 0.3), abs=1e-3)


def test_a_rule_on_a_feature_of_the_trait_is_one_contribution(monkeypatch: pytest.MonkeyPatch) -> None:
    feature = SimpleNamespace(measure=lambda _: 75.0)
    monkeypatch.setattr("scorer.scoring.criteria.registered", lambda: {"words": feature})
    rules = [{"name": "words", "knots": [[60, 0], [90, -0.5]], "typical": 0}]
    both = Criterion.model_validate(
        {"id": "c", "title": "C", "features": rules, "traits": {"style": 1}, "levels": LEVELS}
    )
    score = trained(both, 75, 5, 0.5, 0.5)
    assert by_name(score) == {"words": 0.125}  # 0.375 of the trait, less 0.25 of the rule
    assert score.score == 2.625


def test_rules_that_overshoot_the_scale_are_clipped(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = [{"name": name, "knots": [[0, 0], [1, 2.5]], "typical": 0} for name in ("sources", "ideas")]
    result = ruled(monkeypatch, 1, features=rules)
    assert result.base == 1.0
    assert by_name(result) == {"ideas": 2.5, "sources": 2.5, "clip": -2.0}
    assert result.score == 4.0


def test_a_criterion_that_nothing_measures_has_no_score() -> None:
    plain = Criterion.model_validate({"id": "x", "title": "X", "levels": LEVELS})
    assert score_criterion(plain, NO_DOC, MODEL, predicted(50, 5, 0.5, 0.5)) is None


def rubric(*criteria: Criterion) -> Rubric:
    return Rubric.model_validate(
        {"id": "r", "title": "R", "scale": {"low": 0, "high": 100}, "criteria": [c.model_dump() for c in criteria]}
    )


def test_the_overall_score_is_the_weighted_mean_of_places_on_the_scale() -> None:
    scores = [trained(STYLE, 75, 5, 0.75, 0.5), trained(BOTH, 75, 10, 0.5, 1.0)]
    result = overall(rubric(STYLE, BOTH), scores)
    assert result is not None
    places = [(3.625 - 1) / 3, (scores[1].score - 1) / 3]
    assert result.score == pytest.approx(100 * (places[0] + 2 * places[1]) / 3, abs=1e-3)
    assert result.max_score == 100
    assert result.level == "High"
    assert result.interval[0] < result.score < result.interval[1]


def test_without_a_scored_criterion_there_is_no_overall_score() -> None:
    assert overall(rubric(STYLE), []) is None


def test_the_hand_made_model_uses_real_features() -> None:
    assert set(MODEL.features) <= registered().keys()
