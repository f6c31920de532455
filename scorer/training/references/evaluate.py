"""Measures of the reference parser, and its cross-validation.

    python -m scorer.training.references.evaluate DATA/references_core.xml.gz --folds 5 --seed 1

Token F1 of a field: over the parser's tokens (words with their marks, links whole), right when the field is the
marked one. ``micro`` pools the tokens of the fields, ``macro`` is the mean of their F1. ``entries``: the share of
entries whose author, title and year, as the product gives them, are each what the marked tokens give (absent fields
included), and of those where all three are.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from joblib import Parallel, delayed

from scorer.pipeline.chain import Crf
from scorer.pipeline.references.fields import by_form, labelled, tidied
from scorer.pipeline.references.tokens import tokens
from scorer.training.references.corpus import FIELDS, MarkedEntry, read_core, read_written
from scorer.training.references.fit import fitted

MAIN_FIELDS = ("author", "title", "container", "year")
WRITTEN = Path("training_data") / "references.jsonl"

Answer = tuple[MarkedEntry, list[str]]
"""An entry, and the fields that the chain gives its tokens."""


def cross_validated(
    core: Sequence[MarkedEntry], written: Sequence[MarkedEntry], folds: int, seed: int
) -> dict[str, Any]:
    """Each fold of the core set is labelled by a chain trained on the others and on ``written``."""
    order = list(range(len(core)))
    random.Random(seed).shuffle(order)

    def held_out(fold: int) -> list[Answer]:
        test = set(order[fold::folds])
        return answers(fitted([core[k] for k in order if k not in test], written, seed), [core[k] for k in test])

    parts = Parallel(n_jobs=2)(delayed(held_out)(fold) for fold in range(folds))
    return summary(answer for part in parts for answer in part)


def written_scores(
    core: Sequence[MarkedEntry], written: Sequence[MarkedEntry], held_out: Sequence[MarkedEntry], seed: int
) -> dict[str, Any]:
    """The project's own entries that training does not see, labelled by a chain trained on all of the rest."""
    return summary(answers(fitted(core, written, seed), held_out))


def answers(crf: Crf, entries: Iterable[MarkedEntry]) -> list[Answer]:
    """The chain's fields for each entry's tokens."""
    return [(entry, labelled(crf, tokens(entry.text))) for entry in entries]


def summary(given: Iterable[Answer]) -> dict[str, Any]:
    """The figures that the module's docstring defines; F1 0 to 1."""
    right: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    n = 0
    for entry, labels in given:
        n += 1
        gold = entry.fields()
        marked.update(gold)
        claimed.update(labels)
        right.update(label for label, other in zip(gold, labels, strict=True) if label == other)
        found = tokens(entry.text)
        true, read = tidied(entry.text, found, gold), by_form(entry.text, tidied(entry.text, found, labels))
        same = [getattr(true, field) == getattr(read, field) for field in ("author", "title", "year")]
        exact.update(field for field, is_same in zip(("author", "title", "year"), same, strict=True) if is_same)
        exact["all three"] += all(same)

    def f1(*fields: str) -> float:
        total = sum(marked[field] + claimed[field] for field in fields)
        return 2 * sum(right[field] for field in fields) / total if total else 0.0

    def group(fields: Sequence[str]) -> dict[str, float]:
        return {"micro": round(f1(*fields), 4), "macro": round(sum(map(f1, fields)) / len(fields), 4)}

    return {
        "n": n,
        "fields": {field: {"f1": round(f1(field), 4), "tokens": marked[field]} for field in FIELDS},
        "main_fields": group(MAIN_FIELDS),
        "all_fields": group(FIELDS),
        "entries": {what: round(exact[what] / n, 4) for what in ("author", "title", "year", "all three")} if n else {},
    }


def main(
    core: Annotated[Path, typer.Argument(help="The anystyle core set, .xml or .xml.gz.")],
    written: Annotated[Path, typer.Option(help="The project's own entries.")] = WRITTEN,
    folds: Annotated[int, typer.Option(help="Folds of the core set.")] = 5,
    seed: Annotated[int, typer.Option(help="Of the folds.")] = 1,
) -> None:
    """Print the cross-validation over the core set and the scores on our own held-out entries as JSON."""
    entries, own, held_out = read_core(core), read_written(written, "train"), read_written(written, "held_out")
    scores = cross_validated(entries, own, folds, seed)
    typer.echo(json.dumps({**scores, "written_held_out": written_scores(entries, own, held_out, seed)}, indent=1))


if __name__ == "__main__":
    typer.run(main)
