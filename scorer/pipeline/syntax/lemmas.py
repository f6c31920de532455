"""spaCy's lemmas, sooner: each is worked out once, and its lists of words are looked up instead of gone through."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from scorer.remembered import WORDS

BASE_FORMS = "lemma_index"
LIMIT = 2 * WORDS
"""Words, by part of speech and morphology, whose lemmas are kept."""


class Lemmas:
    """The lemmas that ``lemmatizer`` gives a document with parts of speech and morphology.

    A lemma depends on the word, its part of speech and its morphology alone. The lists of base forms in ``lemmatizer``
    become sets: tens of thousands of nouns were compared with every word that is new.
    """

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        if lemmatizer.lookups.has_table(BASE_FORMS):
            listed = lemmatizer.lookups.get_table(BASE_FORMS)
            listed.update({part: frozenset(words) for part, words in listed.items()})
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int, int], str] = {}

    def of(self, doc: Doc) -> NDArray[np.uint64]:
        """The lemma of every token, by its number in the vocabulary; shape (tokens,)."""
        known, add = self._known, doc.vocab.strings.add
        keys = [tuple(row) for row in doc.to_array(["ORTH", "POS", "MORPH"]).tolist()]
        for place, key in enumerate(keys):
            if key not in known:
                known[key] = self._lemmatizer.lemmatize(doc[place])[0]
        lemmas = np.fromiter((add(known[key]) for key in keys), np.uint64, len(keys))
        if len(known) > LIMIT:
            known.clear()
            self._lemmatizer.cache.clear()
        return lemmas
