"""Fit and cross-validate the models of which sentences give a reason, and which say what the other side holds.

    python -m scorer.training.argument.claims DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz
        --texts DATA/persuade_texts.jsonl.xz --ellipse DATA/ellipse_train.csv.gz --asap DATA/asap_train.tsv.gz

prints, for each kind and each body of essays, how well the models alone, without the tagger, tell its sentences.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from scorer.pipeline.argument.claims import AGAINST, REASON
from scorer.pipeline.argument.sentence_features import Features, beside_position
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.pipeline.load import load_syntax
from scorer.training.argument.examples import Example, read_examples
from scorer.training.argument.marked import Asap, Ellipse, Persuade, read_marked
from scorer.training.argument.positions import INNER_FOLDS, WEIGHT, Judged, out_of_fold
from scorer.training.argument.rows import Row
from scorer.training.argument.sentence_model import Settings, calibrated, fit_sentences, fold_of
from scorer.training.argument.trees import Growth

SETTINGS = Settings(Growth(rounds=150, rate=0.06, features=0.3), freedom=0.03, essays=10)
"""Chosen by cross-validation on everything that is learnt from."""

Marks = Callable[[Example], list[bool] | None]


@dataclass(frozen=True)
class Lesson:
    """A form of an essay in which sentences of a kind are marked."""

    essay: Example
    flat: bool
    rows: list[Features]
    marks: list[bool]


def gives(essay: Example) -> list[bool] | None:
    """Which sentences give a reason."""
    return essay.gives


def opposes(essay: Example) -> list[bool] | None:
    """Which sentences say what the other side holds."""
    return essay.opposes


def lessons(judged: Sequence[Judged], of: Marks) -> list[Lesson]:
    """The marked essays, with what a model that had not seen them holds for their position."""
    return [
        Lesson(one.essay, one.flat, beside_position(one.rows, one.probabilities.tolist()), marks)
        for one in judged
        if (marks := of(one.essay)) is not None
    ]


def fit_claims(judged: Sequence[Judged], of: Marks, least: float, seed: int) -> SentenceModel:
    """The model of a kind, calibrated on sentences at least so probable (log-odds) in essays not learnt from."""
    taught = lessons(judged, of)
    return calibrated(
        _fitted(taught, seed),
        (
            (1 / (1 + np.exp(-odds)), mark)
            for lesson, found in held_out(taught, INNER_FOLDS, seed)
            for odds, mark in zip(found, lesson.marks, strict=True)
            if odds >= least
        ),
    )


def _fitted(taught: Sequence[Lesson], seed: int) -> SentenceModel:
    rows = [
        Row(lesson.essay.group, features, mark, WEIGHT.get(lesson.essay.body, 1.0))
        for lesson in taught
        for features, mark in zip(lesson.rows, lesson.marks, strict=True)
    ]
    return fit_sentences(rows, SETTINGS, seed)


def held_out(taught: Sequence[Lesson], folds: int, seed: int) -> Iterator[tuple[Lesson, NDArray[np.float64]]]:
    """Each lesson with the log-odds of its sentences by a model that did not learn from its group."""
    fold = fold_of((lesson.essay.group for lesson in taught), folds, seed)
    for k in range(folds):
        model = _fitted([lesson for lesson in taught if fold[lesson.essay.group] != k], seed)
        yield from ((lesson, model.log_odds(lesson.rows)) for lesson in taught if fold[lesson.essay.group] == k)


def quality(found: Sequence[tuple[Lesson, NDArray[np.float64]]], least: float) -> dict[str, dict[str, float]]:
    """For each body: how many sentences are of the kind, the average precision, and both shares from ``least`` on."""
    bodies: dict[str, list[tuple[Lesson, NDArray[np.float64]]]] = {}
    for lesson, odds in found:
        bodies.setdefault(lesson.essay.body + ", flattened" * lesson.flat, []).append((lesson, odds))
    result = {}
    for body, these in sorted(bodies.items()):
        marks = np.concatenate([np.array(lesson.marks, dtype=bool) for lesson, _ in these])
        odds = np.concatenate([odds for _, odds in these])
        right = int((marks & (odds >= least)).sum())
        result[body] = {
            "essays": len(these),
            "sentences": int(marks.sum()),
            "average_precision": round(float(average_precision_score(marks, odds)), 3) if marks.any() else 0.0,
            "precision": round(right / max(int((odds >= least).sum()), 1), 3),
            "recall": round(right / max(int(marks.sum()), 1), 3),
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
    judged = list(out_of_fold(essays, folds, seed))
    kinds: dict[str, tuple[Marks, float]] = {"reasons": (gives, REASON.whole), "against": (opposes, AGAINST.whole)}
    figures = {
        name: quality(list(held_out(lessons(judged, of), folds, seed)), least) for name, (of, least) in kinds.items()
    }
    typer.echo(json.dumps(figures, indent=1))


if __name__ == "__main__":
    typer.run(main)
