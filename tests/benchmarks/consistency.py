"""Score many real essays and check what every assessment promises.

    python tests/benchmarks/consistency.py FILE.jsonl[.xz] [COUNT] [SEED]

Draws COUNT (500) texts by SEED (1) and checks: as many assessments as texts; in each criterion ``base`` plus
contributions is ``score`` within 1e-6; ``base`` is one constant per criterion; each trained criterion shows at least 15
contributions per essay, from features whose points differ between essays. Exits with 1 where a promise is broken.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import scorer

LEAST = 15


def main() -> None:
    """Score, check, and print a summary."""
    path = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        texts = random.Random(seed).sample([json.loads(line)["text"] for line in lines], count)
    engine = scorer.load()
    statuses: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    worst = 0.0
    bases: defaultdict[str, set[float]] = defaultdict(set)
    fewest: defaultdict[str, list[int]] = defaultdict(list)
    points: defaultdict[str, defaultdict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    for assessment in engine.score_many(texts):
        statuses[assessment.status] += 1
        flags.update(flag.code for flag in assessment.flags if flag.severity != "info")
        for criterion in assessment.criteria:
            if criterion.score is None:
                continue
            total = criterion.base + sum(c.points for c in criterion.contributions)
            worst = max(worst, abs(total - criterion.score))
            bases[criterion.id].add(criterion.base)
            if criterion.basis == "trained":
                fewest[criterion.id].append(len(criterion.contributions))
                for c in criterion.contributions:
                    points[criterion.id][c.feature].add(c.points)
    print(f"{statuses.total()} assessments of {count} texts: {dict(statuses)}; flags {dict(flags)}")
    print(f"largest difference between base + contributions and score: {worst:.1e}")
    print(f"bases per criterion: { ({name: len(values) for name, values in bases.items()}) }")
    differing = {name: sum(len(values) > 1 for values in found.values()) for name, found in points.items()}
    print(f"fewest contributions in an essay: { ({name: min(counts) for name, counts in fewest.items()}) }")
    print(f"features whose points differ between essays: {differing}")
    kept = statuses.total() == count and worst <= 1e-6 and all(len(values) == 1 for values in bases.values())
    enough = all(min(counts) >= LEAST for counts in fewest.values()) and all(n >= LEAST for n in differing.values())
    sys.exit(0 if kept and enough else 1)


if __name__ == "__main__":
    main()
