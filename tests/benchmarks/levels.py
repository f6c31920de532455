"""How well the scores for thesis and reasons agree with the levels that readers gave to students' essays.

    python tests/benchmarks/levels.py DATA [--rubric argument-with-sources]

DATA is the folder with ``persuade_texts.jsonl.xz`` and ``asap_train.tsv.gz``; levels are in ``training_data/levels``.
The rubric's points were chosen on the rows marked ``chosen``, not on those marked ``tested``; essays from which the
models of positions and reasons learnt (``training_data/positions``) are left out. ``r``: Pearson
correlation, ``RMSE`` and ``bias`` (score - level) in levels, ``within``: what 90% of the differences stay within,
``length``: correlation of the levels with the logarithm of the number of words, for comparison. The second table
tells how the levels, and the scores, correlate with what ASAP's human raters gave the same essays as a whole.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scorer.pipeline.load import load_pipeline
from scorer.rubric import load_rubric
from scorer.scoring.criteria import score_by_rule
from scorer.training.argument.marked import MARKED, POSITIONS
from scorer.training.argument.texts import texts_by_id
from scorer.training.corpora import read_corpus

LEVELS = MARKED / "levels"
CRITERIA = ("thesis", "reasons")


@dataclass(frozen=True)
class Graded:
    """An essay: its levels and scores by criterion, its words, and what human raters gave it, if they did."""

    part: str
    levels: dict[str, float]
    scores: dict[str, float]
    words: int
    human: tuple[str, float] | None


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--rubric", default="argument-with-sources")
    options = parser.parse_args()
    asap = {essay.id: essay for essay in read_corpus("asap", [options.data / "asap_train.tsv.gz"])}
    texts = {
        "persuade": texts_by_id(options.data / "persuade_texts.jsonl.xz"),
        "asap": {name: essay.text for name, essay in asap.items()},
    }
    nlp = load_pipeline()
    criteria = [c for c in load_rubric(options.rubric).criteria if c.id in CRITERIA]
    graded = []
    for corpus, text in texts.items():
        learnt = {row["id"] for row in rows(MARKED / POSITIONS / f"{corpus}.jsonl")}
        for row in rows(LEVELS / f"{corpus}.jsonl"):
            if row["id"] in learnt:
                continue
            doc = nlp(text[row["id"]])
            scores = {c.id: score_by_rule(c, doc).score for c in criteria}
            human = asap[row["id"]] if corpus == "asap" else None
            rated = (human.groups["essay_set"], human.scores["overall"]) if human else None
            graded.append(Graded(row["part"], row["levels"], scores, len(text[row["id"]].split()), rated))
    print("| criterion | essays | n | r | RMSE | bias | within | length |\n|" + " --- |" * 8)
    for criterion in CRITERIA:
        for part in ("chosen", "tested"):
            print(agreement(criterion, part, [one for one in graded if one.part == part]))
    print("\n| ASAP prompt | n | levels of thesis | of reasons | scores of thesis | of reasons |\n|" + " --- |" * 6)
    for prompt in ("1", "2"):
        these = [one for one in graded if one.human and one.human[0] == prompt]
        human = [one.human[1] for one in these if one.human]
        told = [[one.levels[c] for one in these] for c in CRITERIA] + [
            [one.scores[c] for one in these] for c in CRITERIA
        ]
        found = [pearson(column, human) for column in told]
        print(f"| {prompt} | {len(these)} | " + " | ".join(f"{r:.2f}" for r in found) + " |")


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of marks."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def agreement(criterion: str, part: str, graded: Sequence[Graded]) -> str:
    """A line of the first table."""
    levels = np.array([one.levels[criterion] for one in graded])
    apart = np.array([one.scores[criterion] for one in graded]) - levels
    figures = (
        pearson(levels + apart, levels), np.sqrt((apart**2).mean()), apart.mean(),
        np.quantile(abs(apart), 0.9), pearson(np.log([one.words for one in graded]), levels),
    )  # fmt: skip
    return f"| {criterion} | {part} | {len(graded)} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |"


def pearson(one: Any, other: Any) -> float:
    """Correlation of two lists."""
    return float(np.corrcoef(one, other)[0, 1])


if __name__ == "__main__":
    main()
