"""Put the page together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scorer.training.page.plots import Cell, Dot, calibration, heat_map, residuals_by_length
from scorer.training.report import on_human_scale

if TYPE_CHECKING:  # it imports this package's users
    from scorer.training.train import Evaluated

FOLDER = Path(__file__).parent
SHOWN = 20
"""Essays on which human and machine disagree most."""
WEIGHTS = 25
"""Inputs whose mean contribution is shown."""


@dataclass(frozen=True)
class TraitPlots:
    """One trait's row of the evaluation, and its plots."""

    name: str
    row: dict[str, Any]
    low: float
    high: float
    cells: list[Cell]
    calibration: list[Dot]
    residuals: list[Dot]


@dataclass(frozen=True)
class Disagreement:
    """An essay, how it was graded, and what was predicted; ``apart`` is the distance as a share of the range."""

    number: int
    id: str
    trait: str
    human: float
    machine: float
    apart: float
    words: int
    text: str


def page(result: Evaluated) -> str:
    """The evaluation as one self-contained HTML page. It holds the text of the essays that it lists, and no script."""
    made = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    weights = list(result.weights.items())[:WEIGHTS]
    return made.get_template("page.html").render(
        table=result.table,
        by=result.by,
        plots=[_plots(result, column) for column in range(len(result.held.traits))],
        worst=_worst(result),
        weights=weights,
        largest=max((size for _, size in weights), default=1.0),
    )


def _plots(result: Evaluated, column: int) -> TraitPlots:
    trait = result.held.traits[column]
    rows = _tested(result)
    shown = on_human_scale([result.samples.essays[row] for row in rows], trait, result.held, column, rows)
    words = result.samples.words()[rows]
    return TraitPlots(
        name=trait,
        row=result.table["traits"][trait],
        low=shown.scale.low,
        high=shown.scale.high,
        cells=heat_map(shown.human, shown.grades, shown.scale),
        calibration=calibration(shown.human, shown.machine, shown.scale),
        residuals=residuals_by_length(shown.human, shown.machine, words, shown.scale),
    )


def _worst(result: Evaluated) -> list[Disagreement]:
    rows = _tested(result)
    human = result.samples.units(result.held.traits)[rows]
    apart = np.abs(human - result.held.values[rows])
    words = result.samples.words()
    found: list[Disagreement] = []
    for place in np.argsort(-apart, axis=None, kind="stable")[:SHOWN].tolist():
        row, column = divmod(place, apart.shape[1])
        essay, trait = result.samples.essays[rows[row]], result.held.traits[column]
        scale = essay.scales[trait]
        machine = scale.low + (scale.high - scale.low) * float(result.held.values[rows[row], column])
        found.append(
            Disagreement(
                number=len(found) + 1,
                id=essay.id,
                trait=trait,
                human=essay.scores[trait],
                machine=machine,
                apart=float(apart[row, column]),
                words=int(words[rows[row]]),
                text=essay.text,
            )
        )
    return found


def _tested(result: Evaluated) -> np.ndarray[Any, np.dtype[np.intp]]:
    return np.flatnonzero(np.isfinite(result.held.values).all(axis=1))
