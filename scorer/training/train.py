"""Train, cross-validate and evaluate scoring models from files of graded essays."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from scorer.bundle import CARD, Card, TrainingSource, find_bundle, library_versions, write_card
from scorer.errors import DataError, ScorerError
from scorer.scoring import store
from scorer.scoring.cut_points import on_step
from scorer.scoring.traits import TraitModel
from scorer.training import cross_validate as cv
from scorer.training.corpora import GradedEssay, read_corpus
from scorer.training.fit import UNIT, fit_model, radii, view_inputs
from scorer.training.report import evaluation
from scorer.training.samples import Samples, prepare

Told = Callable[[str], None]

FOLDS = 5
FEWEST = 50
"""Graded essays below which a model of its own is not worth training."""
TERMS = {
    "ellipse": ("ELLIPSE, training split", "CC BY-NC-SA 4.0"),
    "asap": ("ASAP (Hewlett), training split", "released for research"),
    "csv": ("the user's own graded essays", "the user's own"),
}


def train_bundle(corpus: str, paths: Sequence[Path], output: Path, seed: int, jobs: int, tell: Told) -> Card:
    """Fit every trait of the corpus on all its essays, cross-validate, and write the bundle.

    A bundle that stands in ``output`` is replaced. Raises ``DataError``, and ``ScorerError`` (``unwritable``) where
    ``output`` holds anything else.
    """
    essays = read_corpus(corpus, paths)
    if len(essays) < FEWEST:
        raise DataError("data_invalid", f"{len(essays)} graded essays are too few to train on: give at least {FEWEST}.")
    check_output(output)
    samples = _prepared(essays, jobs, tell)
    traits = common_traits(essays)
    tell("cross-validating")
    held = cv.held_out(samples, traits, cv.k_folds(len(samples), FOLDS, seed), cv.Protocol(seed), jobs)
    tell("fitting on all essays")
    model = fit_model(samples, traits, seed)
    shutil.rmtree(output, ignore_errors=True)
    store.save(model, output)
    name, licence = TERMS[corpus]
    files = " ".join(path.name for path in paths)
    card = Card(
        id=output.resolve().name,
        version="0.1.0",
        kind="traits",
        description="Traits of writing from named features and n-gram views, as an additive model.",
        licence=licence,
        trained_on=[TrainingSource(name=name, licence=licence, rows=len(essays))],
        command=f"scorer train {files} --corpus {corpus} --seed {seed} -o {output.name}",
        libraries=library_versions("numpy", "scikit-learn", "skops", "spacy"),
        compatible={"skops": ("0.11", "1.0")},
        settings={"seed": seed, "traits": list(traits), "features": len(model.features)},
        metrics={
            "command": f"scorer cross-validate {files} --corpus {corpus} --folds {FOLDS} --seed {seed} --format json",
            "cross_validation": rounded(evaluation(samples, held)),
        },
    )
    return write_card(output, card)


def check_output(folder: Path) -> None:
    """Make the folder of a new bundle. Raises ``ScorerError`` where that cannot be, or would overwrite other files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = any(folder.iterdir()) and not (folder / CARD).is_file()
    except OSError as error:
        raise ScorerError(
            "unwritable", f"{folder} cannot be made a folder ({error.strerror}): choose another."
        ) from error
    if strange:
        raise ScorerError("unwritable", f"{folder} holds other files than a model's: choose a new folder.")


def cross_validated(
    corpus: str,
    paths: Sequence[Path],
    folds: int,
    seed: int,
    jobs: int,
    tell: Told,
    fold_file: Path | None = None,
    leave_out: str | None = None,
    within: str | None = None,
    by: str | None = None,
    batch: bool = False,
    graded: int = 0,
) -> dict[str, Any]:
    """The evaluation output for held-out predictions.

    ``batch`` and ``graded`` say what a model may know of a group that is left out; see ``Protocol``.
    """
    essays = read_corpus(corpus, paths)
    samples = _prepared(essays, jobs, tell)
    if fold_file:
        splits = list(cv.given_folds(samples, fold_file))
    elif leave_out:
        splits = list(cv.leave_one_out(samples, leave_out))
    else:
        splits = list(cv.k_folds(len(samples), folds, seed))
    traits = [trait for trait in common_traits(essays) if trait not in (leave_out, within, by)]
    protocol = cv.Protocol(seed, within, leave_out, batch, graded)
    held = cv.held_out(samples, traits, splits, protocol, jobs)
    return evaluation(samples, held, by)


def evaluated(model: str, corpus: str, paths: Sequence[Path], by: str | None, jobs: int, tell: Told) -> dict[str, Any]:
    """The evaluation output for a trained bundle on graded essays, on the traits that both have."""
    fitted, _ = store.load(find_bundle(model))
    essays = read_corpus(corpus, paths)
    if corpus == "csv":
        essays = [on_scales(essay, fitted) for essay in essays]
    shared = [trait for trait in common_traits(essays) if trait in fitted.traits]
    if not shared:
        raise DataError(
            "data_invalid", f"The model's traits ({', '.join(fitted.traits)}) are not graded in these files."
        )
    samples = _prepared(essays, jobs, tell)
    columns = [fitted.index[trait] for trait in shared]
    inputs = view_inputs(fitted, samples)
    values, radius = fitted.table.predict(inputs)[:, columns], radii(fitted, inputs)[:, columns]
    grades = np.stack([on_step(values[:, k], fitted.cuts[column]) for k, column in enumerate(columns)], axis=1)
    every = np.arange(len(samples))
    length = cv.from_length(samples, shared, every, every)
    return evaluation(samples, cv.HeldOut(tuple(shared), values, grades, radius, length), by)


def on_scales(essay: GradedEssay, model: TraitModel) -> GradedEssay:
    """The essay on the model's ranges: those of a plain table are guesses from the scores that happen to be in it."""
    known = {trait: scale for trait, scale in zip(model.traits, model.scales, strict=True) if scale != UNIT}
    return replace(essay, scales={trait: known.get(trait, scale) for trait, scale in essay.scales.items()})


def common_traits(essays: Sequence[GradedEssay]) -> tuple[str, ...]:
    """Traits that every essay has, in the first essay's order. Raises ``DataError`` where there is none."""
    traits = tuple(trait for trait in essays[0].scores if all(trait in essay.scores for essay in essays))
    if not traits:
        raise DataError("data_invalid", "No trait is graded in every essay: train on one kind of essay at a time.")
    return traits


def rounded(value: Any, places: int = 4) -> Any:
    """Numbers of a nested result rounded for a card."""
    if isinstance(value, dict):
        return {key: rounded(item, places) for key, item in value.items()}
    return round(value, places) if isinstance(value, float) else value


def _prepared(essays: Sequence[GradedEssay], jobs: int, tell: Told) -> Samples:
    tell(f"parsing and measuring {len(essays)} essays")
    return prepare(essays, jobs)
