"""The parts of an essay: its paragraphs, or the turns that an unbroken text marks in words."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from scorer.pipeline.argument.patterns import TURNS

Sentence = tuple[int, list[Token]]
"""The number of the part that a sentence is in, and its tokens without white space."""

UNBROKEN = 8
"""An essay of one paragraph with at least this many sentences is read in the parts that its own words mark."""


def sentences_of(doc: Doc) -> list[Sentence]:
    """The essay's sentences: inside its paragraphs, before the list of references."""
    return _parts(list(_sentences(doc)))


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """(paragraph number, tokens) of each sentence of the essay."""
    end = doc._.references[0].start if doc._.references else len(doc.text) + 1
    for number, paragraph in enumerate(doc._.paragraphs):
        if paragraph.start >= end:
            return
        span = doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
        sentence: list[Token] = []
        for token in span:
            if token.is_sent_start and sentence:
                yield number, sentence
                sentence = []
            if not token.is_space:
                sentence.append(token)
        if sentence:
            yield number, sentence


def _parts(sentences: list[Sentence]) -> list[Sentence]:
    """Give the sentences of an unbroken essay numbers of parts: a new one where the writer turns to a new point."""
    if len(sentences) < UNBROKEN or sentences[-1][0] > 0:
        return sentences
    part = 0
    numbered = []
    for count, (_, sentence) in enumerate(sentences):
        opening = " ".join(token.lower_ for token in sentence[:4])
        part += bool(count and TURNS.match(opening))
        numbered.append((part, sentence))
    return numbered
