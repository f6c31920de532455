"""The evaluation output: agreement per trait, the mean, and the same for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scorer.scoring.traits import Scale
from scorer.training.corpora import GradedEssay
from scorer.training.cross_validate import HeldOut, group_of
from scorer.training.fit import UNIT
from scorer.training.metrics import agreement
from scorer.training.samples import Floats, Samples

Rows = NDArray[np.intp]


def evaluation(samples: Samples, held: HeldOut, by: str | None = None) -> dict[str, Any]:
    """The dictionary that ``scorer evaluate`` and ``scorer cross-validate`` print as JSON.

    ``by`` gives ``groups``; the mean of an ``overall`` trait is then the mean over the groups.
    """
    every = np.arange(len(samples))
    result = _table(samples, held, every)
    groups: dict[str, Any] = {}
    if by:
        values = np.array([group_of(essay.groups, by) for essay in samples.essays])
        groups = {str(value): _table(samples, held, np.flatnonzero(values == value)) for value in sorted(set(values))}
        groups = {value: table for value, table in groups.items() if table["n"]}
        means = [table["mean"] for table in groups.values()]
        result["mean"] = {name: float(np.mean([mean[name] for mean in means])) for name in result["mean"]}
    return {**result, "groups": groups}


def _table(samples: Samples, held: HeldOut, rows: Rows) -> dict[str, Any]:
    rows = rows[np.isfinite(held.values[rows]).all(axis=1)]
    if not len(rows):
        return {"n": 0, "traits": {}, "mean": {}}
    essays = [samples.essays[row] for row in rows]
    traits = {trait: _trait(essays, trait, held, k, rows) for k, trait in enumerate(held.traits)}
    averaged = [row for trait, row in traits.items() if trait != "general" or set(traits) == {"general"}]
    mean = {name: float(np.mean([row[name] for row in averaged])) for name in ("qwk", "pearson", "rmse")}
    return {"n": len(rows), "traits": traits, "mean": mean}


@dataclass(frozen=True)
class OnScale:
    """Scores of one trait on one scale, shape (n,) each: human, predicted, the predictions' steps, half-widths of
    intervals, and what the number of words alone would give."""

    scale: Scale
    human: Floats
    machine: Floats
    grades: Floats
    radius: Floats
    by_length: Floats


def on_human_scale(essays: Sequence[GradedEssay], trait: str, held: HeldOut, column: int, rows: Rows) -> OnScale:
    """Essays graded on different ranges are compared as shares of each one's range."""
    scales = [essay.scales[trait] for essay in essays]
    human = np.array([essay.scores[trait] for essay in essays])
    if len(set(scales)) == 1:
        scale = scales[0]
    else:
        scale = UNIT
        human = np.array([(h - s.low) / (s.high - s.low) for h, s in zip(human, scales, strict=True)])
    span = scale.high - scale.low
    machine, grades, radius, by_length = (part[rows, column] for part in held.columns)
    return OnScale(
        scale, human, scale.low + span * machine, scale.low + span * grades, span * radius, scale.low + span * by_length
    )


def _trait(essays: Sequence[GradedEssay], trait: str, held: HeldOut, column: int, rows: Rows) -> dict[str, Any]:
    shown = on_human_scale(essays, trait, held, column, rows)
    pairs = [essay.raters[trait] for essay in essays if trait in essay.raters]
    raters = None
    if len(pairs) == len(essays) and shown.scale != UNIT:
        first, second = np.array(pairs).T
        raters = (first, second)
    return agreement(
        shown.human, shown.machine, shown.scale, shown.radius,
        length_only=shown.by_length, grades=shown.grades, raters=raters,
    )  # fmt: skip


def as_text(result: dict[str, Any]) -> str:
    """The same as lines for a terminal."""
    lines = [f"{result['n']} essays"]
    for name, table in (("all", result), *result["groups"].items()):
        for trait, row in table["traits"].items():
            human = "" if row["human_qwk"] is None else f"  human-human QWK {row['human_qwk']:.3f}"
            lines.append(
                f"{name:>12} {trait:<20} QWK {row['qwk']:.3f}  r {row['pearson']:.3f}  RMSE {row['rmse']:.3f}  "
                f"SMD {row['smd']:+.3f}  90% interval covers {row['coverage90']:.1%}  "
                f"length alone {row['length_only_qwk']:.3f}{human}"
            )
    mean = result["mean"]
    lines.append(f"{'mean':>12} QWK {mean['qwk']:.3f}  r {mean['pearson']:.3f}  RMSE {mean['rmse']:.3f}")
    return "\n".join(lines) + "\n"
