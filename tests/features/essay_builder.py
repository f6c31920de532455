"""Annotated documents written by hand, so that a test can pin the arithmetic without a trained model.

Parts of the argument are marked in the text: ``{T|thesis}``, ``{S|restatement}``, ``{R|reason}``,
``{E1|evidence of the first reason}``, ``{E|evidence of nothing}``, ``{K|counterargument}``,
``{B|rebuttal of the last counterargument}``, ``{C|conclusion}``; parts may stand inside parts. A blank line parts
paragraphs; every word that is no stop word is a noun, or a name if it has a capital inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import spacy
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Token

from scorer.pipeline.annotations import Citation, Counterargument, Evidence, Found, Quotation, Reference

_BLANK = spacy.blank("en")
_MARK = re.compile(r"\{([TSRKBCE]\d*)\||\}")
_PARAGRAPH = re.compile(r"\S.*?(?=\n\n|\Z)", re.DOTALL)
Marked = Sequence[tuple[str, dict[str, Any]]]


def build(marked: str, *, citations: Marked = (), quotations: Marked = (), references: Marked = ()) -> Doc:
    """The document of a marked text; citations and the like are given as (their text, their fields), in order."""
    text, parts = _unmarked(marked)
    doc = _annotated(text)
    found = doc._
    found.paragraphs = [Found(*match.span()) for match in _PARAGRAPH.finditer(text)]
    found.restatements, found.reasons, found.evidence, found.counterarguments = [], [], [], []
    for kind, start, end in parts:
        match kind[0]:
            case "T":
                found.thesis = Found(start, end, 0.75)
            case "C":
                found.conclusion = Found(start, end)
            case "S":
                found.restatements.append(Found(start, end))
            case "R":
                found.reasons.append(Found(start, end))
            case "K":
                found.counterarguments.append(Counterargument(start, end))
            case "B":
                last = found.counterarguments[-1]
                found.counterarguments[-1] = Counterargument(last.start, last.end, rebuttal=Found(start, end))
            case "E":
                supports = ("reasons", int(kind[1:]) - 1) if kind[1:] else None
                found.evidence.append(Evidence(start, end, supports=supports))
    found.citations = _placed(Citation, text, citations)
    found.quotations = _placed(Quotation, text, quotations)
    found.references = _placed(Reference, text, references)
    return doc


def _unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    text, done, open_marks, parts = "", 0, [], []
    for match in _MARK.finditer(marked):
        text += marked[done : match.start()]
        done = match.end()
        if match.group(1):
            open_marks.append((match.group(1), len(text)))
        else:
            kind, start = open_marks.pop()
            parts.append((kind, start, len(text)))
    return text + marked[done:], sorted(parts, key=lambda part: part[1])


def _annotated(text: str) -> Doc:
    tokens = _BLANK.make_doc(text)
    starts = [k == 0 or tokens[k - 1].text in ".?!" or "\n" in tokens[k - 1].text for k in range(len(tokens))]
    return Doc(
        tokens.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        lemmas=[token.lower_ for token in tokens],
        pos=[_pos(token, start) for token, start in zip(tokens, starts, strict=True)],
        tags=["VBG" if token.lower_.endswith("ing") else "" for token in tokens],
        sent_starts=starts,
    )


def _pos(token: Token, starts_sentence: bool) -> str:
    if token.is_space:
        return "SPACE"
    if not token.is_alpha:
        return "X"
    if token.lower_ in STOP_WORDS:
        return "SCONJ" if token.lower_ == "since" else "PRON"
    return "PROPN" if token.text[0].isupper() and not starts_sentence else "NOUN"


def _placed(kind: type, text: str, marked: Marked) -> list[Any]:
    items, at = [], 0
    for words, fields in marked:
        start = text.index(words, at)
        items.append(kind(start, start + len(words), **fields))
        at = start
    return items
