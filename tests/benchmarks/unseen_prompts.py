"""Agreement on a prompt that no model has seen: with nothing of it, with its essays, and with some of its grades.

    python tests/benchmarks/unseen_prompts.py asap_train.tsv.gz [--seeds 10]

For each ASAP prompt the models learn from the other seven. The columns are quadratic weighted kappa on the prompt left
out: ``nothing``, ``batch`` (its essays without grades), and with that many grades, as means over draws by seed, on the
essays that are left; ``+`` says that the batch is known too. The same as ``scorer cross-validate --leave-one-out
essay_set`` with ``--unlabelled-batch`` and ``--calibrate-with``, but each model is fitted once. ``SCORER_CACHE`` names
the folder that keeps the measures.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from scorer.training.across import fit_across
from scorer.training.corpora import read_corpus
from scorer.training.cross_validate import Protocol, leave_one_out, predicted
from scorer.training.cut_points import weighted_kappa
from scorer.training.fit import common_scale
from scorer.training.samples import Samples, prepare

PROMPT, TRAITS = "essay_set", ("overall",)
COLUMNS = {
    "nothing": (0, False),
    "batch": (0, True),
    "10": (10, False),
    "30": (30, False),
    "10+": (10, True),
    "30+": (30, True),
}


def agreements(train: Samples, test: Samples, seeds: int) -> dict[str, float]:
    """QWK by column for one prompt."""
    scale = common_scale(test, TRAITS[0])
    models = {known: fit_across(train, TRAITS, 1, PROMPT, known).on([scale]) for known in (False, True)}
    human = test.units(TRAITS)[:, 0]
    found = {}
    for name, (graded, batch) in COLUMNS.items():
        draws = []
        for seed in range(1, (seeds if graded else 1) + 1):
            protocol = Protocol(seed, across=PROMPT, batch=batch, graded=graded)
            values, grades, _ = predicted(models[batch or graded > 0], test, protocol)
            tested = np.isfinite(values[:, 0])
            steps = np.rint(human[tested] * scale.steps) / scale.steps
            draws.append(weighted_kappa(steps, grades[tested, 0]))
        found[name] = float(np.mean(draws))
    return found


def main() -> None:
    """Print a row for each prompt."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--seeds", type=int, default=10, help="draws of the grades that are given")
    options = parser.parse_args()
    samples = prepare(read_corpus("asap", [options.data]))
    samples.counts("tag_ngrams")
    print(f"{'prompt':<8}{'essays':>7}" + "".join(f"{name:>9}" for name in COLUMNS), flush=True)
    rows = []
    for train, test in leave_one_out(samples, PROMPT):
        left = samples.take(test)
        found = agreements(samples.take(train), left, options.seeds)
        rows.append(list(found.values()))
        print(
            f"{left.essays[0].groups[PROMPT]:<8}{len(left):>7}" + "".join(f"{value:>9.4f}" for value in rows[-1]),
            flush=True,
        )
    print(f"{'mean':<8}{len(samples):>7}" + "".join(f"{value:>9.4f}" for value in np.mean(rows, axis=0)))


if __name__ == "__main__":
    main()
