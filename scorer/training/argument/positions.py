"""Fit and cross-validate the model of which sentence states the writer's position.

    python -m scorer.training.argument.positions DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz
        --texts DATA/persuade_texts.jsonl.xz --ellipse DATA/ellipse_train.csv.gz --asap DATA/asap_train.tsv.gz

prints, for each body of essays, how often the sentence chosen as the thesis is a thesis or a restatement. Essays on one
authored prompt stay in one fold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray

from scorer.pipeline.argument.sentence_features import Features
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.pipeline.argument.thesis import AGREED, LEAST
from scorer.pipeline.load import load_syntax
from scorer.training.argument.examples import Example, read_examples
from scorer.training.argument.marked import Asap, Ellipse, Persuade, read_marked
from scorer.training.argument.rows import Row
from scorer.training.argument.sentence_model import Settings, calibrated, fit_sentences, fold_of
from scorer.training.argument.trees import Growth

SETTINGS = Settings(Growth(rounds=200, rate=0.06, features=0.3), freedom=0.03, essays=20)
"""Chosen, like what follows, by cross-validation on everything that is learnt from."""

WEIGHT = {"AAE": 2.0, "authored": 2.0}
"""What an essay of a corpus counts; others count once. These are few, and other essays are not like them."""

INNER_FOLDS = 3
"""Folds inside training for the calibration, and for what the models of claims are to know of positions."""


@dataclass(frozen=True)
class Judged:
    """A form of an essay (``flat`` or not), and the probabilities of its sentences by a model that had not seen it."""

    essay: Example
    flat: bool
    probabilities: NDArray[np.float64]

    @property
    def rows(self) -> list[Features]:
        """The features that were judged."""
        return self.essay.flat if self.flat else self.essay.rows


def first_likely(probabilities: Sequence[float] | NDArray[np.float64], least: float = LEAST) -> int | None:
    """The first sentence that is nearly as probable as the most probable one; None where none is probable enough."""
    highest = max(probabilities, default=0.0)
    if highest < least or not len(probabilities):
        return None
    return next(k for k, probability in enumerate(probabilities) if probability >= AGREED * highest)


def fit_positions(essays: Sequence[Example], judged: Sequence[Judged], seed: int) -> SentenceModel:
    """The model on all essays, calibrated on the choices in those that were judged (``out_of_fold``)."""
    return calibrated(
        _fitted(essays, seed),
        (
            (one.probabilities[k], one.essay.states[k])
            for one in judged
            if (k := first_likely(one.probabilities, 0.0)) is not None
        ),
    )


def _fitted(essays: Sequence[Example], seed: int) -> SentenceModel:
    """The model, on the essays as they are and without paragraphs, not calibrated."""
    rows = [
        Row(essay.group, features, state, WEIGHT.get(essay.body, 1.0))
        for essay in essays
        for form in (essay.rows, essay.flat)
        for features, state in zip(form, essay.states if form else (), strict=True)
    ]
    return fit_sentences(rows, SETTINGS, seed)


def out_of_fold(essays: Sequence[Example], folds: int, seed: int) -> Iterator[Judged]:
    """Both forms of each essay, judged by a model that did not learn from its group."""
    fold = fold_of((essay.group for essay in essays), folds, seed)
    for k in range(folds):
        model = _fitted([essay for essay in essays if fold[essay.group] != k], seed)
        for essay in essays:
            if fold[essay.group] == k and essay.rows:
                yield Judged(essay, False, model.probabilities(essay.rows))
                yield Judged(essay, True, model.probabilities(essay.flat))


def quality(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """For each body: essays with and without a position; shares found, right of those found, and rightly null."""
    bodies: dict[str, list[Judged]] = {}
    for one in judged:
        bodies.setdefault(one.essay.body + ", flattened" * one.flat, []).append(one)
    result = {}
    for body in sorted(bodies):
        found = right = null = having = without = 0
        for one in bodies[body]:
            choice = first_likely(one.probabilities, LEAST)
            if any(one.essay.states):
                having += 1
                found += choice is not None
                right += choice is not None and one.essay.states[choice]
            else:
                without += 1
                null += choice is None
        result[body] = {
            "essays": having,
            "found": round(found / max(having, 1), 3),
            "precision": round(right / max(found, 1), 3),
            "recall": round(right / max(having, 1), 3),
            "without": without,
            "null": round(null / max(without, 1), 3),
        }
    return result


def main(
    aae: Annotated[list[Path], typer.Argument(help="Files of Argument Annotated Essays.")],
    texts: Persuade,
    ellipse: Ellipse,
    asap: Asap,
    folds: Annotated[int, typer.Option(min=2)] = 5,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Cross-validate, and print the figures as JSON."""
    nlp = load_syntax()
    essays = read_examples(nlp, aae, read_marked(texts, ellipse, asap))
    typer.echo(json.dumps(quality(list(out_of_fold(essays, folds, seed))), indent=1))


if __name__ == "__main__":
    typer.run(main)
