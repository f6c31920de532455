"""Cut points: how predictions become steps, and how the cuts are found."""

from __future__ import annotations

import numpy as np
import pytest

from scorer.scoring.cut_points import halfway, on_step, step_of
from scorer.scoring.traits import Scale
from scorer.training.cut_points import fit_cuts, weighted_kappa
from scorer.training.metrics import qwk


@pytest.mark.parametrize(
    ("unit", "step"), [(-1, 0), (0, 0), (0.124, 0), (0.125, 1), (0.5, 2), (0.874, 3), (0.876, 4), (7, 4)]
)
def test_plain_rounding_on_five_steps(unit: float, step: int) -> None:
    assert step_of(unit, halfway(4)) == step
    assert on_step(unit, halfway(4)) == step / 4


def drawn(n: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Human scores on five steps, and predictions that are drawn towards their mean."""
    draw = np.random.default_rng(seed)
    human = np.clip(np.rint(draw.normal(2, 1.1, n)), 0, 4) / 4
    return 0.5 + 0.45 * (human - 0.5) + draw.normal(0, 0.08, n), human


@pytest.mark.parametrize("n", [40, 1500])
def test_fitted_cuts_agree_better_than_rounding_on_other_essays(n: int) -> None:
    predicted, human = drawn(n)
    cuts = fit_cuts(predicted, human, 4)
    assert np.all(np.diff(cuts) >= 0)
    other, graded = drawn(3000, seed=4)
    fitted, plain = (weighted_kappa(graded, on_step(other, made)) for made in (cuts, halfway(4)))
    assert fitted > plain + 0.05


def test_the_closed_form_is_the_kappa_that_is_reported() -> None:
    predicted, human = drawn(200)
    steps = on_step(predicted, halfway(4))
    scale = Scale(1, 5, 1)
    assert weighted_kappa(human, steps) == pytest.approx(qwk(1 + 4 * human, 1 + 4 * steps, scale))


def test_constant_scores_do_not_break_it() -> None:
    assert weighted_kappa(np.ones(5), np.ones(5)) == 0.0
    assert len(fit_cuts(np.full(9, 0.5), np.full(9, 0.25), 4)) == 4
