"""The tokens of a document as lists: read once, which is cheaper than to ask each token, with one string a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc, Token

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})

_COLUMNS = ["LOWER", "TAG", "POS", "DEP", "LEMMA", "IS_STOP", "HEAD"]
_KEY = "scorer.argument.words"
T = TypeVar("T")


@dataclass(frozen=True)
class Words:
    """Parallel lists over all tokens of a document; ``head`` counts in them too.

    Lemmas are in lower case; ``content`` are those that carry meaning, and None for other words.
    """

    lower: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    lemma: list[str]
    head: list[int]
    content: list[str | None]


def words_of(doc: Doc) -> Words:
    """The document's words, read at the first call and kept on the document."""
    made = doc.user_data.get(_KEY)
    if made is None:
        made = doc.user_data[_KEY] = _read(doc)
    return made  # type: ignore[no-any-return]


def among(column: list[T], tokens: Sequence[Token]) -> list[T]:
    """What a column of the document holds of some tokens in a row, with or without the white space between them."""
    if not tokens:
        return []
    first, last = tokens[0].i, tokens[-1].i + 1
    return column[first:last] if last - first == len(tokens) else [column[token.i] for token in tokens]


def lower_words(tokens: Sequence[Token]) -> list[str]:
    """The tokens in lower case."""
    return among(words_of(tokens[0].doc).lower, tokens) if tokens else []


def _read(doc: Doc) -> Words:
    table = doc.to_array(_COLUMNS).T
    *columns, lemmas, stops = table[:-1].tolist()
    strings = doc.vocab.strings
    names = {code: strings[code] for code in set().union(*columns)}
    lower, tag, pos, dep = (list(map(names.__getitem__, column)) for column in columns)
    small = {code: strings[code].lower() for code in set(lemmas)}
    lemma = list(map(small.__getitem__, lemmas))
    content = [w if kind in CONTENT and not stop else None for w, kind, stop in zip(lemma, pos, stops, strict=True)]
    heads = table[-1].astype("int64") + np.arange(len(doc))  # the table holds them as unsigned numbers
    return Words(lower, tag, pos, dep, lemma, heads.tolist(), content)
