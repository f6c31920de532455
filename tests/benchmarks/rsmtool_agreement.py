"""Our figures of agreement beside those of ETS's RSMTool, on the same predictions.

    python tests/benchmarks/rsmtool_agreement.py asap_train.tsv.gz --prompt 1 --rsmeval ENV/bin/rsmeval -o FOLDER

Essays of one ASAP prompt are scored in five folds, each by a model that did not see them. RSMTool is too heavy to be a
dependency: ``pip install rsmtool`` in an environment of its own gives the ``rsmeval`` that is called here. It knows one
human score at a time, so it runs three times: the resolved score against the unrounded prediction and against the step
that the cut points give, and the first rater with the second beside him for what needs two ratings. Its rows ``raw``
are read, without its scaling and trimming. FOLDER holds the predictions (ids and numbers, no text) and what RSMTool
made of them.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from scorer.training.corpora import read_corpus
from scorer.training.cross_validate import HeldOut, Protocol, held_out, k_folds
from scorer.training.report import evaluation
from scorer.training.samples import Samples, prepare

TRAITS = ("overall",)
FOLDS, SEED = 5, 1
RUNS = {
    "score": ("resolved", "prediction", None),
    "step": ("resolved", "step", None),
    "raters": ("rater1", "prediction", "rater2"),
}
"""For each run the columns of the human score, of the machine's, and of the second human score."""


def write_predictions(samples: Samples, held: HeldOut, path: Path) -> tuple[float, float]:
    """A CSV of ids and scores on the prompt's scale; gives the ends of that scale."""
    scale = samples.essays[0].scales["overall"]
    span = scale.high - scale.low
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["id", "resolved", "rater1", "rater2", "prediction", "step"])
        for row, essay in enumerate(samples.essays):
            predicted = (scale.low + span * held.values[row, 0], scale.low + span * held.grades[row, 0])
            table.writerow([essay.id, essay.scores["overall"], *essay.raters["overall"], *predicted])
    return scale.low, scale.high


def rsmtool_says(rsmeval: str, predictions: Path, low: float, high: float, name: str) -> Path:
    """The folder of tables that one run of RSMTool leaves."""
    human, machine, second = RUNS[name]
    config = {
        "experiment_id": name, "predictions_file": predictions.name, "system_score_column": machine,
        "human_score_column": human, "id_column": "id", "trim_min": low, "trim_max": high, "scale_with": "raw",
        "general_sections": ["data_description"],
    }  # fmt: skip
    if second:
        config["second_human_score_column"] = second
    file = predictions.with_name(f"{name}.json")
    file.write_text(json.dumps(config, indent=1), encoding="utf-8")
    made = predictions.with_name(name)
    subprocess.run([rsmeval, "run", str(file), str(made), "-f"], check=True, capture_output=True)
    return made / "output"


def row_of(folder: Path, ending: str) -> dict[str, str]:
    """The first row, ``raw``, of the one table of an output folder whose name ends so."""
    (path,) = folder.glob(f"*_{ending}.csv")
    with path.open(newline="", encoding="utf-8") as file:
        return next(csv.DictReader(file))


def beside(ours: Mapping[str, float], told: Mapping[str, Path]) -> Sequence[tuple[str, float, float]]:
    """Name, our figure, RSMTool's."""
    score, step = (row_of(told[name], "eval") for name in ("score", "step"))
    humans, true = (row_of(told["raters"], table) for table in ("consistency", "true_score_eval"))
    return [
        ("QWK of the steps", ours["qwk"], float(step["wtkappa"])),
        ("Pearson r", ours["pearson"], float(score["corr"])),
        ("RMSE", ours["rmse"], float(score["RMSE"])),
        ("SMD", ours["smd"], float(score["SMD"])),
        ("QWK of two raters", ours["human_qwk"], float(humans["wtkappa"])),
        ("PRMSE", ours["prmse"], float(true["PRMSE true"])),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--prompt", default="1")
    parser.add_argument("--rsmeval", default="rsmeval")
    parser.add_argument("-o", "--output", type=Path, default=Path("rsmtool-agreement"))
    options = parser.parse_args()
    essays = [e for e in read_corpus("asap", [options.data]) if e.groups["essay_set"] == options.prompt]
    samples = prepare(essays)
    held = held_out(samples, TRAITS, k_folds(len(samples), FOLDS, SEED), Protocol(SEED))
    assert np.isfinite(held.values).all()
    options.output.mkdir(parents=True, exist_ok=True)
    predictions = options.output / "predictions.csv"
    low, high = write_predictions(samples, held, predictions)
    told = {name: rsmtool_says(options.rsmeval, predictions, low, high, name) for name in RUNS}
    ours = evaluation(samples, held)["traits"]["overall"]
    print(f"{len(samples)} essays of prompt {options.prompt}\n| | ours | RSMTool |\n| --- | --- | --- |")
    for name, here, there in beside(ours, told):
        print(f"| {name} | {here:.4f} | {there:.4f} |")


if __name__ == "__main__":
    main()
