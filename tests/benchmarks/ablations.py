"""The authored essays with one virtue taken away: does the criterion fall that should, and do the others stay?

    python tests/benchmarks/ablations.py [--split develop|held_out|all] [--worst N]

A case counts where the essay has the virtue (its author gave the criterion 2 or more, and there is something to
take away) and the criterion is not at the bottom already (it could not fall by a quarter). Every essay is shuffled
three times. ``falls``: the criterion is lower by at least 0.25 level. ``stays``: every criterion that must not move
is within 0.25 of where it was. Exits with 1 where both hold together in fewer than 90% of the cases of any ablation.
Below the table: how many of the criteria that an ablation truly changes stayed all the same.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import scorer
from scorer import Assessment
from scorer.training.authored.ablations import ABLATIONS, Ablation, ablated
from scorer.training.authored.corpus import read_authored

FOLDER = Path(__file__).parents[2] / "training_data" / "authored"
STEP = 0.25
THERE = 2.0
SHUFFLES = 3
WANTED = 0.9
TOLERANCE = 1e-9  # of sums of rounded points


@dataclass(frozen=True)
class Case:
    """One essay and one ablation: by how many levels each criterion rose."""

    essay: str
    ablation: Ablation
    moved: dict[str, float]

    @property
    def falls(self) -> bool:
        """Whether the criterion fell that should."""
        return self.moved[self.ablation.falls] <= -STEP + TOLERANCE

    @property
    def strayed(self) -> dict[str, float]:
        """The criteria that moved and should not have."""
        free = {self.ablation.falls, *self.ablation.changes}
        return {id: by for id, by in self.moved.items() if id not in free and abs(by) > STEP + TOLERANCE}

    @property
    def holds(self) -> bool:
        """Both."""
        return self.falls and not self.strayed


def scores(assessment: Assessment) -> dict[str, float]:
    """Scores by criterion."""
    return {c.id: c.score for c in assessment.criteria if c.score is not None}


def measured(split: str) -> list[Case]:
    """Every case that counts."""
    engine = scorer.load()
    lowest = {criterion.id: criterion.lowest for criterion in engine.rubric.criteria}
    cases = []
    for essay in read_authored(FOLDER):
        if split not in ("all", essay.gold.split):
            continue
        whole = scores(engine.score(essay.text))
        for ablation, text in ablated(essay, SHUFFLES):
            if (
                getattr(essay.gold.levels, ablation.falls) < THERE
                or whole[ablation.falls] - lowest[ablation.falls] < STEP
            ):
                continue
            without = scores(engine.score(text))
            cases.append(Case(essay.gold.id, ablation, {id: without[id] - whole[id] for id in whole}))
    return cases


def main() -> None:
    """Print a line per ablation, and the worst cases."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--split", choices=("develop", "held_out", "all"), default="all")
    parser.add_argument("--worst", type=int, default=0, help="cases that fail to print")
    options = parser.parse_args()
    cases = measured(options.split)
    print(f"{'ablation':<22}{'cases':>6}{'falls':>8}{'stays':>8}{'both':>8}")
    good = True
    for name, group in [(a.name, [c for c in cases if c.ablation is a]) for a in ABLATIONS] + [("all", cases)]:
        shares = [sum(f(c) for c in group) / max(1, len(group)) for f in (_falls, _stays, _both)]
        good &= shares[2] >= WANTED
        print(f"{name:<22}{len(group):>6}" + "".join(f"{share:>8.0%}" for share in shares))
    for ablation in ABLATIONS:
        group = [c for c in cases if c.ablation is ablation]
        for id, reason in ablation.changes.items():
            stayed = sum(abs(c.moved[id]) <= STEP + TOLERANCE for c in group)
            print(f"{ablation.name}: {id} stayed in {stayed} of {len(group)} ({reason})")
    failed = sorted((c for c in cases if not c.holds), key=lambda c: -c.moved[c.ablation.falls])
    for case in failed[: options.worst]:
        fell = f"{case.ablation.falls} {case.moved[case.ablation.falls]:+.2f}"
        strayed = ", ".join(f"{id} {by:+.2f}" for id, by in case.strayed.items())
        print(f"{case.essay:<18}{case.ablation.name:<22}{fell:<24}{strayed}")
    sys.exit(0 if good else 1)


def _falls(case: Case) -> bool:
    return case.falls


def _stays(case: Case) -> bool:
    return not case.strayed


def _both(case: Case) -> bool:
    return case.holds


if __name__ == "__main__":
    main()
