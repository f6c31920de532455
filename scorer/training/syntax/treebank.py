"""Universal Dependencies treebanks as spaCy documents.

spaCy's own converter loses the white space inside contractions; this reader keeps it, so that
``doc.text`` is the treebank's text.
"""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab


@dataclass(frozen=True)
class Word:
    """One syntactic word. ``head`` counts from 0 inside the sentence; the root is its own head."""

    form: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


Sentence = list[Word]


def read_conllu(path: Path) -> Iterator[list[Sentence]]:
    """Yield each document of a ``.conllu`` or ``.conllu.xz`` file as its list of sentences."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        document: list[Sentence] = []
        rows: list[list[str]] = []
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc") and document:
                yield document
                document = []
            if line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                document.append(_sentence(rows))
                rows = []
        if rows:  # the file ends without the blank line that closes a sentence
            document.append(_sentence(rows))
        if document:
            yield document


def _sentence(rows: list[list[str]]) -> Sentence:
    words: Sentence = []
    surface_end, surface_space = 0, True
    for row in rows:
        identifier, misc = row[0], row[9]
        space = "SpaceAfter=No" not in misc
        if "-" in identifier:  # a contraction: its words stand together, the space follows the last
            surface_end, surface_space = int(identifier.split("-")[1]), space
            continue
        if "." in identifier:  # an empty node of the enhanced graph
            continue
        number = int(identifier)
        if number < surface_end:
            space = False
        elif number == surface_end:
            space = surface_space
        head = number - 1 if row[6] == "0" else int(row[6]) - 1
        feats = "" if row[5] == "_" else row[5]
        words.append(Word(row[1], space, row[2], row[3], row[4], feats, head, "ROOT" if row[6] == "0" else row[7]))
    return words


def to_doc(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """One annotated document: tags, morphology, lemmas, heads, relations and sentence starts."""
    words: Sentence = []
    starts: list[bool] = []
    for sentence in sentences:
        offset = len(words)
        words.extend(replace(word, head=word.head + offset) for word in sentence)
        starts.extend(index == 0 for index in range(len(sentence)))
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space for word in words],
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.deprel for word in words],
        sent_starts=starts,
    )


def chunks(documents: list[list[Sentence]], rng: random.Random, longest: int = 10) -> Iterator[list[Sentence]]:
    """Cut documents into runs of 1 to ``longest`` sentences, the length of student paragraphs."""
    for document in documents:
        start = 0
        while start < len(document):
            size = rng.randint(1, longest)
            yield document[start : start + size]
            start += size
