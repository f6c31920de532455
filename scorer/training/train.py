"""Train, cross-validate and evaluate scoring models from files of graded essays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from scorer.bundle import Card, TrainingSource, find_bundle, library_versions, write_card
from scorer.errors import DataError
from scorer.features import registered
from scorer.scoring import store
from scorer.scoring.cut_points import on_step
from scorer.scoring.ngrams import LABELS
from scorer.scoring.traits import TraitModel
from scorer.training import cross_validate as cv
from scorer.training.corpora import GradedEssay, read_corpus
from scorer.training.fit import UNIT, fit_model, radii, view_inputs
from scorer.training.model_card import CARD_TEXT, page
from scorer.training.output import check_output
from scorer.training.report import evaluation
from scorer.training.samples import BANDS, Floats, Samples, joined, prepare

Told = Callable[[str], None]

FOLDS = 5
VERSION = "0.1.0"
HEADS = "heads.json"
"""In a folder of one bundle per group: which column they go by, and its values."""
FEWEST = 50
"""Graded essays below which a model of its own is not worth training."""
TERMS = {
    "ellipse": ("ELLIPSE, training split", "CC BY-NC-SA 4.0"),
    "asap": ("ASAP (Hewlett), training split", "released for research"),
    "csv": ("the user's own graded essays", "the user's own"),
}


@dataclass(frozen=True)
class Evaluated:
    """Graded essays, what was predicted of them, and the evaluation output; ``weights`` (if one model made the
    predictions) are the mean sizes of its inputs' contributions, in shares of the range, by label."""

    samples: Samples
    held: cv.HeldOut
    table: dict[str, Any]
    by: str | None = None
    weights: dict[str, float] = field(default_factory=dict)


def train_bundle(corpus: str, paths: Sequence[Path], output: Path, seed: int, jobs: int, tell: Told) -> Card:
    """Fit every trait of the corpus on all its essays, cross-validate, and write the bundle.

    A bundle that stands in ``output`` is replaced. Raises ``DataError``, and ``ScorerError`` (``unwritable``) where
    ``output`` holds anything else.
    """
    essays = _enough(read_corpus(corpus, paths))
    check_output(output)
    return _trained(_prepared(essays, jobs, tell), corpus, paths, output, output.name, seed, jobs, tell)


def train_heads(
    corpus: str, paths: Sequence[Path], output: Path, within: str, seed: int, jobs: int, tell: Told
) -> dict[str, Card]:
    """A bundle for each value of a column, in a folder of that name; the cards by value. Raises as above."""
    essays = read_corpus(corpus, paths)
    by_value: dict[str, list[GradedEssay]] = {}
    for essay in essays:
        by_value.setdefault(cv.group_of(essay.groups, within), []).append(essay)
    for value, some in by_value.items():
        if not value or value != Path(value).name:
            raise DataError("data_invalid", f"{value!r} in the column {within!r} is no name of a folder: change it.")
        _enough(some)
    heads = sorted(by_value)
    output.mkdir(parents=True, exist_ok=True)
    for value in heads:
        check_output(output / value)
    cards = {}
    for value in heads:
        samples = _prepared(by_value[value], jobs, tell)
        cards[value] = _trained(samples, corpus, paths, output / value, f"{output.name}/{value}", seed, jobs, tell)
    (output / HEADS).write_text(json.dumps({"within": within, "values": heads}) + "\n", encoding="utf-8")
    return cards


def _enough(essays: list[GradedEssay]) -> list[GradedEssay]:
    if len(essays) < FEWEST:
        raise DataError("data_invalid", f"{len(essays)} graded essays are too few to train on: give at least {FEWEST}.")
    return essays


def _trained(
    samples: Samples, corpus: str, paths: Sequence[Path], output: Path, name: str, seed: int, jobs: int, tell: Told
) -> Card:
    """Cross-validate, fit on all essays, and write the bundle."""
    traits = common_traits(samples.essays)
    tell("cross-validating")
    held = cv.held_out(samples, traits, cv.k_folds(len(samples), FOLDS, seed), cv.Protocol(seed), jobs)
    tell("fitting on all essays")
    model = fit_model(samples, traits, seed)
    shutil.rmtree(output, ignore_errors=True)
    store.save(model, output)
    title, licence = TERMS[corpus]
    files = " ".join(path.name for path in paths)
    card = Card(
        id=output.resolve().name,
        version=VERSION,
        kind="traits",
        description="Traits of writing from named features and n-gram views, as an additive model.",
        licence=licence,
        trained_on=[TrainingSource(name=title, licence=licence, rows=len(samples))],
        command=f"scorer train {files} --corpus {corpus} --seed {seed} -o {name}",
        libraries=library_versions("numpy", "scikit-learn", "spacy"),
        settings={"seed": seed, "traits": list(traits), "features": len(model.features)},
        metrics={
            "command": f"scorer cross-validate {files} --corpus {corpus} --folds {FOLDS} --seed {seed} --format json",
            "cross_validation": rounded(evaluation(samples, held)),
            "subgroups": {
                band: rounded(evaluation(samples.with_bands(traits, held.values), held, band)["groups"])
                for band in BANDS
            },
        },
    )
    (output / CARD_TEXT).write_text(page(card), encoding="utf-8")
    return write_card(output, card)


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
) -> Evaluated:
    """Held-out predictions and the evaluation output for them.

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
    samples = _by_bands(samples, held, by)
    return Evaluated(samples, held, evaluation(samples, held, by), by)


def _by_bands(samples: Samples, held: cv.HeldOut, by: str | None) -> Samples:
    """Essays with the bands of length and score that ``by`` may ask for, which no corpus has as a column."""
    return samples.with_bands(held.traits, held.values) if by in BANDS else samples


def evaluated(model: str, corpus: str, paths: Sequence[Path], by: str | None, jobs: int, tell: Told) -> Evaluated:
    """A trained bundle's predictions of graded essays, on the traits that both have, and the evaluation output.

    A folder of heads (``train_heads``) predicts each essay by the head of its group.
    """
    folder, essays = Path(model), read_corpus(corpus, paths)
    if not (folder / HEADS).is_file():
        return _evaluated(model, corpus, essays, by, jobs, tell)
    heads = json.loads((folder / HEADS).read_text(encoding="utf-8"))
    parts = []
    for value in heads["values"]:
        some = [essay for essay in essays if cv.group_of(essay.groups, heads["within"]) == value]
        if some:
            parts.append(_evaluated(str(folder / value), corpus, some, None, jobs, tell))
    if not parts:
        raise DataError("data_invalid", f"No essay is of a group that {folder.name} has a model for.")
    samples = joined([part.samples for part in parts])
    columns = zip(*(part.held.columns for part in parts), strict=True)
    held = cv.HeldOut(parts[0].held.traits, *(np.concatenate(column) for column in columns))
    samples = _by_bands(samples, held, by)
    return Evaluated(samples, held, evaluation(samples, held, by), by)


def _evaluated(model: str, corpus: str, essays: list[GradedEssay], by: str | None, jobs: int, tell: Told) -> Evaluated:
    fitted, _ = store.load(find_bundle(model))
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
    held = cv.HeldOut(tuple(shared), values, grades, radius, length)
    samples = _by_bands(samples, held, by)
    return Evaluated(samples, held, evaluation(samples, held, by), by, importance(fitted, inputs, columns))


def importance(model: TraitModel, inputs: Floats, columns: Sequence[int]) -> dict[str, float]:
    """Mean size of what each input adds to the traits in ``columns``, shares of the range, largest first, by label."""
    known = registered()
    sizes: dict[str, float] = {}
    added = np.abs(model.table.contributions(inputs)[:, :, list(columns)]).mean(axis=(0, 2))
    for name, size in zip(model.table.names, added, strict=True):
        label = known[name].label if name in known else LABELS[name.partition(":")[0]]
        sizes[label] = sizes.get(label, 0.0) + float(size)
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


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
