"""Reasons and counterarguments shown for students' essays that were not learnt from, against those that readers marked.

    python tests/benchmarks/reasons.py DATA

DATA is the folder with AAE (``aae_train.jsonl.gz``, ``aae_dev.jsonl.gz``), ``persuade_texts.jsonl.xz``,
``ellipse_train.csv.gz`` and ``asap_train.tsv.gz``; marks are in ``training_data/reasons``. The models of sentences are
fitted anew for each of five folds, on the other folds; the tagger is the shipped one, which knows none of these essays.
``shown``: reasons found. ``right``: share of them that state a marked reason, or list several. ``position again``:
share that do not, and lie where the position is stated. ``marked``: main reasons of the essays. ``found``: share of
these that a shown reason states, wherever the essay says them. ``against`` are the same two of counterarguments;
``other side``: essays in which one is shown, how many of these hold one, and how many of those that hold one these are.
A span lies where more than half of the shorter is in both.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from scorer.bundle import find_bundle
from scorer.pipeline.annotations import Found
from scorer.pipeline.argument import Argument, tagger
from scorer.pipeline.load import annotate, load_syntax
from scorer.training.argument.examples import read_examples
from scorer.training.argument.marked import Marked, Span, Support, read_marked
from scorer.training.argument.sentence_model import fold_of
from scorer.training.argument.sentences import fit_sentence_models

HALF = 0.5


def lies(found: Found, spans: Iterable[Span]) -> bool:
    """Whether the finding and one of the spans share half of the shorter one."""
    return any(
        min(found.end, end) - max(found.start, start) > HALF * min(found.end - found.start, end - start)
        for start, end in spans
    )


def main() -> None:
    """Print a line for each corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    aae, texts = (
        [options.data / name for name in names]
        for names in (
            ("aae_train.jsonl.gz", "aae_dev.jsonl.gz"),
            ("persuade_texts.jsonl.xz", "ellipse_train.csv.gz", "asap_train.tsv.gz"),
        )
    )
    nlp, components = load_syntax(), tagger.load(find_bundle("argument"))
    marked = list(read_marked(*texts))
    essays = read_examples(nlp, aae, marked)
    fold = fold_of((essay.group for essay in essays), options.folds, options.seed)
    counts: dict[str, Counter[str]] = {}
    for k in range(options.folds):
        models = fit_sentence_models([essay for essay in essays if fold[essay.group] != k], options.seed)
        argument = Argument(components, *models)
        for one in marked:
            if one.support and fold[f"{one.corpus} {one.id}"] == k:
                found = judged(argument(annotate(nlp, one.text)), one, one.support)
                counts.setdefault(one.corpus, Counter()).update(found)
    heads = ("shown", "right", "position again", "marked", "found", "against", "marked", "other side")
    print("| essays | n | " + " | ".join(heads) + " |\n|" + " --- |" * (len(heads) + 2))
    for corpus, counted in counts.items():
        cells = [
            counted["shown"], share(counted, "right", "shown"), share(counted, "again", "shown"),
            counted["marked"], share(counted, "found", "marked"),
            f"{counted['against']}, right {share(counted, 'against right', 'against')}",
            f"{counted['against marked']}, found {share(counted, 'against found', 'against marked')}",
            f"{counted['heard']}, right {share(counted, 'rightly heard', 'heard')}"
            f", of {counted['to hear']} {share(counted, 'rightly heard', 'to hear')}",
        ]  # fmt: skip
        print(f"| {corpus} | {counted['essays']} | " + " | ".join(map(str, cells)) + " |")


def judged(doc: Doc, essay: Marked, support: Support) -> Counter[str]:
    """What was shown of an essay, marked in it, and right and found of these."""
    shown, against = doc._.reasons, doc._.counterarguments
    return Counter(
        {
            "essays": 1,
            "shown": len(shown),
            "right": sum(lies(found, support.giving) for found in shown),
            "again": sum(lies(found, essay.positions) and not lies(found, support.giving) for found in shown),
            "marked": len(support.reasons),
            "found": sum(any(lies(found, reason) for found in shown) for reason in support.reasons),
            "against": len(against),
            "against right": sum(lies(found, support.against) for found in against),
            "against marked": len(support.against),
            "against found": sum(any(lies(found, [span]) for found in against) for span in support.against),
            "heard": bool(against),
            "to hear": bool(support.against),
            "rightly heard": bool(against and support.against),
        }
    )


def share(counts: Counter[str], part: str, whole: str) -> str:
    """One count in percent of another."""
    return f"{counts[part] / max(1, counts[whole]):.0%}"


if __name__ == "__main__":
    main()
