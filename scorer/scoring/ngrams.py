"""Views of the essay's wording: n-grams of words, characters and parts of speech.

A view reads the essay as a bag of n-grams, weighs them by TF-IDF (sublinear term frequency, unit length),
and predicts every trait with one linear model. Names and numbers are masked before anything is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, starmap

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.view import EssayView, once
from scorer.scoring.known_grams import Parts, Runs

Floats = NDArray[np.float64]
Finder = Callable[[EssayView], NDArray[np.intp]]
NAME, NUMBER = "NAME", "0"
LONGEST_GRAM = 24
"""Characters; a longer n-gram is nobody's habit."""


@once
def words(view: EssayView) -> list[str]:
    """Lower-case tokens with names and numbers masked; a mark between sentences is a token too."""
    return [
        NAME
        if pos == "PROPN" or text[0] == "@" or ("_" in text and text.isupper())
        else NUMBER
        if text[0].isdigit()
        else lower
        for lower, text, pos in zip(view.lower, view.text, view.pos, strict=True)
    ]


def word_grams(view: EssayView) -> Iterable[str]:
    """Runs of one to three words."""
    return _runs(words(view), 3)


def character_grams(view: EssayView) -> Iterable[str]:
    """Runs of two to five characters inside each word, with its edges marked."""
    return chain.from_iterable(map(_inside, words(view)))


def tag_grams(view: EssayView) -> Iterable[str]:
    """Runs of one to four part-of-speech tags, and each word's relation to its head."""
    yield from _runs(view.tag, 4)
    yield from chain.from_iterable(starmap(_relation, _relations(view)))


GRAMS: dict[str, Callable[[EssayView], Iterable[str]]] = {
    "word_ngrams": word_grams,
    "character_ngrams": character_grams,
    "tag_ngrams": tag_grams,
}
"""What each view counts. The names are those of the contributions."""

LABELS = {
    "word_ngrams": "word choice and phrasing",
    "character_ngrams": "word forms and spelling",
    "tag_ngrams": "sentence patterns",
}
"""What a teacher reads for each view."""


def _runs(tokens: list[str], longest: int) -> Iterable[str]:
    yield from tokens
    for size in range(2, longest + 1):
        yield from map(" ".join, zip(*(tokens[k:] for k in range(size)), strict=False))


def _inside(word: str) -> list[str]:
    edged = f" {word} "
    return [edged[k : k + size] for size in (2, 3, 4, 5) for k in range(len(edged) - size + 1)]


def _relation(tag: str, dep: str, head_tag: str, head_dep: str) -> tuple[str, str]:
    return f"{dep}<{head_dep}", f"{tag}:{dep}<{head_tag}"


def _relations(view: EssayView) -> Iterable[tuple[str, str, str, str]]:
    """What ``_relation`` takes, of every token."""
    heads = view.head
    return zip(view.tag, view.dep, [view.tag[k] for k in heads], [view.dep[k] for k in heads], strict=True)


def _words_known(vocabulary: Sequence[str]) -> Finder:
    runs = Runs(vocabulary)
    return lambda view: runs.rows(words(view))


def _characters_known(vocabulary: Sequence[str]) -> Finder:
    inside = Parts(vocabulary, _inside)
    return lambda view: inside.rows(words(view))


def _tags_known(vocabulary: Sequence[str]) -> Finder:
    runs = Runs(vocabulary)
    relations: Parts[tuple[str, str, str, str]] = Parts(vocabulary, lambda item: _relation(*item))
    return lambda view: np.concatenate([runs.rows(view.tag), relations.rows(_relations(view))])


_KNOWN = {"word_ngrams": _words_known, "character_ngrams": _characters_known, "tag_ngrams": _tags_known}
"""What finds the n-grams of a vocabulary: the rows of all of ``GRAMS`` that it has."""


@dataclass
class NgramView:
    """A fitted view. ``vocabulary`` names the rows of ``weights`` (n-grams, traits); ``idf`` is (n-grams,)."""

    kind: str
    vocabulary: NDArray[np.str_]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    intercept: Floats
    _known: Finder = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._known = _KNOWN[self.kind](self.vocabulary.tolist())

    def predict(self, view: EssayView) -> Floats:
        """The traits as this view sees them, shape (traits,). An essay with no known n-gram gets the intercept."""
        counts = np.bincount(self._known(view))
        known = (counts > 0).nonzero()[0]
        if not len(known):
            return self.intercept
        terms = (1.0 + np.log(counts[known])) * self.idf[known]
        return self.intercept + (terms / np.linalg.norm(terms)) @ self.weights[known]
