"""Tags, heads, lemmas and sentences, paragraph by paragraph."""

from __future__ import annotations

import numpy as np
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.symbols import SPACE
from spacy.tokens import Doc, Span

from scorer.pipeline.syntax.lemmas import Lemmas
from scorer.stopping import checkpoint

ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START"]
LEMMA = ATTRIBUTES.index("LEMMA")
BATCH = 32
"""Paragraphs analysed at once; memory grows with it."""


class Syntax:
    """Run the syntactic pipeline over the prompt and each paragraph apart, so that no sentence crosses a break.

    White space between them takes tag ``_SP`` and hangs on the token before it. ``syntax`` is the trained
    pipeline ``models/en_essay``; the document must share its vocabulary.

    Reads ``doc._.prompt`` and ``doc._.paragraphs``; sets tags, morphology, lemmas, heads and sentence starts.
    """

    def __init__(self, syntax: Language) -> None:
        self.syntax = syntax
        self._lemmas = {name: Lemmas(pipe) for name, pipe in syntax.pipeline if isinstance(pipe, Lemmatizer)}
        strings = syntax.vocab.strings
        # White space: tag _SP, no morphology, head one token back, never the start of a sentence.
        self._space = np.array(
            [strings.add("_SP"), SPACE, 0, strings.add(" "), strings.add("dep"), _code(-1), _code(-1)], dtype=np.uint64
        )

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        table = np.tile(self._space, (len(doc), 1))
        table[0, ATTRIBUTES.index("HEAD")] = 0
        table[0, ATTRIBUTES.index("SENT_START")] = 1
        pieces = self._pieces(doc)
        # The pieces as documents of their own, from their words alone, as the pipeline was trained.
        words, spaces = doc.to_array(["ORTH", "SPACY"]).T.tolist()
        copies = (Doc(doc.vocab, words[p.start : p.end], spaces[p.start : p.end]) for p in pieces)
        parsed = self.syntax.pipe(copies, batch_size=BATCH, disable=self._lemmas)
        for piece, read in zip(pieces, parsed, strict=True):
            checkpoint()
            rows = table[piece.start : piece.end]
            rows[:] = read.to_array(ATTRIBUTES)
            for lemmas in self._lemmas.values():
                rows[:, LEMMA] = lemmas.of(read)
        return doc.from_array(ATTRIBUTES, table)

    def _pieces(self, doc: Doc) -> list[Span]:
        """The prompt and the paragraphs as spans of tokens that do not overlap, none empty."""
        found = ([doc._.prompt] if doc._.prompt else []) + doc._.paragraphs
        pieces, done = [], 0
        for piece in found:
            span = doc.char_span(piece.start, piece.end, alignment_mode="expand")
            if span.end > max(done, span.start):
                pieces.append(doc[max(done, span.start) : span.end])
                done = span.end
        return pieces


def _code(number: int) -> np.uint64:
    """A signed number as spaCy's attribute arrays hold it."""
    return np.int64(number).view(np.uint64)
