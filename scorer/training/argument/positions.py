"""Fit and cross-validate the model of which sentence states the writer's position.

    python -m scorer.training.argument.positions DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz
        --texts DATA/persuade_texts.jsonl.xz --ellipse DATA/ellipse_train.csv.gz --asap DATA/asap_train.tsv.gz

prints, for each body of essays, how often the sentence chosen as the thesis is a thesis or a restatement. Essays on one
authored prompt stay in one fold.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parts import sentences_of, unbroken
from scorer.pipeline.argument.position_model import PositionModel
from scorer.pipeline.argument.sentence_features import RUN, Features, sentence_features
from scorer.pipeline.argument.thesis import AGREED, LEAST
from scorer.pipeline.load import annotate, load_syntax
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import Read, read
from scorer.training.argument.marked import Asap, Ellipse, Marked, Persuade, Span, read_marked
from scorer.training.argument.rows import Row
from scorer.training.argument.trees import Growth, fit_trees
from scorer.training.argument.weights import fit_weights
from scorer.training.authored.corpus import read_authored

GROWTH = Growth(rounds=400, rate=0.03, features=0.3)
"""Of the trees; chosen, like what follows, by cross-validation on everything that is learnt from."""

FREEDOM, SUM_IN_ESSAYS = 0.03, 20
"""How free the weights of the sum are (``fit_weights``), and how many essays must share a feature for it."""

WEIGHT = {"AAE": 2.0, "authored": 2.0}
"""What an essay of a corpus counts; others count once. These are few, and other essays are not like them."""

INNER_FOLDS = 3
"""Folds inside training for the calibration."""

AUTHORED = Path(__file__).parents[3] / "training_data" / "authored"
"""What the project wrote itself."""


@dataclass(frozen=True)
class Example:
    """An essay: for each sentence its features and whether it states the position. ``group`` stays in one fold.

    ``flat`` are the features without paragraphs, from which the model learns as well.
    """

    body: str
    group: str
    rows: list[Features]
    flat: list[Features]
    states: list[bool]


def aae_example(essay: Read) -> Example:
    """An essay of Argument Annotated Essays: its major claims state the position."""
    major = [(c.start, c.end) for c in essay.essay.components if c.label == "MajorClaim"]
    return _example(essay.doc, "AAE", essay.essay.id, major)


def other_examples(nlp: Language, marked: Iterable[Marked], authored: Path) -> Iterator[Example]:
    """The marked essays of other corpora, and the develop half of the authored ones."""
    for essay in marked:
        yield _example(annotate(nlp, essay.text), essay.corpus, f"{essay.corpus} {essay.id}", essay.positions)
    for written in read_authored(authored):
        if written.gold.split == "develop":
            found = written.gold.structure
            parts = [*([found.thesis] if found.thesis else []), *found.restatements]
            doc = annotate(nlp, written.text)
            yield _example(doc, "authored", written.gold.prompt, [(p.start, p.end) for p in parts])


def _example(doc: Doc, body: str, group: str, positions: Sequence[Span]) -> Example:
    """A sentence states the position if it shares more than half of the shorter of the two with it."""
    sentences = sentences_of(doc)
    states = []
    for _, tokens in sentences:
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
        states.append(any(2 * (min(end, b) - max(start, a)) > min(end - start, b - a) for a, b in positions))
    rows, flat = (sentence_features(doc, form) for form in (sentences, unbroken(sentences)))
    return Example(body, group, rows, flat, states)


def first_likely(probabilities: Sequence[float] | NDArray[np.float64], least: float = LEAST) -> int | None:
    """The first sentence that is nearly as probable as the most probable one; None where none is probable enough."""
    highest = max(probabilities, default=0.0)
    if highest < least or not len(probabilities):
        return None
    return next(k for k, probability in enumerate(probabilities) if probability >= AGREED * highest)


def fit_positions(essays: Sequence[Example], seed: int) -> PositionModel:
    """The model on all essays; its calibration on choices in essays not learnt from, inner fold by inner fold.

    Where those were all right or all wrong there is nothing to calibrate by: probabilities stay as they are.
    """
    chosen = [
        (probabilities[k], essay.states[k])
        for essay, probabilities in out_of_fold(essays, INNER_FOLDS, seed)
        if (k := first_likely(probabilities, 0.0)) is not None
    ]
    model = _fitted(essays, seed)
    rights = [right for _, right in chosen]
    if len(set(rights)) < 2:
        return model
    platt = LogisticRegression(C=1.0).fit(np.array([[log_odds(float(p))] for p, _ in chosen]), rights)
    return replace(model, calibration=(float(platt.intercept_[0]), float(platt.coef_[0][0])))


def _fitted(essays: Sequence[Example], seed: int) -> PositionModel:
    """The model, on the essays as they are and without paragraphs, not calibrated."""
    rows = [
        Row(essay.group, features, state, WEIGHT.get(essay.body, 1.0))
        for essay in essays
        for form in (essay.rows, essay.flat)
        for features, state in zip(form, essay.states if form else (), strict=True)
    ]
    formal = [replace(row, features={n: v for n, v in row.features.items() if not n.startswith(RUN)}) for row in rows]
    return PositionModel(fit_weights(rows, SUM_IN_ESSAYS, FREEDOM), fit_trees(formal, GROWTH, seed))


def out_of_fold(essays: Sequence[Example], folds: int, seed: int) -> Iterator[tuple[Example, NDArray[np.float64]]]:
    """Each essay with the probabilities of its sentences by a model that did not learn from its group."""
    groups = sorted({essay.group for essay in essays})
    random.Random(seed).shuffle(groups)
    fold = {group: k % folds for k, group in enumerate(groups)}
    for k in range(folds):
        model = _fitted([essay for essay in essays if fold[essay.group] != k], seed)
        for essay in essays:
            if fold[essay.group] == k and essay.rows:
                for form in (essay, replace(essay, body=f"{essay.body}, flattened", rows=essay.flat)):
                    yield form, model.probabilities(form.rows)


def quality(judged: Sequence[tuple[Example, NDArray[np.float64]]]) -> dict[str, dict[str, float]]:
    """For each body: essays with and without a position; shares found, right of those found, and rightly null."""
    result = {}
    for body in sorted({essay.body for essay, _ in judged}):
        found = right = null = having = without = 0
        for essay, probabilities in judged:
            if essay.body != body:
                continue
            choice = first_likely(probabilities, LEAST)
            if any(essay.states):
                having += 1
                found += choice is not None
                right += choice is not None and essay.states[choice]
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
    essays = [aae_example(read(nlp, essay)) for essay in read_aae(*aae)]
    essays += other_examples(nlp, read_marked(texts, ellipse, asap), AUTHORED)
    typer.echo(json.dumps(quality(list(out_of_fold(essays, folds, seed))), indent=1))


if __name__ == "__main__":
    typer.run(main)
