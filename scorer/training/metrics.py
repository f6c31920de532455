"""Agreement with human scores, in the variants that the field reports.

QWK: ``cohen_kappa_score(weights="quadratic")`` over all steps of the scale, used or not, on the steps that the
model's cut points give (fitted on its training essays), or on predictions rounded to the step and clipped to the scale
where none are given.
Pearson r, RMSE and SMD on the unrounded predictions. SMD: difference of means divided by the human standard
deviation (Williamson, Xi & Breyer 2012). ``degradation``: human-human QWK minus ours. PRMSE: proportional
reduction in mean squared error against the true score estimated from two ratings (Loukina et al. 2020).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score

from scorer.scoring.traits import Scale

Floats = NDArray[np.float64]


def rounded(scores: Floats, scale: Scale) -> NDArray[np.int_]:
    """Scores on the scale's steps, counted from its lowest, clipped to it."""
    steps = np.rint((np.asarray(scores) - scale.low) / scale.step)
    return np.clip(steps, 0, round((scale.high - scale.low) / scale.step)).astype(int)


def qwk(human: Floats, machine: Floats, scale: Scale) -> float:
    """Quadratic weighted kappa; 0.0 where one side is constant, 1.0 where both are the same constant."""
    a, b = rounded(human, scale), rounded(machine, scale)
    if len(set(a)) == 1 and len(set(b)) == 1:
        return float(a[0] == b[0])
    # Named labels keep the distance between two scores what it is on the scale when no essay has one between them.
    steps = np.arange(round((scale.high - scale.low) / scale.step) + 1)
    return float(cohen_kappa_score(a, b, labels=steps, weights="quadratic"))


def agreement(
    human: Floats,
    machine: Floats,
    scale: Scale,
    radius: Floats | float,
    length_only: Floats | None = None,
    grades: Floats | None = None,
    raters: tuple[Floats, Floats] | None = None,
) -> dict[str, Any]:
    """The row of one trait in the evaluation output.

    ``length_only`` are predictions from the number of words alone; ``grades`` the steps that the predictions come to.
    """
    n = len(human)
    spread = float(human.std(ddof=1)) if n > 1 else 0.0
    constant = n < 2 or spread == 0 or float(machine.std()) == 0
    ours = qwk(human, machine if grades is None else grades, scale)
    humans = qwk(*raters, scale) if raters else None
    return {
        "n": n,
        "qwk": ours,
        "pearson": 0.0 if constant else float(np.corrcoef(human, machine)[0, 1]),
        "rmse": float(np.sqrt(np.mean((human - machine) ** 2))),
        "smd": float((machine.mean() - human.mean()) / spread) if spread else 0.0,
        "human_qwk": humans,
        "degradation": None if humans is None else humans - ours,
        "prmse": None if raters is None else prmse(raters, machine),
        "coverage90": float(np.mean(np.abs(human - machine) <= radius)),
        "length_only_qwk": None if length_only is None else qwk(human, length_only, scale),
    }


def prmse(raters: tuple[Floats, Floats], machine: Floats) -> float:
    """PRMSE for essays that all have two ratings: 1 is perfect, 0 no better than the mean."""
    first, second = raters
    error_variance = float(np.mean((first - second) ** 2) / 2)
    mean = (first + second) / 2
    true_variance = float(mean.var(ddof=1)) - error_variance / 2
    squared = float(np.mean((mean - machine) ** 2)) - error_variance / 2
    return 1 - squared / true_variance if true_variance > 0 else 0.0
