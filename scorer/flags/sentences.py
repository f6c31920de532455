"""The essay's sentences as bags of words and as vectors, made once per document for all detectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS

from scorer.embeddings import Floats, meaning, sums_of, unit
from scorer.pipeline.view import CONTENT_POS, EssayView, shared

Ints = NDArray[np.intp]
MEMO = "flags.sentences"


@dataclass(frozen=True)
class Sentences:
    """Every worded sentence, in order.

    ``spans`` are positions in the view; ``content`` the positions of content words; ``vectors`` (content words,
    dimensions) those of the content words, ``owner`` (content words,) the sentence that each is in; ``means``
    (sentences, dimensions) the sentences' vectors at unit length, zeros for a sentence without content.
    """

    spans: list[range]
    content: list[int]
    vectors: Floats
    owner: Ints
    means: Floats

    def __len__(self) -> int:
        return len(self.spans)


def sentences(made: EssayView) -> Sentences:
    """The sentences of the view."""
    if MEMO not in made.memo:
        spans = made.worded_sentences
        owner_of = {k: number for number, span in enumerate(spans) for k in span}
        content = [k for k in owner_of if made.is_word[k] and is_content(made, k)]
        vectors = meaning().words([made.lower[k] for k in content])
        owner = np.array([owner_of[k] for k in content], dtype=np.intp)
        made.memo[MEMO] = Sentences(spans, content, vectors, owner, unit(sums_of(vectors, owner, len(spans))))
    return made.memo[MEMO]  # type: ignore[no-any-return]


@shared
def stop_words(made: EssayView) -> list[bool]:
    """True for words that every text has, whatever it is about."""
    return [word and lower in STOP_WORDS for word, lower in zip(made.is_word, made.lower, strict=True)]


def is_content(made: EssayView, k: int) -> bool:
    """Whether the token has a meaning of its own."""
    return made.pos[k] in CONTENT_POS and made.lower[k] not in STOP_WORDS and len(made.lower[k]) > 2
