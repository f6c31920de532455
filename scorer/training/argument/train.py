"""Fit the argument tagger and write its bundle.

python -m scorer.training.argument.train DATA/aae_train.jsonl.gz DATA/aae_dev.jsonl.gz
    --texts DATA/persuade_texts.jsonl.xz --ellipse DATA/ellipse_train.csv.gz --asap DATA/asap_train.tsv.gz
    -o models/argument
"""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.pipeline.argument import sentence_model
from scorer.pipeline.argument.component import OPPOSED, POSITIONS, REASONS
from scorer.pipeline.argument.tagger import save
from scorer.pipeline.load import load_syntax
from scorer.training.argument.claims import SETTINGS as CLAIM_SETTINGS
from scorer.training.argument.corpus import read_aae
from scorer.training.argument.data import flattened, read
from scorer.training.argument.examples import AUTHORED, aae_example, other_examples
from scorer.training.argument.fit import ARGUING, BOUNDARIES, KINDS, fit, published, written
from scorer.training.argument.marked import Asap, Ellipse, Persuade, read_marked
from scorer.training.argument.positions import SETTINGS as POSITION_SETTINGS
from scorer.training.argument.positions import WEIGHT
from scorer.training.argument.sentences import fit_sentence_models
from scorer.training.argument.texts import texts_by_id
from scorer.training.argument.word_classes import learn_classes
from scorer.training.argument.written import read_written

LICENCES = {"PERSUADE": "CC BY-NC-SA 4.0", "ELLIPSE": "CC BY-NC-SA 4.0", "ASAP": "released for research"}
"""Of the texts in which positions and reasons were marked."""

OURS = {
    "authored": "Authored essays, develop half (training_data/authored)",
    "pairs": "Pairs of short essays, part for sentences (training_data/pairs)",
}
"""What the project wrote itself, by the name of its body."""


def main(
    data: Annotated[list[Path], typer.Argument(help="Files of annotated essays.")],
    texts: Persuade,
    ellipse: Ellipse,
    asap: Asap,
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the bundle.")],
    seed: Annotated[int, typer.Option(help="Seed of the folds inside training.")] = 1,
) -> None:
    """Train the chains on the essays as they are, flattened to one paragraph, and on our own; then the sentences."""
    essays = read_aae(*data)
    unlabelled = texts_by_id(texts).values()
    nlp = load_syntax()
    others = list(other_examples(nlp, read_marked(texts, ellipse, asap), AUTHORED))
    whole, flat = ([read(nlp, version) for version in versions] for versions in (essays, map(flattened, essays)))
    own = [essay for _, essay in read_written(nlp, AUTHORED)]
    tagger = fit([*published(whole, flat), *written(own)], learn_classes(unlabelled, seed), seed)
    models = fit_sentence_models([*map(aae_example, whole), *others], seed)
    shutil.rmtree(output, ignore_errors=True)
    save(tagger, output)
    for name, model in zip((POSITIONS, REASONS, OPPOSED), models, strict=True):
        sentence_model.save(model, output / name)
    card = Card(
        id="argument",
        version="0.7.0",
        kind="argument",
        description="Two linear-chain CRFs: where argument components begin and end, and which kind each is; between "
        "them a log-linear choice among a sentence's readings; gradient-boosted trees: which sentences argue; trees "
        "and logistic regressions: which state the writer's position, give a reason, or oppose; classes of words.",
        licence="Trained on AAE v2 (research use): see models/LICENSE",
        trained_on=[
            TrainingSource(
                name="Argument Annotated Essays v2, train + dev",
                licence="research use, no redistribution",
                rows=len(essays),
            ),
            *(
                TrainingSource(
                    name=f"{corpus}, positions and reasons marked for this project (training_data/positions, reasons)",
                    licence=licence,
                    rows=sum(example.body == corpus for example in others),
                )
                for corpus, licence in LICENCES.items()
            ),
            TrainingSource(
                name="PERSUADE texts without labels, for classes of words",
                licence="CC BY-NC-SA 4.0",
                rows=len(unlabelled),
            ),
            *(
                TrainingSource(
                    name=name, licence="this project's", rows=sum(example.body == body for example in others)
                )
                for body, name in OURS.items()
            ),
        ],
        command="python -m scorer.training.argument.train aae_train.jsonl.gz aae_dev.jsonl.gz "
        "--texts persuade_texts.jsonl.xz --ellipse ellipse_train.csv.gz --asap asap_train.tsv.gz -o models/argument",
        libraries=library_versions("lightgbm", "numpy", "scikit-learn", "scipy", "spacy"),
        settings={
            "boundaries": asdict(BOUNDARIES),
            "kinds": asdict(KINDS),
            "arguing": asdict(ARGUING),
            "positions": {**asdict(POSITION_SETTINGS), "weights": WEIGHT},
            "claims": asdict(CLAIM_SETTINGS),
            "seed": seed,
            "syntax": "en_essay",
        },
    )
    write_card(output, card)
    typer.echo(f"{len(tagger.boundaries.features)} and {len(tagger.kinds.features)} features: {output}")


if __name__ == "__main__":
    typer.run(main)
