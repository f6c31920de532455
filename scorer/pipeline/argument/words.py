"""The tokens of a document as lists: read once, which is cheaper than to ask each token, with one string a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})

_COLUMNS = ["LOWER", "TAG", "POS", "DEP", "LEMMA", "HEAD", "IS_STOP"]
_KEY = "scorer.argument.words"
_MASK = (1 << 64) - 1  # the table holds unsigned hashes, read here as signed numbers for the sake of HEAD


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


def lower_words(tokens: Sequence[Token]) -> list[str]:
    """The tokens in lower case."""
    lower = words_of(tokens[0].doc).lower if tokens else []
    return [lower[token.i] for token in tokens]


def _read(doc: Doc) -> Words:
    names = doc.vocab.strings
    *columns, heads, stops = doc.to_array(_COLUMNS).T.astype("int64").tolist()
    lower, tag, pos, dep, lemma = (
        list(map({code: names[code & _MASK] for code in set(column)}.__getitem__, column)) for column in columns
    )
    small = {word: word.lower() for word in set(lemma)}
    lemma = [small[word] for word in lemma]
    content = [w if kind in CONTENT and not stop else None for w, kind, stop in zip(lemma, pos, stops, strict=True)]
    return Words(lower, tag, pos, dep, lemma, [k + offset for k, offset in enumerate(heads)], content)
