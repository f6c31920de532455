"""``scorer calibrate``: the general model moved to a teacher's grades, written as a bundle that ``score`` can use."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from scorer.batch.collect import collect
from scorer.batch.fetch import fetched
from scorer.bundle import Card, TrainingSource, find_bundle, library_versions, write_card
from scorer.errors import DataError, ScorerError
from scorer.pipeline.load import annotate, load_pipeline
from scorer.reading import Limits
from scorer.reading.downloads.read import read_hand_in
from scorer.rubric import Criterion, Rubric, load_rubric
from scorer.scoring import store
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.cut_points import halfway
from scorer.scoring.intervals import Residuals
from scorer.scoring.traits import CALIBRATED, Scale, TraitModel
from scorer.training.calibration import calibrated
from scorer.training.fit import on_batch
from scorer.training.graded import Graded, read_graded
from scorer.training.learning_curve import Curve, learning_curve
from scorer.training.output import check_output

Floats = NDArray[np.float64]
Told = Callable[[str], None]

FEWEST = 3
"""Grades of a criterion below which it is left to the general model."""
FEWEST_BATCH = 10
GENERAL = "general"


@dataclass(frozen=True)
class Outcome:
    """What calibration came to for one criterion: ``n`` grades; errors (RMSE on the rubric's scale) of essays whose
    own grade was left out, ``before`` and ``after``; ``curve`` says what more grades would do."""

    name: str
    n: int
    scale: Scale
    before: float
    after: float
    curve: Curve | None

    @property
    def sentence(self) -> str:
        """For the teacher."""
        span = self.scale.high - self.scale.low
        now = (
            f"{self.name}: {self.n} graded essays. On the scale from {self.scale.low:g} to {self.scale.high:g} a score "
            f"is off by {self.after:.2f} points (without your grades {self.before:.2f})."
        )
        if self.curve is None:
            return f"{now} Grade 12 or more to see how much further essays would help."
        if self.curve.more is None:
            return f"{now} More graded essays would change little."
        then = span * self.curve.error(self.n + self.curve.more) * self.after / (span * self.curve.error(self.n))
        return f"{now} About {self.curve.more} more would bring that to about {then:.2f}."


def calibrate_bundle(
    table: Path, model: str, rubric: str, output: Path, batch: Path | None, tell: Told
) -> tuple[Card, list[Outcome]]:
    """Calibrate a bundle on the graded essays of ``table`` and write it. A bundle in ``output`` is replaced.

    ``batch`` is a folder of essays of the same task, not graded: inputs are normalised to them and the graded ones.
    Raises ``DataError``, ``ModelError``, ``RubricError`` and ``ScorerError`` (``unwritable``).
    """
    general, base = store.load(find_bundle(model))
    if general.calibrated:
        raise DataError("data_invalid", f"The model {base.id!r} is calibrated already: begin with the general one.")
    chosen = load_rubric(rubric)
    graded = read_graded(table, chosen)
    enough = np.isfinite(graded.grades).sum(axis=0) >= FEWEST
    if not enough.any():
        raise DataError("data_invalid", f"There are too few grades to learn from: give {FEWEST} or more.")
    graded = Graded(
        graded.texts,
        tuple(name for name, kept in zip(graded.columns, enough, strict=True) if kept),
        tuple(scale for scale, kept in zip(graded.scales, enough, strict=True) if kept),
        graded.grades[:, enough],
    )
    check_output(output)
    nlp = load_pipeline()
    tell(f"reading {len(graded.texts)} graded essays")
    inputs = _inputs(general, nlp, graded.texts)
    around = None
    if batch is not None:
        tell("reading the batch")
        around = np.concatenate([inputs, _inputs(general, nlp, _texts(batch))])
        if len(around) < FEWEST_BATCH:
            raise DataError("data_invalid", f"A batch of {len(around)} essays is too small: give {FEWEST_BATCH}.")
        general = on_batch(general, around)
    before = with_criteria(general, chosen, graded)
    units = np.concatenate([np.full((len(inputs), len(general.traits)), np.nan), graded.units()], axis=1)
    after = calibrated(before, inputs, units, before.scales, around)
    outcomes = [_outcome(before, inputs, units, len(general.traits) + k) for k in range(len(graded.columns))]
    shutil.rmtree(output, ignore_errors=True)
    store.save(after, output)
    return write_card(output, _card(base, output, table, model, chosen, batch, outcomes)), outcomes


def with_criteria(model: TraitModel, rubric: Rubric, graded: Graded) -> TraitModel:
    """The model with a trait added for each graded column: what the rubric says of it, before any grade is seen."""
    known = {criterion.id: criterion for criterion in rubric.criteria}
    columns = [_column(model, known.get(name), rubric) for name in graded.columns]
    points = np.stack([made[0] for made in columns], axis=-1)
    base = np.array([made[1] for made in columns])
    weights = np.stack([made[2] for made in columns], axis=1)
    table, residuals = model.table, model.residuals
    names = tuple(CALIBRATED + name for name in graded.columns)

    def wider(part: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.concatenate([part, part @ weights], axis=1).astype(np.float32)

    return replace(
        model,
        traits=(*model.traits, *names),
        scales=(*model.scales, *graded.scales),
        table=AdditiveTable(
            table.names, table.knots, np.concatenate([table.points, points], axis=2), np.concatenate([table.base, base])
        ),
        cuts=(*model.cuts, *(halfway(scale.steps) for scale in graded.scales)),
        residuals=Residuals(wider(residuals.expected), wider(residuals.missed), residuals.difficulty),
        rubric=rubric.id,
        calibrated=names,
    )


def _column(model: TraitModel, criterion: Criterion | None, rubric: Rubric) -> tuple[Floats, float, Floats]:
    """Points (inputs, K), base, and weights of the traits that errors are taken from, for a criterion or the overall.

    Rules are added as what they give in full at the table's knots, as shares of the criterion's range.
    """
    if criterion is None:
        scored = [one for one in rubric.criteria if one.scored and one.weight]
        parts = [_column(model, one, rubric) for one in scored]
        shares = np.array([one.weight for one in scored]) / sum(one.weight for one in scored)
        points, base, weights = (
            sum(share * part[which] for share, part in zip(shares, parts, strict=True)) for which in range(3)
        )
        return points, float(base), weights
    given = np.array([criterion.traits.get(trait, 0.0) for trait in model.traits])
    weights = given / given.sum() if given.any() else _overall_quality(model)
    points, base = np.zeros(model.table.points.shape[:2]), 0.0
    if given.any() or not criterion.features:
        points, base = model.table.points @ weights, float(model.table.base @ weights)
    span = criterion.highest - criterion.lowest
    for rule in criterion.features:
        row = model.table.names.index(rule.name) if rule.name in model.table.names else None
        if row is not None:
            typical = rule.points(rule.typical)
            points[row] += (np.array([rule.points(value) for value in model.table.knots[row]]) - typical) / span
            base += typical / span
    return points, base, weights


def _overall_quality(model: TraitModel) -> Floats:
    if GENERAL in model.traits:
        only: Floats = np.eye(len(model.traits))[model.index[GENERAL]]
        return only
    return np.full(len(model.traits), 1 / len(model.traits))


def _outcome(before: TraitModel, inputs: Floats, units: Floats, column: int) -> Outcome:
    rows = np.flatnonzero(np.isfinite(units[:, column]))
    human = units[rows, column]
    only = np.full_like(units, np.nan)
    only[:, column] = units[:, column]

    def missed(train: NDArray[np.intp], test: NDArray[np.intp]) -> Floats:
        moved = calibrated(before, inputs[rows[train]], only[rows[train]], before.scales)
        found: Floats = human[test] - moved.table.predict(inputs[rows[test]])[:, column]
        return found

    every = np.arange(len(rows))
    left_out = np.array([missed(np.delete(every, k), every[k : k + 1])[0] for k in every])
    span = before.scales[column].high - before.scales[column].low
    return Outcome(
        name=before.traits[column].removeprefix(CALIBRATED),
        n=len(rows),
        scale=before.scales[column],
        before=span * float(np.sqrt(np.mean((human - before.table.predict(inputs[rows])[:, column]) ** 2))),
        after=span * float(np.sqrt(np.mean(left_out**2))),
        curve=learning_curve(len(rows), missed),
    )


def _inputs(model: TraitModel, nlp: Language, texts: Sequence[str]) -> Floats:
    return np.array([model.inputs(annotate(nlp, text)) for text in texts]).reshape(len(texts), -1)


def _texts(folder: Path) -> list[str]:
    """The essays of a folder that can be read; those that cannot be are no part of the batch."""
    texts = []
    for one in fetched(collect([str(folder)]), Limits()):
        try:
            texts.append(read_hand_in(one)[0].text)
        except ScorerError:
            continue
    if not texts:
        raise DataError("data_invalid", f"There is no essay in {folder.name} that can be read: check --with-batch.")
    return texts


def _card(
    base: Card, output: Path, table: Path, model: str, rubric: Rubric, batch: Path | None, outcomes: list[Outcome]
) -> Card:
    with_batch = f" --with-batch {batch.name}" if batch else ""
    found: dict[str, Any] = {
        one.name: {
            "n": one.n, "rmse_left_out": round(one.after, 4), "rmse_before": round(one.before, 4),
            "more_essays": one.curve.more if one.curve else None,
        }
        for one in outcomes
    }  # fmt: skip
    own = TrainingSource(name="the teacher's own graded essays", licence="the teacher's own", rows=outcomes[0].n)
    return base.model_copy(
        update={
            "id": output.resolve().name,
            "description": f"{base.description} Calibrated on a teacher's grades for the rubric {rubric.id!r}.",
            "trained_on": [*base.trained_on, own],
            "command": f"scorer calibrate {table.name} --model {model} --rubric {rubric.id}{with_batch} "
            f"-o {output.name}",
            "libraries": library_versions("numpy", "scikit-learn", "spacy"),
            "settings": {**base.settings, "rubric": rubric.id, "calibrated": list(found), "base": base.id},
            "metrics": {"calibration": found, "before": base.metrics},
        }
    )
