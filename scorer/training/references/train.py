"""Fit the parser of reference entries and write its bundle.

python -m scorer.training.references.train DATA/references_core.xml.gz training_data/references.jsonl \\
    -o models/references
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.pipeline.chain import storage
from scorer.training.references.corpus import read_core, read_written
from scorer.training.references.evaluate import cross_validated, written_scores
from scorer.training.references.fit import PARAMETERS, RESTYLED, WRITTEN_COPIES, fitted


def main(
    core: Annotated[Path, typer.Argument(help="The anystyle core set, .xml or .xml.gz.")],
    written: Annotated[Path, typer.Argument(help="The project's own entries, training_data/references.jsonl.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the bundle.")],
    folds: Annotated[int, typer.Option(help="Folds of the cross-validation on the card.")] = 5,
    seed: Annotated[int, typer.Option(help="Of the folds and the made entries.")] = 1,
) -> None:
    """Train on the core set, half of the project's own entries and school styles made from the core set."""
    entries, own = read_core(core), read_written(written, "train")
    metrics = {
        "cross_validation": cross_validated(entries, own, folds, seed),
        "written_held_out": written_scores(entries, own, read_written(written, "held_out"), seed),
        "command": "python -m scorer.training.references.evaluate references_core.xml.gz "
        f"--folds {folds} --seed {seed}",
    }
    crf = fitted(entries, own, seed)
    shutil.rmtree(output, ignore_errors=True)
    storage.save(crf, output)
    card = Card(
        id="references",
        version="0.1.0",
        kind="references",
        description="Linear-chain CRF over shapes, marks, common words and place: fields of a reference entry.",
        licence="Trained on anystyle core (BSD-2-Clause) and entries of our own: see models/LICENSE",
        trained_on=[
            TrainingSource(name="anystyle core", licence="BSD-2-Clause", rows=len(entries)),
            TrainingSource(name="training_data/references.jsonl, half", licence="MIT", rows=len(own)),
        ],
        command="python -m scorer.training.references.train references_core.xml.gz training_data/references.jsonl "
        f"--seed {seed} -o models/references",
        libraries=library_versions("python-crfsuite", "numpy", "wordfreq"),
        settings={"parameters": PARAMETERS, "restyled": RESTYLED, "written_copies": WRITTEN_COPIES},
        metrics=metrics,
    )
    write_card(output, card)
    typer.echo(f"{len(crf.features)} features, labels {' '.join(crf.labels)}: {output}")


if __name__ == "__main__":
    typer.run(main)
