"""Measures of the argument tagger against Argument Annotated Essays, and its cross-validation.

    python -m scorer.training.argument.evaluate DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz
        --texts DATA/persuade_texts.jsonl.xz --ellipse DATA/ellipse_train.csv.gz --asap DATA/asap_train.tsv.gz --folds 5

C-F1: a predicted component is right when its type equals a gold component's and their overlap, in the corpus's own
tokens, divided by the longer of the two, exceeds the threshold (.999 or .5); micro-F1 over all essays. Claims
for and against are both ``Claim``. Token macro-F1 is over the BIO labels of the tokens.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import joblib
import numpy as np
import typer
from sklearn.metrics import f1_score
from spacy.language import Language

from scorer.bundle import find_bundle, verify
from scorer.errors import ModelError
from scorer.pipeline.argument import Argument
from scorer.pipeline.argument.components import Component as Tagged
from scorer.pipeline.argument.thesis import Argued
from scorer.pipeline.argument.word_classes import NO_CLASSES, WordClasses
from scorer.pipeline.load import load_syntax
from scorer.training.argument.corpus import COMPONENT_LABELS, AnnotatedEssay, read_aae
from scorer.training.argument.data import ENOUGH, Read, flattened, gold_argued, read
from scorer.training.argument.examples import AUTHORED, Example, aae_example, other_examples
from scorer.training.argument.marked import Asap, Ellipse, Persuade, read_marked
from scorer.training.argument.sentences import fit_sentence_models
from scorer.training.argument.texts import texts_by_id
from scorer.training.argument.word_classes import learn_classes
from scorer.training.argument.written import read_written

THRESHOLDS = {"100": 0.999, "50": 0.5}


@dataclass(frozen=True)
class Pair:
    """Gold and predicted components of one essay, as (label, set of the corpus's tokens)."""

    gold: list[tuple[str, frozenset[int]]]
    predicted: list[tuple[str, frozenset[int]]]
    thesis_right: bool | None
    thesis_covers: bool | None


def pair(essay: AnnotatedEssay, argued: Argued) -> Pair:
    """Compare one essay.

    ``thesis_right``: the thesis overlaps a gold major claim by more than half of the longer of the two;
    ``thesis_covers``: it holds more than half of a gold major claim.
    """
    gold = [(c.label, _tokens(essay, c.start, c.end)) for c in essay.components]
    predicted = [
        ("Claim" if c.label == "Against" else c.label, _tokens(essay, c.start, c.end)) for c in argued.components
    ]
    major = [tokens for label, tokens in gold if label == "MajorClaim"]
    thesis = argued.thesis
    found = _tokens(essay, thesis.start, thesis.end) if thesis else frozenset()
    if not major:
        return Pair(gold, predicted, None, None)
    right = any(_overlap(found, tokens) > ENOUGH for tokens in major)
    return Pair(gold, predicted, right, any(len(found & tokens) > ENOUGH * len(tokens) for tokens in major))


def summary(pairs: Sequence[Pair], essays: Sequence[AnnotatedEssay]) -> dict[str, Any]:
    """The evaluation output for ``--corpus aae``, with the share of essays whose thesis is right."""
    scores: dict[str, Any] = {"n": len(pairs)}
    types: dict[str, dict[str, float]] = {label: {} for label in COMPONENT_LABELS}
    for name, threshold in THRESHOLDS.items():
        counts = {label: Counter[str]() for label in COMPONENT_LABELS}
        for item in pairs:
            _count(item, threshold, counts)
        for label, counted in counts.items():
            types[label][f"f1_{name}"] = _f1(counted)
        scores[f"c_f1_{name}"] = _f1(sum(counts.values(), Counter()))
    gold = [label for essay, item in zip(essays, pairs, strict=True) for label in _bio(essay, item.gold)]
    predicted = [label for essay, item in zip(essays, pairs, strict=True) for label in _bio(essay, item.predicted)]
    scores["types"] = types
    scores["tokens"] = {"macro_f1": float(f1_score(gold, predicted, average="macro", zero_division=0))}
    judged = [item for item in pairs if item.thesis_right is not None]
    scores["thesis"] = {
        "n": len(judged),
        "overlap_50": sum(bool(item.thesis_right) for item in judged) / max(len(judged), 1),
        "covers_50": sum(bool(item.thesis_covers) for item in judged) / max(len(judged), 1),
    }
    return scores


def evaluate_tagger(model: str, paths: Sequence[Path]) -> dict[str, Any]:
    """A trained bundle on annotated essays, as ``scorer evaluate`` prints it.

    Raises ``ModelError`` and ``DataError``.
    """
    essays = read_aae(*paths)
    folder = find_bundle(model)
    card = verify(folder)
    if card.kind != "argument":
        raise ModelError("model_not_found", f"{card.id!r} is not a tagger of argument components: give `argument`.")
    argument = Argument.from_bundle(folder)
    nlp = load_syntax()
    scores = summary([pair(essay, argument.argued(read(nlp, essay).doc)) for essay in essays], essays)
    del scores["thesis"]  # the command's output is fixed; the module's own, below, tells it
    return scores


def cross_validated(
    essays: Sequence[AnnotatedEssay],
    own: Sequence[Read],
    others: Sequence[Example],
    folds: int,
    seed: int,
    nlp: Language,
    classes: WordClasses = NO_CLASSES,
    jobs: int = 1,
) -> dict[str, Any]:
    """Held-out evaluation: each fold is read by models trained on the others (flattened copies included).

    ``own`` are essays that the tagger learns from in every fold, ``others`` those of other bodies that the models of
    sentences learn from; ``classes`` were learnt from texts without labels.

    ``flattened`` is the same on the essays as one paragraph without their prompt. ``calibration`` compares the mean
    confidence of the spans with the share that is right (type, and overlap above .5), by tenths of confidence.
    """
    order = list(range(len(essays)))
    random.Random(seed).shuffle(order)
    whole, flat = ([read(nlp, version(essay)) for essay in essays] for version in (_same, flattened))
    tests = [order[fold::folds] for fold in range(folds)]
    tasks = (joblib.delayed(_fold)(whole, flat, own, others, classes, test, seed) for test in tests)
    done = joblib.Parallel(n_jobs=jobs)(tasks)
    held_out = [item for fold in done for item in fold]
    held_out.sort(key=lambda item: item.row)
    result = summary([item.pair for item in held_out], essays)
    as_one = summary([item.flat for item in held_out], [flat[item.row].essay for item in held_out])
    result["flattened"] = {name: as_one[name] for name in ("c_f1_100", "c_f1_50", "thesis")}
    result["calibration"] = _calibration([pair for item in held_out for pair in item.confidences])
    return result


@dataclass(frozen=True)
class HeldOut:
    """What came out for one essay that the chains had not seen."""

    row: int
    pair: Pair
    flat: Pair
    confidences: list[tuple[float, bool]]


def _same(essay: AnnotatedEssay) -> AnnotatedEssay:
    return essay


def _fold(
    whole: Sequence[Read],
    flat: Sequence[Read],
    own: Sequence[Read],
    others: Sequence[Example],
    classes: WordClasses,
    test: Sequence[int],
    seed: int,
) -> list[HeldOut]:
    from scorer.training.argument.fit import fit, published, written  # needs the training extra

    learnt = [row for row in range(len(whole)) if row not in set(test)]
    lessons = [*published([whole[row] for row in learnt], [flat[row] for row in learnt]), *written(own)]
    tagger = fit(lessons, classes, seed)
    argument = Argument(tagger, *fit_sentence_models([*(aae_example(whole[row]) for row in learnt), *others], seed))
    return [_held_out(argument, row, whole[row], flat[row]) for row in test]


def _held_out(argument: Argument, row: int, whole: Read, flat: Read) -> HeldOut:
    argued, true = argument.argued(whole.doc), gold_argued(whole)
    pairs = [pair(whole.essay, argued), pair(flat.essay, argument.argued(flat.doc))]
    return HeldOut(
        row,
        pairs[0],
        pairs[1],
        [
            (c.confidence, any(c.label == g.label and _share(c, g) > ENOUGH for g in true.components))
            for c in argued.components
        ],
    )


def _share(one: Tagged, other: Tagged) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(one.end - one.start, other.end - other.start)


def _calibration(judged: Sequence[tuple[float, bool]]) -> list[dict[str, float]]:
    bins = []
    for tenth in range(10):
        inside = [(c, right) for c, right in judged if tenth <= min(10 * c, 9.99) < tenth + 1]
        if inside:
            confidences, rights = zip(*inside, strict=True)
            bins.append({"n": len(inside), "confidence": float(np.mean(confidences)), "right": float(np.mean(rights))})
    return bins


def _tokens(essay: AnnotatedEssay, start: int, end: int) -> frozenset[int]:
    return frozenset(place for place, (a, b) in enumerate(essay.tokens) if a < end and b > start)


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def _count(item: Pair, threshold: float, counts: dict[str, Counter[str]]) -> None:
    free = list(item.gold)
    for label, tokens in item.predicted:
        hit = next((g for g in free if g[0] == label and _overlap(g[1], tokens) > threshold), None)
        if hit:
            free.remove(hit)
        counts[label]["right" if hit else "wrong"] += 1
    for label, _ in free:
        counts[label]["missed"] += 1


def _f1(counted: Counter[str]) -> float:
    total = 2 * counted["right"] + counted["wrong"] + counted["missed"]
    return 2 * counted["right"] / total if total else 0.0


def _bio(essay: AnnotatedEssay, components: list[tuple[str, frozenset[int]]]) -> list[str]:
    labels = ["O"] * len(essay.tokens)
    for label, tokens in components:
        for place in sorted(tokens):
            labels[place] = f"{'B' if place == min(tokens) else 'I'}-{label}"
    return labels


def main(
    data: Annotated[list[Path], typer.Argument(help="Files of annotated essays.")],
    texts: Persuade,
    ellipse: Ellipse,
    asap: Asap,
    folds: Annotated[int, typer.Option(help="Number of folds.")] = 5,
    seed: Annotated[int, typer.Option(help="Seed of the shuffle.")] = 1,
    jobs: Annotated[int, typer.Option(help="Folds at the same time.")] = 1,
) -> None:
    """Cross-validate the tagger and print the measures as JSON."""
    nlp = load_syntax()
    own = [essay for _, essay in read_written(nlp, AUTHORED)]
    others = list(other_examples(nlp, read_marked(texts, ellipse, asap), AUTHORED))
    classes = learn_classes(texts_by_id(texts).values(), seed)
    typer.echo(json.dumps(cross_validated(read_aae(*data), own, others, folds, seed, nlp, classes, jobs), indent=1))


if __name__ == "__main__":
    typer.run(main)
