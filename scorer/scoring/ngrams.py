"""Views of the essay's wording: n-grams of words, characters and parts of speech.

A view reads the essay as a bag of n-grams, weighs them by TF-IDF (sublinear term frequency, unit length),
and predicts every trait with one linear model. Names and numbers are masked before anything is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.view import EssayView

Floats = NDArray[np.float64]
NAME, NUMBER = "NAME", "0"
LONGEST_GRAM = 24
"""Characters; a longer n-gram is nobody's habit."""


def words(view: EssayView) -> list[str]:
    """Lower-case tokens with names and numbers masked; a mark between sentences is a token too."""
    return [
        NAME if _is_name(pos, text) else NUMBER if text[0].isdigit() else lower
        for lower, text, pos in zip(view.lower, view.text, view.pos, strict=True)
    ]


def _is_name(pos: str, text: str) -> bool:
    return pos == "PROPN" or (text.isupper() and "_" in text) or text.startswith("@")


def word_grams(view: EssayView) -> Iterable[str]:
    """Runs of one to three words."""
    return _runs(words(view), 3)


def character_grams(view: EssayView) -> Iterable[str]:
    """Runs of two to five characters inside each word, with its edges marked."""
    return chain.from_iterable(map(_inside, words(view)))


def tag_grams(view: EssayView) -> Iterable[str]:
    """Runs of one to four part-of-speech tags, and each word's relation to its head."""
    yield from _runs(view.tag, 4)
    for k, head in enumerate(view.head):
        yield f"{view.dep[k]}<{view.dep[head]}"
        yield f"{view.tag[k]}:{view.dep[k]}<{view.tag[head]}"


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


@lru_cache(maxsize=20_000)
def _inside(word: str) -> tuple[str, ...]:
    edged = f" {word} "
    return tuple(edged[k : k + size] for size in (2, 3, 4, 5) for k in range(len(edged) - size + 1))


@dataclass
class NgramView:
    """A fitted view. ``vocabulary`` names the rows of ``weights`` (n-grams, traits); ``idf`` is (n-grams,)."""

    kind: str
    vocabulary: NDArray[np.str_]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    intercept: Floats
    _rows: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._rows = {str(gram): row for row, gram in enumerate(self.vocabulary)}

    def predict(self, view: EssayView) -> Floats:
        """The traits as this view sees them, shape (traits,). An essay with no known n-gram gets the intercept."""
        counts = Counter(map(self._rows.get, GRAMS[self.kind](view)))
        counts.pop(None, None)
        if not counts:
            return self.intercept
        known = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        terms = 1.0 + np.log(np.fromiter(counts.values(), dtype=np.float64, count=len(counts)))
        terms *= self.idf[known]
        return self.intercept + (terms / np.linalg.norm(terms)) @ self.weights[known]
