"""Measures of the argument tagger against Argument Annotated Essays, and its cross-validation.

    python -m scorer.training.argument.evaluate DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz --folds 5

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

import numpy as np
import typer
from sklearn.metrics import f1_score
from spacy.language import Language
from spacy.tokens import Doc

from scorer.bundle import find_bundle, verify
from scorer.errors import ModelError
from scorer.pipeline.argument import Argument
from scorer.pipeline.argument.component import choose_thesis
from scorer.pipeline.argument.second_reading import Component as Tagged
from scorer.pipeline.conclusion import Conclusion
from scorer.pipeline.load import load_syntax
from scorer.rubric import load_rubric
from scorer.scoring.criteria import score_by_rule
from scorer.training.argument.corpus import COMPONENT_LABELS, AnnotatedEssay, read_aae
from scorer.training.argument.data import flattened, gold_components, read, sequence

THRESHOLDS = {"100": 0.999, "50": 0.5}


@dataclass(frozen=True)
class Pair:
    """Gold and predicted components of one essay, as (label, set of the corpus's tokens)."""

    gold: list[tuple[str, frozenset[int]]]
    predicted: list[tuple[str, frozenset[int]]]
    thesis_right: bool | None


def pair(essay: AnnotatedEssay, components: Sequence[Tagged]) -> Pair:
    """Compare one essay. ``thesis_right``: the thesis overlaps a gold major claim by more than half of the longer."""
    gold = [(c.label, _tokens(essay, c.start, c.end)) for c in essay.components]
    predicted = [("Claim" if c.label == "Against" else c.label, _tokens(essay, c.start, c.end)) for c in components]
    major = [tokens for label, tokens in gold if label == "MajorClaim"]
    thesis = choose_thesis(components)
    found = _tokens(essay, thesis.start, thesis.end) if thesis else frozenset()
    return Pair(gold, predicted, any(_overlap(found, tokens) > 0.5 for tokens in major) if major else None)


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
    judged = [item.thesis_right for item in pairs if item.thesis_right is not None]
    scores["thesis"] = {"n": len(judged), "overlap_50": sum(judged) / len(judged) if judged else 0.0}
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
    scores = summary([pair(essay, argument.components(read(nlp, essay))) for essay in essays], essays)
    del scores["thesis"]  # the command's output is fixed; the module's own, below, tells it
    return scores


def cross_validated(essays: Sequence[AnnotatedEssay], folds: int, seed: int, nlp: Language) -> dict[str, Any]:
    """Held-out evaluation: each fold is tagged by a chain trained on the others (flattened copies included).

    ``rule_uncertainty`` is, per rule-scored criterion of the default rubric, what 90% of the essays stay below in
    the difference between the score of the found and of the gold structure, in points.
    """
    from scorer.training.argument.train import fit  # needs the training extra

    order = list(range(len(essays)))
    random.Random(seed).shuffle(order)
    sequences = {row: [sequence(nlp, v) for v in (essays[row], flattened(essays[row]))] for row in order}
    pairs: dict[int, Pair] = {}
    differences: list[dict[str, float]] = []
    for fold in range(folds):
        test = order[fold::folds]
        argument = Argument(fit(s for row in order if row not in set(test) for s in sequences[row]))
        for row in test:
            components = argument.components(read(nlp, essays[row]))
            pairs[row] = pair(essays[row], components)
            found, gold = (
                rule_scores(argument.annotate(read(nlp, essays[row]), some))
                for some in (components, gold_components(read(nlp, essays[row]), essays[row].components))
            )
            differences.append({name: abs(found[name] - gold[name]) for name in found})
    rows = sorted(pairs)
    result = summary([pairs[row] for row in rows], [essays[row] for row in rows])
    result["rule_uncertainty"] = {
        name: float(np.quantile([difference[name] for difference in differences], 0.9)) for name in differences[0]
    }
    return result


def rule_scores(doc: Doc) -> dict[str, float]:
    """Scores of the rule-scored criteria of the default rubric that rest on the argument."""
    doc = Conclusion()(doc)
    criteria = [c for c in load_rubric().criteria if c.id in {"thesis", "reasons"}]
    return {criterion.id: score_by_rule(criterion, doc).score for criterion in criteria}


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
    folds: Annotated[int, typer.Option(help="Number of folds.")] = 5,
    seed: Annotated[int, typer.Option(help="Seed of the shuffle.")] = 1,
) -> None:
    """Cross-validate the tagger and print the measures as JSON."""
    typer.echo(json.dumps(cross_validated(read_aae(*data), folds, seed, load_syntax()), indent=1))


if __name__ == "__main__":
    typer.run(main)
