"""Fit the argument tagger and write its bundle.

python -m scorer.training.argument.train DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz -o models/argument
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.pipeline.argument import storage
from scorer.pipeline.argument.crf import Crf
from scorer.pipeline.load import load_syntax
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import Sequence, flattened, sequence

PARAMETERS = {"c1": 1.0, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 5, "feature.possible_transitions": True}
"""CRFsuite's L-BFGS: L1 and L2 weights chosen by cross-validation on train + dev."""


def fit(sequences: Iterable[Sequence]) -> Crf:
    """A chain fitted by CRFsuite (Okazaki 2007), as plain weights."""
    import pycrfsuite  # an extra: needed for training alone

    trainer = pycrfsuite.Trainer(verbose=False)
    for item in sequences:
        trainer.append(item.features, item.labels)
    trainer.set_params(PARAMETERS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    labels = tuple(sorted(info.labels))
    column = {label: place for place, label in enumerate(labels)}
    names = tuple(sorted({name for name, _ in info.state_features}))
    row = {name: place for place, name in enumerate(names)}
    weights = np.zeros((len(names), len(labels)), dtype=np.float32)
    for (name, label), weight in info.state_features.items():
        weights[row[name], column[label]] = weight
    transitions = np.zeros((len(labels), len(labels)))
    for (before, after), weight in info.transitions.items():
        transitions[column[before], column[after]] = weight
    return Crf(labels, names, weights, transitions)


def main(
    data: Annotated[list[Path], typer.Argument(help="Files of annotated essays.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the bundle.")],
) -> None:
    """Train on the essays as they are and once more flattened to one paragraph."""
    essays = read_aae(*data)
    nlp = load_syntax()
    crf = fit(sequence(nlp, version) for essay in essays for version in (essay, flattened(essay)))
    shutil.rmtree(output, ignore_errors=True)
    storage.save(crf, output)
    card = Card(
        id="argument",
        version="0.1.0",
        kind="argument",
        description="Linear-chain CRF over words, syntax, position and cue words; BIO labels of argument components.",
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
        settings={"parameters": PARAMETERS, "syntax": "en_essay"},
    )
    write_card(output, card)
    typer.echo(f"{len(crf.features)} features, labels {' '.join(crf.labels)}: {output}")


if __name__ == "__main__":
    typer.run(main)
