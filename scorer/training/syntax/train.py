"""Train the syntactic pipeline and write its bundle: about 45 minutes on two cores.

    python -m scorer.training.syntax.train DATA/ud -o models/en_essay --work FOLDER

Two thirds of the training text are noised copies (``noise.py``); the metrics on the card come from the test sets as
they are and noised. ``--clean`` leaves the noise out, to show what it brings.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import spacy
import typer
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.vocab import Vocab

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.training.syntax.lemmas import add_lemmatizer
from scorer.training.syntax.noise import noised
from scorer.training.syntax.treebank import chunks, read_conllu, to_doc

SEED = 1
CONFIG = Path(__file__).parent / "config.cfg"
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "SPACY"]
TRAIN = ["ewt-train.conllu.xz", "gum-train-noNC.conllu.xz"]
DEV = ["ewt-dev.conllu.xz", "gum-dev.conllu.xz"]
TESTS = {"ewt-test": "ewt-test.conllu.xz", "gum-test": "gum-test.conllu.xz"}
SCORES = {
    "upos": "pos_acc",
    "xpos": "tag_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentence_f": "sents_f",
    "lemma": "lemma_acc",
}


def documents(folder: Path, names: Sequence[str], copies: Sequence[bool], vocab: Vocab) -> list[Doc]:
    """Treebank files as documents of student-paragraph length, once for each copy; True asks for a noised one."""
    rng = random.Random(SEED)
    treebank = [document for name in names for document in read_conllu(folder / name)]
    docs = []
    for noisy in copies:
        for sentences in chunks(treebank, rng):
            docs.append(to_doc([noised(s, rng) for s in sentences] if noisy else sentences, vocab))
    return docs


def measure(nlp: Language, data: Path) -> dict[str, Any]:
    """Accuracy on the test sets, on gold tokens, in percent; as they are and noised."""
    metrics: dict[str, Any] = {}
    for name, file in TESTS.items():
        for noisy in (False, True):
            gold = documents(data, [file], [noisy], nlp.vocab)
            scores = nlp.evaluate([Example(_bare(doc, nlp.vocab), doc) for doc in gold])
            key = f"{name}{' noised' if noisy else ''}"
            metrics[key] = {label: round(100 * scores[score], 1) for label, score in SCORES.items()}
    return metrics


def words_per_second(nlp: Language, data: Path) -> int:
    """Words parsed a second, one process, best of three over EWT's test text."""
    docs = documents(data, [TESTS["ewt-test"]], [False], nlp.vocab)
    count = sum(len(doc) for doc in docs)
    times = []
    for _ in range(3):
        bare = [_bare(doc, nlp.vocab) for doc in docs]
        start = perf_counter()
        list(nlp.pipe(bare, batch_size=16))
        times.append(perf_counter() - start)
    return round(count / min(times))


def finish(trained: Path, data: Path, output: Path) -> Card:
    """Add the lemmatizer to a trained pipeline, measure it, and write the bundle."""
    nlp = spacy.load(trained)
    add_lemmatizer(nlp, documents(data, TRAIN, [False], nlp.vocab))
    metrics = {**measure(nlp, data), "words_per_second": words_per_second(nlp, data)}
    nlp.meta.update(name="en_essay", version="0.1.0", license="CC BY-SA 4.0", performance={})
    shutil.rmtree(output, ignore_errors=True)
    nlp.to_disk(output)
    card = Card(
        id="en_essay",
        version="0.1.0",
        kind="syntax",
        description="Tags, morphology, lemmas, heads and sentences of English essays, robust to student writing.",
        licence="CC BY-SA 4.0",
        trained_on=[
            TrainingSource(name="UD English EWT, train", licence="CC BY-SA 4.0", rows=12544),
            TrainingSource(
                name="UD English GUM, train, without its non-commercial documents", licence="CC BY 4.0", rows=8489
            ),
            TrainingSource(name="spacy-lookups-data (lemmatizer tables)", licence="MIT; WordNet licence"),
        ],
        command="python -m scorer.training.syntax.train DATA/ud -o models/en_essay --work FOLDER",
        libraries=library_versions("spacy", "thinc", "spacy-lookups-data"),
        compatible={"spacy": ("3.8", "3.9")},
        settings={"seed": SEED, "tests": "percent, gold tokens; sentence_f is F1 of sentence spans"},
        metrics=metrics,
    )
    return write_card(output, card)


def main(
    data: Annotated[Path, typer.Argument(help="Folder of the treebanks (.conllu.xz).")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder of the bundle.")],
    work: Annotated[Path, typer.Option(help="Folder for the training files and checkpoints.")],
    clean: Annotated[bool, typer.Option(help="Train on the text as it is, without noise.")] = False,
) -> None:
    """Train, finish, and print the metrics."""
    from spacy.cli.train import train  # heavy, and needed here alone

    work.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    copies = [False] if clean else [False, True, True]
    for name, files, kinds in (("train", TRAIN, copies), ("dev", DEV, [False, True])):
        DocBin(attrs=ATTRIBUTES, docs=documents(data, files, kinds, vocab)).to_disk(work / f"{name}.spacy")
    paths = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")}
    train(CONFIG, work / "checkpoints", overrides=paths)
    card = finish(work / "checkpoints" / "model-last", data, output)
    typer.echo(card.model_dump_json(indent=1, include={"metrics"}))


def _bare(doc: Doc, vocab: Vocab) -> Doc:
    return Doc(vocab, [token.text for token in doc], [bool(token.whitespace_) for token in doc])


if __name__ == "__main__":
    typer.run(main)
