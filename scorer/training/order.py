"""Fit the order model: essays against the same sentences shuffled. No labels are needed.

    python -m scorer.training.order DATA/persuade_texts.jsonl.xz DATA/aae_train.jsonl.gz DATA/ellipse_train.csv.gz
        DATA/asap_train.tsv.gz

Draws ``--essays`` texts of each file by ``--seed``, prints what cross-validation finds, and writes the weights of a
fit on all of them to ``-o`` (default: where the package reads them).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import lzma
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import IO

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from scorer.features import order
from scorer.features.order_statistics import (
    PAIR,
    PLACES,
    STATISTICS,
    TRAITS,
    OrderModel,
    pair_features,
    place_features,
    places,
    statistics,
)
from scorer.features.sentence_facts import Facts, Floats, sentence_facts
from scorer.pipeline.load import load_pipeline

NOT_NEEDED = ("essay_argument", "essay_copied", "essay_conclusion")
TEXT_COLUMNS = ("text", "full_text", "essay")
DELIMITERS = {".csv": ",", ".tsv": "\t"}
DECOYS = 2  # pairs drawn at random for each pair of neighbours
ENOUGH = 20  # essays that have a cue of which something is learnt
INNER = 3  # folds in which the weights of the statistics are learnt
PRIOR = 0.03  # inverse strength of the penalty on the weights of places; chosen in folds
LEAST = 0.05  # weight below which a cue is not kept
OPENERS: dict[str, Callable[..., IO[str]]] = {".xz": lzma.open, ".gz": gzip.open}
SHOWN = (0.05, 0.1, 0.25, 0.5, 0.75)  # quantiles
Weights = tuple[OrderModel, Floats, float]


def read_texts(path: Path) -> list[str]:
    """The texts of a ``.jsonl``, ``.csv`` or ``.tsv`` file, packed or not, by one of ``TEXT_COLUMNS``."""
    with OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8") as file:
        mark = next((mark for kind, mark in DELIMITERS.items() if kind in path.suffixes), None)
        rows = csv.DictReader(file, delimiter=mark) if mark else (json.loads(line) for line in file)
        return [row[next(name for name in TEXT_COLUMNS if name in row)] for row in rows]


def fit(essays: Sequence[Facts], seed: int) -> Weights:
    """Weights of pairs, of places, and of the statistics that they give to essays from which they were not learnt."""
    rows, true = zip(
        *(
            contrast(held, _model([e for k, e in enumerate(essays) if k % INNER != fold], seed), seed)
            for fold in range(INNER)
            if (held := essays[fold::INNER])
        ),
        strict=True,
    )
    last = LogisticRegression().fit(np.concatenate(rows), np.concatenate(true))
    return _model(essays, seed), last.coef_[0], float(last.intercept_[0])


def _model(essays: Sequence[Facts], seed: int) -> OrderModel:
    return OrderModel(_fit_pairs(essays, seed), *_fit_places(essays))


def contrast(essays: Sequence[Facts], model: OrderModel, seed: int) -> tuple[Floats, Floats]:
    """Statistics of every essay, then of every essay shuffled once; 1.0 for an essay as it was written."""
    draw = np.random.default_rng(seed)
    mixed = [essay.in_order(draw.permutation(len(essay))) for essay in essays]
    rows = np.array([statistics(facts, model) for facts in (*essays, *mixed)])
    return rows, np.repeat([1.0, 0.0], len(essays))


def cross_validated(essays: Sequence[Facts], folds: int, seed: int) -> tuple[Floats, Floats]:
    """Plausibility of every essay as written and shuffled, by a model that has not seen it."""
    found = np.zeros((2, len(essays)))
    for fold in range(folds):
        held = list(range(fold, len(essays), folds))
        model, weights, intercept = fit([e for k, e in enumerate(essays) if k % folds != fold], seed)
        rows, _ = contrast([essays[k] for k in held], model, seed + 1)
        found[:, held] = (1 / (1 + np.exp(-(rows @ weights + intercept)))).reshape(2, -1)
    return found[0], found[1]


def write(weights: Weights, folder: Path) -> None:
    """Both files, by name; cues that hardly say anything are left out."""
    model, last, intercept = weights
    data = {
        "pair": dict(zip(PAIR, _short(model.pair), strict=True)),
        "place": {
            name: dict(zip(PLACES, _short(row), strict=True)) for name, row in zip(TRAITS, model.place, strict=True)
        },
        "statistics": dict(zip(STATISTICS, _short(last), strict=True)),
        "intercept": round(intercept, 3),
    }
    (folder / order.WEIGHTS).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    lines = [
        "\t".join([cue, *(f"{value:.2f}" for value in model.cues[row])])
        for cue, row in sorted(model.known.items())
        if abs(model.cues[row]).max() >= LEAST
    ]
    (folder / order.CUES).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _short(values: Floats) -> list[float]:
    return [round(float(value), 3) for value in values]


def _fit_pairs(essays: Sequence[Facts], seed: int) -> Floats:
    """Neighbours inside a paragraph against pairs drawn from the same essay."""
    draw = np.random.default_rng(seed)
    rows, true = [], []
    for facts in essays:
        pairs = pair_features(facts)
        paragraph = np.repeat(np.arange(len(facts.sizes)), facts.sizes)
        for k in np.flatnonzero(paragraph[:-1] == paragraph[1:]):
            drawn = [draw.choice(len(facts), 2, replace=False) for _ in range(DECOYS)]
            rows += [pairs[:, k, k + 1], *(pairs[:, one, two] for one, two in drawn)]
            true += [1, *[0] * DECOYS]
    return LogisticRegression(max_iter=1000).fit(np.array(rows), true).coef_[0]  # type: ignore[no-any-return]


def _fit_places(essays: Sequence[Facts]) -> tuple[Floats, dict[str, int], Floats]:
    """How much each trait, and each cue of enough essays, speaks for each place; and the rows of the cues."""
    having = Counter(cue for facts in essays for cue in frozenset().union(*facts.cues))
    known = {cue: row for row, cue in enumerate(sorted(cue for cue, n in having.items() if n >= ENOUGH))}
    cued = [[known[cue] for cue in cues if cue in known] for facts in essays for cues in facts.cues]
    starts = np.cumsum([0, *map(len, cued)])
    found = csr_matrix(
        (np.ones(starts[-1]), [row for rows in cued for row in rows], starts), shape=(len(cued), len(known))
    )
    traits = np.vstack([place_features(facts) for facts in essays])
    at = np.concatenate([places(facts.sizes) for facts in essays])
    fitted = LogisticRegression(C=PRIOR, max_iter=300).fit(hstack([csr_matrix(traits), found]).tocsr(), at)
    weights = np.zeros((traits.shape[1] + len(known), len(PLACES)))
    weights[:, fitted.classes_] = fitted.coef_.T
    return weights[: traits.shape[1]], known, weights[traits.shape[1] :]


def _facts(texts: Sequence[str]) -> list[Facts]:
    nlp = load_pipeline()
    with nlp.select_pipes(disable=NOT_NEEDED):
        found = [sentence_facts(nlp(text)) for text in texts]
    return [facts for facts in found if len(facts) >= order.FEWEST]


def main() -> None:
    """Read, cross-validate by file, fit, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path(order.__file__).parent, help="folder of both files")
    parser.add_argument("--essays", type=int, default=2500, help="texts drawn of each file")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    essays: list[Facts] = []
    names: list[str] = []
    for path in options.data:
        texts = read_texts(path)
        found = _facts(Random(options.seed).sample(texts, min(options.essays, len(texts))))
        essays += found
        names += [path.name.split(".")[0]] * len(found)
    written, mixed = cross_validated(essays, options.folds, options.seed)
    groups = [(name, np.array(names) == name) for name in dict.fromkeys(names)] + [("all", np.ones(len(essays), bool))]
    print(f"{'essays':<16}{'n':>6}{'accuracy':>10}{'pairwise':>10}   5/10/25/50/75% of essays, of shuffled ones")
    for name, rows in groups:
        one, other = written[rows], mixed[rows]
        accuracy = (np.mean(one > 0.5) + np.mean(other < 0.5)) / 2
        spread = [" ".join(f"{q:.2f}" for q in np.quantile(some, SHOWN)) for some in (one, other)]
        print(f"{name:<16}{rows.sum():>6}{accuracy:>10.1%}{np.mean(one > other):>10.1%}   {spread[0]}   {spread[1]}")
    write(fit(essays, options.seed), options.output)
    print(f"wrote {options.output}")


if __name__ == "__main__":
    main()
