"""Annotated sentences to count: student essays parsed by the shipped pipeline, and treebanks."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from scorer.pipeline.load import load_pipeline
from scorer.training.corrections.counts import Essay, Sentence
from scorer.training.syntax.treebank import read_conllu

TREEBANKS = ("ewt-train", "ewt-dev", "gum-train-noNC")
"""Under free licences; ``gum-dev`` and ``gum-test`` stay out, for checks of false alarms."""
_PLACEHOLDER = re.compile(r"[A-Z]+_[A-Z_0-9]+|Generic_\w+")
_BREAK = re.compile(r"\n\s*\n")
BATCH = 64


def read_essays(path: Path) -> Iterator[Essay]:
    """The essays of a ``.jsonl.xz`` file, tagged paragraph by paragraph; placeholders for names are names."""
    nlp = load_pipeline()
    syntax = nlp.get_pipe("essay_syntax").syntax
    syntax.tokenizer = nlp.tokenizer
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    paragraphs = ((" ".join(block.split()), n) for n, text in enumerate(texts) for block in _BREAK.split(text))
    essay: list[Sentence] = []
    current = 0
    for doc, number in syntax.pipe((item for item in paragraphs if item[0]), as_tuples=True, batch_size=BATCH):
        if number != current:
            yield essay
            essay, current = [], number
        essay.extend(_sentences(doc))
    yield essay


def _sentences(doc: Doc) -> Iterator[Sentence]:
    for sentence in doc.sents:
        names = [_PLACEHOLDER.fullmatch(token.text) is not None for token in sentence]
        yield Sentence(
            tuple("NAME" if name else token.text for token, name in zip(sentence, names, strict=True)),
            tuple("NNP" if name else token.tag_ for token, name in zip(sentence, names, strict=True)),
        )


def read_treebanks(folder: Path) -> Iterator[Essay]:
    """The documents of the treebanks with their gold tags."""
    for name in TREEBANKS:
        for document in read_conllu(folder / f"{name}.conllu.xz"):
            yield [Sentence(tuple(w.form for w in s), tuple(w.xpos for w in s)) for s in document]
