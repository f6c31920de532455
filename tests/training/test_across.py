"""Grades of many prompts on one footing, and back on the scale of a new one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from synthetic_essays import graded, write_table

from scorer.errors import DataError
from scorer.scoring.cut_points import on_step
from scorer.scoring.traits import Scale
from scorer.training.across import NARROWEST, Usual, fit_across
from scorer.training.corpora import read_corpus
from scorer.training.fit import view_inputs
from scorer.training.samples import Samples, prepare

FEATURES = ("words", "unknown_words", "contractions", "commas", "sentence_length", "mtld")
TRAITS = ("grammar", "syntax")
GROUPS = np.array(["a", "a", "b", "b", "c", "c"])
UNITS = np.array([[0.2], [0.4], [0.4], [0.8], [0.5], [0.5]])
STEPS = np.array([[10], [10], [3], [3], [3], [3]])


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """Forty-two measured essays in three groups."""
    path = tmp_path_factory.mktemp("graded") / "essays.csv"
    rows = [{name: row[name] for name in ("id", "text", "group", *TRAITS)} for row in graded(42)]
    return prepare(read_corpus("csv", [write_table(path, rows)])).with_features(FEATURES)


def test_the_usual_level_is_the_mean_of_the_prompts_however_many_essays_each_has() -> None:
    usual = Usual.of(
        np.concatenate([UNITS, UNITS[:2]]), np.concatenate([STEPS, STEPS[:2]]), np.array([*GROUPS, "a", "a"])
    )
    assert usual.level == pytest.approx([(0.3 + 0.6 + 0.5) / 3])
    assert usual.spread == pytest.approx([(0.1 + 0.2 + NARROWEST) / 3])


def test_on_one_footing_every_prompt_has_the_usual_level_and_spread() -> None:
    usual = Usual.of(UNITS[:4], STEPS[:4], GROUPS[:4])
    standing = usual.standing(UNITS[:4], GROUPS[:4])
    assert standing[:, 0] == pytest.approx([0.3, 0.6, 0.3, 0.6])


@pytest.mark.parametrize(
    ("steps", "spread"),
    [
        (3, 0.2),  # as the prompt with three steps
        (10, 0.1),
        (np.sqrt(30), 0.15),  # halfway between their logarithms
        (2000, NARROWEST),
        (1, 0.291),
    ],
)
def test_finer_scales_are_used_more_narrowly(steps: float, spread: float) -> None:
    usual = Usual.of(UNITS[:4], STEPS[:4], GROUPS[:4])
    assert usual.spread_on([Scale(0, 1, 1 / steps)])[0] == pytest.approx(spread, abs=0.01)


def test_prompts_on_one_scale_tell_nothing_of_others() -> None:
    usual = Usual.of(UNITS[:4], np.full((4, 1), 5), GROUPS[:4])
    assert usual.spread_on([Scale(1, 4, 1), Scale(0, 60, 1)]) == pytest.approx([0.15, 0.15])


@pytest.mark.parametrize("normalised", [False, True])
def test_how_high_a_prompt_was_graded_changes_nothing_but_the_level(samples: Samples, normalised: bool) -> None:
    """The same essays, one group graded a point higher: what the model says of them moves all alike."""
    raised = [
        replace(essay, scores={t: s - 0.5 * (essay.groups["group"] == "east") for t, s in essay.scores.items()})
        for essay in samples.essays
    ]
    one = fit_across(samples, TRAITS, 1, "group", normalised)
    other = fit_across(replace(samples, essays=raised), TRAITS, 1, "group", normalised)
    before, after = (made.model.table.predict(view_inputs(made.model, samples)) for made in (one, other))
    assert np.ptp(after - before, axis=0) == pytest.approx(0, abs=1e-6)
    assert (after - before).mean() < -0.01


def test_on_another_scale_predictions_spread_as_grades_there_do_and_steps_follow(samples: Samples) -> None:
    across = fit_across(samples, TRAITS, 1, "group", normalised=True)
    scales = [Scale(0, 3, 1), Scale(0, 60, 1)]
    model = across.on(scales)
    plain, placed = (made.table.predict(view_inputs(made, samples)) for made in (across.model, model))
    factor = across.usual.spread_on(scales) / across.usual.spread
    assert placed - across.usual.level == pytest.approx((plain - across.usual.level) * factor)
    assert model.residuals.missed == pytest.approx(across.model.residuals.missed * factor, rel=1e-4)
    grades = np.stack([on_step(placed[:, k], model.cuts[k]) for k in range(2)], axis=1)
    assert [len(cuts) for cuts in model.cuts] == [3, 60]
    assert np.corrcoef(grades[:, 1], placed[:, 1])[0, 1] > 0.95
    assert across.stretch.min() > 0.5


def test_essays_of_one_prompt_cannot_tell_of_others(samples: Samples) -> None:
    east = [row for row, essay in enumerate(samples.essays) if essay.groups["group"] == "east"]
    with pytest.raises(DataError, match="one group"):
        fit_across(samples.take(east), TRAITS, 1, "group")


def test_too_few_essays_are_refused(samples: Samples) -> None:
    with pytest.raises(DataError, match="too few"):
        fit_across(samples.take(range(5)), TRAITS, 1, "group")
