"""Whether the better of two essays of one length gets the higher score, and whether its thesis is found.

    python tests/benchmarks/pairs.py [--rubric argument-with-sources]

The pairs ship with the code (``training_data/pairs``): the points of the rubrics learnt from those of the part
``levels``, the models of sentences from those of the part ``sentences``, nothing from those of the part ``test``. A
side is ahead from a quarter of a level on. ``levels``: by how much the readers' levels part the sides in the mean;
``distance``: by how much the scores do. The second table tells, of the essays in which readers marked a position, in
how many a thesis is shown, and in how many the sentence shown is one that states the position; of the others, in how
many none is shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from statistics import fmean
from typing import get_args

from spacy.tokens import Doc

from scorer.pipeline.load import load_pipeline
from scorer.rubric import load_rubric
from scorer.scoring.criteria import score_by_rule
from scorer.training.argument.pairs import Paired, Part, read_pairs
from scorer.training.levels.essays import CRITERIA

AHEAD = 0.25


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rubric", default="argument-with-sources")
    rubric = load_rubric(parser.parse_args().rubric)
    nlp = load_pipeline()
    read = {part: read_pairs(part) for part in get_args(Part)}
    docs = {side.text: nlp(side.text) for pairs in read.values() for pair in pairs for side in pair}
    print("| criterion | part | pairs | better ahead | neither | worse ahead | distance | levels |\n|" + " --- |" * 8)
    for criterion in (c for c in rubric.criteria if c.id in CRITERIA):
        for part, pairs in read.items():
            these = [pair for pair in pairs if pair[0].criterion == criterion.id]
            apart = [
                score_by_rule(criterion, docs[better.text]).score - score_by_rule(criterion, docs[worse.text]).score
                for better, worse in these
            ]
            given = fmean(better.levels[criterion.id] - worse.levels[criterion.id] for better, worse in these)
            right, wrong = sum(d >= AHEAD for d in apart), sum(d <= -AHEAD for d in apart)
            print(
                f"| {criterion.id} | {part} | {len(these)} | {right} | {len(these) - right - wrong} | {wrong} | "
                f"{fmean(apart):.2f} | {given:.2f} |"
            )
    print("\n| part | with a position | shown | right | without | none shown |\n|" + " --- |" * 6)
    for part, pairs in read.items():
        print(f"| {part} | " + " | ".join(map(str, shown([side for pair in pairs for side in pair], docs))) + " |")


def shown(sides: Sequence[Paired], docs: dict[str, Doc]) -> tuple[int, int, int, int, int]:
    """Essays with a position, those of them with a thesis, with a right one; essays without, those with no thesis."""
    having = [side for side in sides if side.marks.positions]
    found = [(side, docs[side.text]._.thesis) for side in having]
    right = sum(
        any(start < thesis.end and thesis.start < end for start, end in side.marks.positions)
        for side, thesis in found
        if thesis
    )
    none = [side for side in sides if not side.marks.positions]
    return (
        len(having), sum(thesis is not None for _, thesis in found), right,
        len(none), sum(docs[side.text]._.thesis is None for side in none),
    )  # fmt: skip


if __name__ == "__main__":
    main()
