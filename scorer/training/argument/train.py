"""Fit the argument tagger and write its bundle.

python -m scorer.training.argument.train DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz -o models/argument
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.pipeline.argument.tagger import save
from scorer.pipeline.load import load_syntax
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import flattened, read
from scorer.training.argument.fit import BOUNDARIES, KINDS, fit


def main(
    data: Annotated[list[Path], typer.Argument(help="Files of annotated essays.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the bundle.")],
    seed: Annotated[int, typer.Option(help="Seed of the folds inside training.")] = 1,
) -> None:
    """Train on the essays as they are and once more flattened to one paragraph."""
    essays = read_aae(*data)
    nlp = load_syntax()
    whole, flat = ([read(nlp, version) for version in versions] for versions in (essays, map(flattened, essays)))
    tagger = fit(whole, flat, seed)
    shutil.rmtree(output, ignore_errors=True)
    save(tagger, output)
    card = Card(
        id="argument",
        version="0.2.0",
        kind="argument",
        description="Two linear-chain CRFs: where argument components begin and end, and which kind each is.",
        licence="Trained on AAE v2 (research use): see models/LICENSE",
        trained_on=[
            TrainingSource(
                name="Argument Annotated Essays v2, train + dev",
                licence="research use, no redistribution",
                rows=len(essays),
            )
        ],
        command="python -m scorer.training.argument.train aae_train.jsonl.gz aae_dev.jsonl.gz -o models/argument",
        libraries=library_versions("python-crfsuite", "spacy", "numpy"),
        settings={"boundaries": BOUNDARIES, "kinds": KINDS, "seed": seed, "syntax": "en_essay"},
    )
    write_card(output, card)
    typer.echo(f"{len(tagger.boundaries.features)} and {len(tagger.kinds.features)} features: {output}")


if __name__ == "__main__":
    typer.run(main)
