"""What the order model knows of each sentence, whatever stands around it.

Bracketed citations count for nothing here, so that stripping them does not change how the order looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import log1p

import numpy as np
from numpy.typing import NDArray

from scorer.embeddings import meaning, sums_of, unit
from scorer.features.capitals import FINAL_MARKS
from scorer.features.content import families
from scorer.features.lexicons import order as cues
from scorer.features.lexicons.reference import DEMONSTRATIVES, FIRST_PERSON, SECOND_PERSON, THIRD_PERSON
from scorer.features.running_text import apparatus, positions_of
from scorer.pipeline.view import EssayView, shared

Floats = NDArray[np.float64]

FLAGS = (
    "opening_cue", "ending_cue", "first_cue", "later_cue", "last_cue", "objection", "answer", "example", "result",
    "question", "number", "name", "quotation", "first_person", "second_person", "modal", "future", "past", "because",
    "it_back", "they_back", "he_back", "this_bare", "this_noun", "indefinite", "plural", "singular",
    "person", "exclamation", "and_but", "length",
)  # fmt: skip
"""Columns of ``Facts.flags``: 0 or 1 each, but for ``length`` (log words / 5)."""

PLACE = {name: column for column, name in enumerate(FLAGS)}
PLURALS = frozenset({"they", "them", "their", "theirs", "themselves"})
PEOPLE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
ARTICLES = frozenset({"a", "an"})
POINTING = frozenset({"this", "these", "such", "those"})
DEFINITE = frozenset({"the", "that"}) | POINTING
LABEL = 15
"""Tokens of a line without a final mark that may be a title."""
OPENING = 3
"""Words of a sentence's beginning that may tell its place."""
ASKING = frozenset({"?", "!"})
HEAD = 6
"""Tokens of a sentence in which "this" with a noun takes up what stood before."""


@dataclass(frozen=True)
class Facts:
    """Every worded sentence of an essay, in order.

    ``flags`` (sentences, flags); ``words`` (sentences, families) 1.0 where a sentence has a content-word family,
    ``nouns``, ``heads`` and ``tails`` likewise for its nouns and for its first and last five families; ``definite`` and
    ``fresh`` for nouns after "the", "this" and the like, and after "a". ``vectors`` (sentences, dimensions) are what
    the sentences are about, at unit length; ``cues`` the words of each that may tell its place (``_cues``). ``sizes``
    are the sentences of every paragraph.
    """

    flags: Floats
    words: Floats
    nouns: Floats
    heads: Floats
    tails: Floats
    definite: Floats
    fresh: Floats
    vectors: Floats
    cues: tuple[frozenset[str], ...]
    sizes: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.flags)

    @cached_property
    def size(self) -> Floats:
        """How many families each sentence has, shape (sentences,)."""
        size: Floats = self.words.sum(axis=1)
        return size

    @cached_property
    def shared(self) -> Floats:
        """How many families every two sentences have in common, shape (sentences, sentences)."""
        shared: Floats = self.words @ self.words.T
        return shared

    @cached_property
    def alike(self) -> Floats:
        """How far every two sentences are about the same: cosines, shape (sentences, sentences)."""
        alike: Floats = self.vectors @ self.vectors.T
        return alike

    def in_order(self, order: NDArray[np.int64]) -> Facts:
        """The same sentences in another order, as many in each paragraph as before."""
        return Facts(
            self.flags[order], self.words[order], self.nouns[order], self.heads[order], self.tails[order],
            self.definite[order], self.fresh[order], self.vectors[order],
            tuple(self.cues[k] for k in order), self.sizes,
        )  # fmt: skip


@shared
def sentence_facts(made: EssayView) -> Facts:
    """The facts of the essay's sentences."""
    sentences = [sentence for sentence in made.worded_sentences if not _is_label(made, sentence)]
    names = families(made.doc)
    column = {name: k for k, name in enumerate(sorted({name for name in names if name}))}
    aside, quoted = apparatus(made.doc), _quoted(made)
    tables: list[list[list[str]]] = []
    flags = np.zeros((len(sentences), len(FLAGS)))
    content: list[list[str]] = []
    cued: list[frozenset[str]] = []
    for row, sentence in enumerate(sentences):
        said = [k for k in sentence if names[k]]
        own = [k for k in sentence if not aside[k]] or list(sentence)
        content.append([made.lower[k] for k in said])
        cued.append(_cues(made, own))
        determined = [(made.lower[k], name) for k in sentence if made.dep[k] == "det" and (name := names[made.head[k]])]
        tables.append(
            [
                [names[k] for k in said],
                [names[k] for k in said if made.pos[k] in {"NOUN", "PROPN"}],
                [names[k] for k in said[:5]],
                [names[k] for k in said[-5:]],
                [name for word, name in determined if word in DEFINITE],
                [name for word, name in determined if word in ARTICLES],
            ]
        )
        flags[row] = _flags(made, own, quoted)
    sizes: dict[int, int] = {}
    for sentence in sentences:
        paragraph = made.paragraph[sentence.start]
        sizes[paragraph] = sizes.get(paragraph, 0) + 1
    words, nouns, heads, tails, definite, fresh = _tables(tables, column)
    return Facts(
        flags, words, nouns, heads, tails, definite, fresh, _vectors(content), tuple(cued), tuple(sizes.values())
    )


def _vectors(content: list[list[str]]) -> Floats:
    """What the words of every sentence are about, at unit length."""
    owner = np.repeat(np.arange(len(content)), [len(words) for words in content])
    above = meaning().above_mean([word for words in content for word in words])
    return unit(sums_of(above, owner, len(content))).astype(np.float64)


def _cues(made: EssayView, tokens: list[int]) -> frozenset[str]:
    """The words of a sentence, its first three with their number, the first two together, and "?" or "!" where that is
    its last token."""
    words = [made.lower[k] for k in tokens if made.is_word[k]]
    found = {*words, *(f"{place} {word}" for place, word in enumerate(words[:OPENING], start=1))}
    found.add(f"1-2 {' '.join(words[:2])}")
    if (last := made.text[tokens[-1]]) in ASKING:
        found.add(last)
    return frozenset(found)


def _tables(lists: list[list[list[str]]], column: dict[str, int]) -> NDArray[np.float64]:
    """Of the sentences' lists of names, 1.0 where a name is listed: shape (lists of a sentence, sentences, names)."""
    found = np.zeros((6, len(lists), len(column)))
    places = [
        (table * len(lists) + row) * len(column) + column[name]
        for row, tables in enumerate(lists)
        for table, names in enumerate(tables)
        for name in names
    ]
    found.ravel()[places] = 1.0
    return found


def _is_label(made: EssayView, sentence: range) -> bool:
    """Whether a title, a heading, a name or a greeting stands in a line of its own."""
    alone = made.paragraphs[made.paragraph[sentence.start]] == sentence
    return alone and len(sentence) <= LABEL and made.text[sentence.stop - 1] not in FINAL_MARKS


def _quoted(made: EssayView) -> frozenset[int]:
    """Positions inside quotations."""
    return frozenset(k for quotation in made.doc._.quotations for k in positions_of(made, quotation))


def _flags(made: EssayView, tokens: list[int], quoted: frozenset[int]) -> list[float]:
    """The row of flags of the sentence with these positions."""
    lower, is_word = made.lower, made.is_word
    words = [k for k in tokens if is_word[k]]
    said = set(map(lower.__getitem__, tokens))
    tags = set(map(made.tag.__getitem__, tokens))
    back = _looks_back(made, tokens)
    values = dict.fromkeys(cues.OPENINGS.found(lower, tokens[0]), True) | {
        "question": "?" in said,
        "number": "CD" in tags,
        "name": "PROPN" in map(made.pos.__getitem__, tokens[1:]),
        "quotation": not quoted.isdisjoint(tokens),
        "first_person": not said.isdisjoint(FIRST_PERSON),
        "second_person": not said.isdisjoint(SECOND_PERSON),
        "modal": not said.isdisjoint(cues.OBLIGATION),
        "future": not said.isdisjoint(cues.POSSIBILITY),
        "past": "VBD" in tags,
        "because": not said.isdisjoint(cues.CAUSES),
        "it_back": back == "it",
        "they_back": back == "they",
        "he_back": back == "he",
        "this_bare": back == "this",
        "this_noun": any(made.dep[k] == "det" and lower[k] in POINTING for k in tokens[:HEAD]),
        "indefinite": not said.isdisjoint(ARTICLES),
        "plural": "NNS" in tags or "NNPS" in tags,
        "singular": "NN" in tags,
        "person": "NNP" in tags or not said.isdisjoint(PEOPLE),
        "exclamation": "!" in said,
        "and_but": bool(words) and lower[words[0]] in cues.PLAIN_LINKS,
        "length": log1p(len(words)) / 5,
    }
    return [float(values.get(name, False)) for name in FLAGS]


def _looks_back(made: EssayView, tokens: list[int]) -> str:
    """The pronoun that refers back before the sentence has named anything: it, they, he or this; else nothing."""
    for k in tokens:
        lower = made.lower[k]
        if made.pos[k] in {"NOUN", "PROPN"}:
            return ""
        if lower in DEMONSTRATIVES and made.tag[k] == "DT":
            return "" if made.dep[k] == "det" else "this"
        if lower in THIRD_PERSON:
            return "they" if lower in PLURALS else "he" if lower in PEOPLE else "it"
    return ""
