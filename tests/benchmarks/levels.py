"""How well the scores for thesis and reasons agree with the levels that readers gave to students' essays.

    python tests/benchmarks/levels.py DATA [--rubric argument-with-sources]

DATA is the folder with ``persuade_texts.jsonl.xz`` and ``asap_train.tsv.gz``; levels are in ``training_data/levels``.
The rubric's points were learnt from the rows marked ``fit`` (``scorer.training.levels.train``), nothing from those
marked ``test``; essays from which the models of positions and reasons learnt are left out. ``r``:
Pearson correlation, ``RMSE`` and ``bias`` (score - level) in levels, ``QWK``: quadratic weighted kappa in halves,
``within``: what 90% of the differences stay within, ``length``: correlation of the levels with the logarithm of the
number of words, for comparison. The second table tells how the levels, and the scores, correlate with what ASAP's human
raters gave the same essays as a whole.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scorer.pipeline.load import load_pipeline
from scorer.rubric import load_rubric
from scorer.scoring.criteria import score_by_rule
from scorer.scoring.traits import Scale
from scorer.training.levels.essays import CRITERIA, Levelled, read_levelled
from scorer.training.metrics import qwk

LEVELS = Scale(1.0, 4.0, 0.5)


@dataclass(frozen=True)
class Scored:
    """An essay and its scores by criterion."""

    essay: Levelled
    scores: dict[str, float]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rubric", default="argument-with-sources")
    options = parser.parse_args()
    nlp = load_pipeline()
    criteria = [c for c in load_rubric(options.rubric).criteria if c.id in CRITERIA]
    scored = []
    for essay in read_levelled(options.data):
        doc = nlp(essay.text)
        scored.append(Scored(essay, {c.id: score_by_rule(c, doc).score for c in criteria}))
    print("| criterion | essays | n | r | RMSE | bias | QWK | within | length |\n|" + " --- |" * 9)
    for criterion in CRITERIA:
        for part in ("fit", "test"):
            print(agreement(criterion, part, [one for one in scored if one.essay.part == part]))
    print("\n| ASAP prompt | n | levels of thesis | of reasons | scores of thesis | of reasons |\n|" + " --- |" * 6)
    for prompt in ("1", "2"):
        these = [one for one in scored if one.essay.human and one.essay.human[0] == prompt]
        human = [one.essay.human[1] for one in these if one.essay.human]
        told = [[one.essay.levels[c] for one in these] for c in CRITERIA] + [
            [one.scores[c] for one in these] for c in CRITERIA
        ]
        found = [pearson(column, human) for column in told]
        print(f"| {prompt} | {len(these)} | " + " | ".join(f"{r:.2f}" for r in found) + " |")


def agreement(criterion: str, part: str, scored: Sequence[Scored]) -> str:
    """A line of the first table."""
    levels = np.array([one.essay.levels[criterion] for one in scored])
    scores = np.array([one.scores[criterion] for one in scored])
    apart = scores - levels
    figures = (
        pearson(scores, levels), np.sqrt((apart**2).mean()), apart.mean(), qwk(levels, scores, LEVELS),
        np.quantile(abs(apart), 0.9), pearson(np.log([len(one.essay.text.split()) for one in scored]), levels),
    )  # fmt: skip
    return f"| {criterion} | {part} | {len(scored)} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |"


def pearson(one: Any, other: Any) -> float:
    """Correlation of two lists."""
    return float(np.corrcoef(one, other)[0, 1])


if __name__ == "__main__":
    main()
