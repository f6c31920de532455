"""How much an essay has to do with its assignment: measures of meaning and of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS

from scorer.embeddings import Floats, meaning, sums_of, unit
from scorer.features.content import EMPTY_LEMMAS, family, singular
from scorer.flags.apart import apart
from scorer.flags.lexicons.generic import ASSIGNMENT
from scorer.pipeline.frequency import zipf
from scorer.pipeline.view import EssayView
from scorer.remembered import WORDS

Values = NDArray[np.float64]

MEASURES = (
    "centre", "families_named", "families_again", "words_met", "words_met_closely", "best_sentence", "best_five",
    "all_sentences", "nearest_words",
)  # fmt: skip
CLOSE = 0.75
MOST_AGAIN = 0.3
NEAREST = 20
FEWEST = 3
"""Words of a sentence that can be compared."""
FEW = 2
"""Words of an assignment that says very little; one that has fewer cannot be compared."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=WORDS)
def tells(word: str) -> bool:
    """Whether a lower-case word says what a text is about."""
    base = singular(word)
    empty = word in EMPTY_LEMMAS or base in EMPTY_LEMMAS or word in ASSIGNMENT or base in ASSIGNMENT
    return len(word) > 2 and word not in STOP_WORDS and not empty


@lru_cache(maxsize=8)  # a class is graded with one prompt
def assignment_words(text: str) -> tuple[str, ...]:
    """The words of an assignment that say what it is about."""
    return tuple(word for match in _WORD.finditer(text) if tells(word := match[0].lower()))


def on_topic(made: EssayView, wanted: Sequence[str]) -> Values | None:
    """The values of ``MEASURES``; None where the assignment's words, or the essay's, are too few to compare.

    Vectors are stretched (``apart``). ``centre``: cosine of essay and assignment; ``families_named``: share of the
    assignment's word families that the essay names; ``families_again``: uses of them / content words, up to .3;
    ``words_met``: mean, by rarity, of each word's closest cosine in the essay; ``words_met_closely``: share above .75;
    ``best_sentence, best_five, all_sentences``: cosines of sentences with the assignment; ``nearest_words``: of the
    twenty nearest words.
    """
    if len(wanted) < FEW:
        return None
    spans = [[made.lower[k] for k in span if made.is_word[k] and tells(made.lower[k])] for span in made.sentences]
    said = [word for words in spans for word in words]
    if len(said) < NEAREST:
        return None
    vectors, essay = (apart(meaning().above_mean(words)) for words in (wanted, said))
    likeness = unit(vectors) @ unit(essay).T
    nearest = likeness.max(axis=1)
    rarity = np.array([max(0.3, 6.5 - zipf(word)) for word in wanted])
    counts = Counter(map(_kin, said))
    families = set(map(_kin, wanted))
    centre = unit(vectors.sum(axis=0))
    found = np.sort(_sentences(essay, [len(words) for words in spans]) @ centre)[::-1]
    return np.array([
        float(unit(essay.sum(axis=0)) @ centre),
        sum(name in counts for name in families) / len(families),
        min(MOST_AGAIN, sum(counts[name] for name in families) / len(said)),
        float(nearest @ rarity / rarity.sum()),
        float((nearest > CLOSE).mean()),
        float(found[0]), float(found[:5].mean()), float(found.mean()),
        float(np.sort(likeness.mean(axis=0))[-NEAREST:].mean()),
    ])  # fmt: skip


@lru_cache(maxsize=WORDS)
def _kin(word: str) -> str:
    """What words of one family have in common."""
    return family(singular(word))


def _sentences(vectors: Floats, sizes: list[int]) -> Floats:
    """Unit vectors of the sentences with at least three words that tell; one of zeros where there is none."""
    owner = np.repeat(np.arange(len(sizes)), sizes)
    kept = sums_of(vectors, owner, len(sizes))[np.array(sizes) >= FEWEST]
    return unit(kept) if len(kept) else np.zeros((1, vectors.shape[1]), dtype=np.float32)
