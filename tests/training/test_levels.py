"""How points are learnt from readers' levels, and how they come into a rubric."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.errors import DataError
from scorer.features import registered
from scorer.rubric import load_rubric
from scorer.rubric.model import FeatureRule
from scorer.training.argument.marked import Marked
from scorer.training.levels.essays import as_one_paragraph, without_position
from scorer.training.levels.fit import LEAST, Fitted, Lessons, fit, held_out, rules, stretched
from scorer.training.levels.train import (
    APART,
    BUILTIN,
    JOINED,
    OURS,
    PAIRED,
    RUBRICS,
    WITHOUT,
    Measured,
    candidates,
    with_points,
)

NAMES = ["thesis_content", "thesis_hedges", "thesis_precision"]
"""Two of which more is better, and one of which it is worse."""


def lessons(targets: np.ndarray, values: np.ndarray) -> Lessons:
    """Essays with levels alone."""
    size = len(values)
    return Lessons(values, np.zeros_like(values), np.zeros(size, dtype=bool), targets, np.ones(size))


@pytest.fixture(scope="module")
def values() -> np.ndarray:
    drawn = np.random.default_rng(1)
    return np.stack(
        [drawn.uniform(0, 10, 400), drawn.integers(0, 4, 400).astype(float), drawn.uniform(2, 4, 400)], axis=1
    )


def test_what_is_better_earns_points_and_what_is_worse_costs_them(values: np.ndarray) -> None:
    targets = 0.2 * values[:, 0] + 0.3 * (3 - values[:, 1])
    found = fit(lessons(targets, values), NAMES)
    points = dict(zip(found.names, found.points, strict=True))
    assert set(points) == {"thesis_content", "thesis_hedges"}  # the third tells nothing and is left out
    assert points["thesis_content"][-1] == pytest.approx(2.0, abs=0.15) and points["thesis_content"][0] == 0
    assert points["thesis_hedges"][0] == pytest.approx(0.9, abs=0.1) and points["thesis_hedges"][-1] == 0
    assert np.corrcoef(found.predict(values, NAMES), targets)[0, 1] > 0.99


def test_nothing_better_ever_costs_points(values: np.ndarray) -> None:
    found = fit(lessons(2.0 - 0.2 * values[:, 0] + 0.3 * values[:, 1] + 0.2 * values[:, 2], values), NAMES)
    points = {name: list(part) for name, part in zip(found.names, found.points, strict=True)}
    assert "thesis_precision" in points
    assert all(part == sorted(part, reverse=name == "thesis_hedges") for name, part in points.items())


def test_of_a_changed_essay_the_change_is_learnt(values: np.ndarray) -> None:
    before = values[:200]
    after = before.copy()
    after[:, 0] = np.clip(after[:, 0] - 5, 0, None)
    rows = Lessons(after, before, np.ones(200, dtype=bool), -0.1 * (before[:, 0] - after[:, 0]), np.ones(200))
    both = Lessons(
        np.concatenate([values, rows.after]), np.concatenate([np.zeros_like(values), rows.before]),
        np.repeat([False, True], [400, 200]), np.concatenate([0.1 * values[:, 0], rows.targets]), np.ones(600),
    )  # fmt: skip
    found = fit(both, NAMES)
    assert found.names == ("thesis_content",) and found.points[0][-1] == pytest.approx(1.0, abs=0.1)


def test_held_out_essays_are_predicted_by_others(values: np.ndarray) -> None:
    noise = np.random.default_rng(2).normal(2.0, 1.0, 12)  # of few essays anything can be learnt by heart
    few = lessons(noise, values[:12])
    known = np.abs(fit(few, NAMES).predict(values[:12], NAMES) - noise).mean()
    assert np.abs(held_out(few, NAMES, 6, seed=1) - noise).mean() > known + 0.1
    first = held_out(few, NAMES, 6, seed=1)
    raised = lessons(noise + np.eye(12)[3] * 9, values[:12])
    assert held_out(raised, NAMES, 6, seed=1)[3] == pytest.approx(first[3])  # its own level does not count


def test_levels_that_nothing_tells_apart_teach_nothing(values: np.ndarray) -> None:
    with pytest.raises(DataError, match="No feature tells"):
        fit(lessons(np.zeros(400), values), NAMES)


def test_values_that_are_nearly_the_same_are_one_knot() -> None:
    values = np.array([[0.331], [0.333], [0.5]] * 20)
    found = fit(lessons(values[:, 0] * 2, values), ["thesis_content"])
    assert list(found.knots[0]) == [0.33, 0.5] and np.isfinite(found.points[0]).all()


def test_what_counts_how_much() -> None:
    sizes = {
        "essays": 3, "authored": 2, "worse": 2, "better": 2, "whole": 2, "joined": 2, "stating": 1, "without": 1,
    }  # fmt: skip
    texts = {kind: np.full((size, 1), float(mark)) for mark, (kind, size) in enumerate(sizes.items(), start=1)}
    levels = {
        "essays": {"thesis": np.array([2.0, 3.0, 4.0]), "reasons": np.full(3, 2.0)},
        "authored": {"thesis": np.array([1.5, 3.5]), "reasons": np.full(2, 2.0)},
        "worse": {"thesis": np.array([1.0, 2.0]), "reasons": np.full(2, 2.0)},
        "better": {"thesis": np.array([3.0, 2.5]), "reasons": np.full(2, 2.0)},
    }
    found = Measured(("thesis_content",), texts, levels)
    taught = found.lessons("thesis", 1.0, ["thesis_content"])
    assert taught.after[:, 0].tolist() == [1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4, 6, 6, 8]
    assert taught.before[:, 0].tolist() == [0] * 9 + [3, 3, 5, 5, 7]
    assert taught.changed.tolist() == [False] * 9 + [True] * 5
    assert taught.targets.tolist() == [1.0, 2.0, 3.0, 0.5, 2.5, 0.0, 1.0, 2.0, 1.5, 2.0, 0.5, 0.0, 0.0, -1.0]
    paired = [PAIRED] * 4 + [APART] * 2
    assert taught.weights.tolist() == [1.0] * 3 + [float(OURS)] * 2 + paired + [JOINED] * 2 + [WITHOUT]
    assert found.lessons("reasons", 1.0, ["thesis_content"]).targets.tolist() == [1.0] * 9 + [0.0] * 5


def test_stretching_keeps_the_middle_and_moves_the_ends() -> None:
    fitted = Fitted(("a", "b"), (np.array([0.0, 1.0]),) * 2, (np.array([0.0, 1.0]), np.array([0.0, 2.0])))
    wide = stretched(fitted, 1.5, around=1.0)
    assert wide.points[1] == pytest.approx([-0.5, 2.5]) and wide.points[0] == pytest.approx([0.0, 1.5])
    values = np.array([[0.5, 0.25], [1.0, 1.0]])
    assert wide.predict(values, ["a", "b"]) == pytest.approx([1.0, 4.0])


def test_rules_bend_where_points_do_and_count_from_the_median() -> None:
    knots = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
    fitted = Fitted(("low", "high"), (knots, knots), (np.array([0, 0, 0.1, 0.2, 0.2]), np.array([0, 1, 2, 3, 4.0])))
    made = rules(fitted, np.array([[5.0, 1.0], [5.0, 2.0], [5.0, 3.0]]), ["low", "high"])
    assert [rule.name for rule in made] == ["high", "low"]
    assert made[0].knots == ((0, 0), (4, 4)) and made[0].typical == 2.0
    assert made[1].knots == ((1, 0), (3, 0.2)) and made[1].typical == 3.0  # where it is level the end is as good


@pytest.mark.parametrize("criterion", ["thesis", "reasons"])
def test_both_rubrics_have_the_same_points_and_they_rise_as_the_registry_says(criterion: str) -> None:
    learnt = [next(c for c in load_rubric(name).criteria if c.id == criterion) for name in RUBRICS]
    assert learnt[0].features == learnt[1].features and learnt[0].uncertainty == learnt[1].uncertainty
    known = registered()
    for rule in learnt[0].features:
        assert rule.name in candidates(criterion)
        points = [y for _, y in rule.knots]
        assert points == sorted(points, reverse=known[rule.name].direction == "lower")
        assert abs(points[-1] - points[0]) >= LEAST


def test_writing_points_changes_nothing_else_in_the_file() -> None:
    rule = FeatureRule(name="thesis_present", knots=((0, 0), (1, 3)), typical=1)
    file = BUILTIN / "argument.toml"
    text = file.read_text(encoding="utf-8")
    changed = with_points(text, "argument", "thesis", (rule,), 0.5)
    gone, new = set(text.splitlines()) - set(changed.splitlines()), set(changed.splitlines()) - set(text.splitlines())
    assert new == {"uncertainty = 0.5", '    { name = "thesis_present", knots = [[0, 0], [1, 3]], typical = 1 },'}
    assert all(line.startswith(("    { name = ", "uncertainty")) for line in gone)
    found = load_rubric("argument").criteria[0]
    points, uncertainty = found.features, found.uncertainty
    assert with_points(changed, "argument", "thesis", points, uncertainty) == text


@pytest.mark.parametrize("criterion", ["organization", "language"])
def test_points_of_what_is_trained_are_not_written(criterion: str) -> None:
    rule = FeatureRule(name="thesis_present", knots=((0, 0), (1, 3)), typical=1)
    text = (BUILTIN / "argument.toml").read_text(encoding="utf-8")
    with pytest.raises(DataError, match="not scored by rules alone"):
        with_points(text, "argument", criterion, (rule,), 0.5)


def test_paragraphs_are_joined_where_there_are_enough() -> None:
    assert as_one_paragraph("One.\n\n Two. \nThree.\n") == "One. Two. Three."
    assert as_one_paragraph("One.\n\nTwo.") is None


def test_the_position_is_deleted_wherever_it_stands() -> None:
    text = "We need parks. Trees cool. So we need parks."
    spans = ((0, 14), (27, 44))
    essays = [Marked("PERSUADE", "1", text, spans, None), Marked("PERSUADE", "2", "No view.", (), None)]
    assert list(without_position(essays, 5, seed=1)) == [(text, "Trees cool.")]
