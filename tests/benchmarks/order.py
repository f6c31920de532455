"""What the order of sentences does to the score of organization, on students' essays.

    python tests/benchmarks/order.py DATA [--essays N] [--jobs N]

Essays of PERSUADE in which readers marked the position are scored as written, shuffled, and without the sentences that
state it. ``falls``: organization is lower by at least 0.25 for the shuffled essay; ``stays``: within 0.25 without the
position. Essays of ELLIPSE are scored as written: how far the rule of order moves organization, and whether that
agrees with the readers' cohesion, which were not asked when the rule was made. Both are drawn by seed.
"""

from __future__ import annotations

import argparse
import csv
import gzip
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np

from scorer import Engine, load
from scorer.training.argument.marked import read_marked
from scorer.training.authored.ablations import mixed
from scorer.training.authored.sentences import Piece
from scorer.training.levels.essays import without_position

SEED, STEP, LOWEST = 5, 0.25, 1.0
MARKED = ("persuade_texts.jsonl.xz", "ellipse_train.csv.gz", "asap_train.tsv.gz")


def scored(engine: Engine, texts: Sequence[str], jobs: int) -> Iterator[tuple[float, float] | None]:
    """Organization, and what the rule of order adds to it (the trained score looks at the order, too); None where an
    essay is not scored."""
    (criterion,) = (one for one in engine.rubric.criteria if one.id == "organization")
    (rule,) = (one for one in criterion.features if one.name == "order_plausibility")
    for assessment in engine.score_many(texts, jobs=jobs):
        (result,) = (one for one in assessment.criteria if one.id == criterion.id)
        plausible = [one.value for one in result.contributions if one.feature == rule.name]
        added = sum(rule.points(value) - rule.points(rule.typical) for value in plausible)
        yield None if result.score is None else (result.score, added)


def main() -> None:
    """Print a line for each corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--essays", type=int, default=240)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    engine = load()
    marked = [one for one in read_marked(*(options.data / name for name in MARKED)) if one.corpus == "PERSUADE"]
    pairs = list(without_position(marked, options.essays, SEED))
    cases = [
        (whole, without, other)
        for k, (whole, without) in enumerate(pairs)
        if (other := mixed(whole, Piece(0, len(whole)), f"{SEED}:{k}"))
    ]
    scores = list(scored(engine, [text for case in cases for text in case], options.jobs))
    rows = [scores[k : k + 3] for k in range(0, len(scores), 3)]
    kept = np.array([[one[0] for one in row if one] for row in rows if all(row)])
    kept = kept[kept[:, 0] >= LOWEST + STEP]
    stays, falls = abs(kept[:, 1] - kept[:, 0]) <= STEP, kept[:, 2] - kept[:, 0] <= -STEP
    print(f"PERSUADE: {len(kept)} essays, shuffled falls {falls.mean():.1%}, without position stays {stays.mean():.1%}")
    with gzip.open(options.data / "ellipse_train.csv.gz", "rt", encoding="utf-8", newline="") as file:
        read = [(row["full_text"], float(row["cohesion"])) for row in csv.DictReader(file)]
    drawn = Random(SEED).sample(read, options.essays)
    given = zip(scored(engine, [text for text, _ in drawn], options.jobs), drawn, strict=True)
    values = np.array([(score, points, level) for one, (_, level) in given if one for score, points in (one,)])
    score, points, level = values.T
    low, high = points[level < 2.5], points[level >= 3.5]
    print(
        f"ELLIPSE: {len(values)} essays, moved by more than {STEP} {np.mean(abs(points) > STEP):.1%},"
        f" mean {points.mean():+.3f}"
        f" (cohesion below 2.5: {low.mean():+.3f}, from 3.5: {high.mean():+.3f});"
        f" r with cohesion: the rule {np.corrcoef(points, level)[0, 1]:.2f}, organization without it"
        f" {np.corrcoef(score - points, level)[0, 1]:.3f}, with it {np.corrcoef(score, level)[0, 1]:.3f}"
    )


if __name__ == "__main__":
    main()
