"""How much an essay has to do with its assignment: measures of meaning and of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

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
    "all_sentences", "nearest_words", "above_others", "ahead_of_nearest", "others_nearer",
)  # fmt: skip
OTHERS = Path(__file__).parent / "weights" / "assignments.npy"
"""What other assignments are about, at unit length, shape (assignments, dimensions) (``tests/gaming/fit.py``)."""
ALIKE = 0.8
"""Cosine from which another assignment may be the same in other words."""
NEAREST_OTHERS = 10
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
    twenty nearest words. Against other assignments, since some essays are near any and some assignments near no essay
    (as speaker verification normalises by a cohort): ``above_others``: ``centre`` in deviations of the essay's cosines
    with them; ``ahead_of_nearest``: less the mean of the ten highest; ``others_nearer``: log share of higher ones.
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
    whole = unit(essay.sum(axis=0))
    return np.array([
        float(whole @ centre),
        sum(name in counts for name in families) / len(families),
        min(MOST_AGAIN, sum(counts[name] for name in families) / len(said)),
        float(nearest @ rarity / rarity.sum()),
        float((nearest > CLOSE).mean()),
        float(found[0]), float(found[:5].mean()), float(found.mean()),
        float(np.sort(likeness.mean(axis=0))[-NEAREST:].mean()),
        *_against_others(whole, centre),
    ])  # fmt: skip


def about(words: Sequence[str]) -> Floats:
    """What the words of an assignment are about, at unit length, stretched, shape (dimensions,)."""
    return unit(apart(meaning().above_mean(words)).sum(axis=0))


def _against_others(whole: Floats, centre: Floats) -> list[float]:
    """The last three of ``MEASURES``; ``whole`` and ``centre`` are essay and assignment at unit length."""
    others = _others()
    likeness = whole @ others[others @ centre < ALIKE].T
    own = float(whole @ centre)
    nearer = float((likeness > own).mean())
    return [
        (own - float(likeness.mean())) / float(likeness.std()),
        own - float(np.sort(likeness)[-NEAREST_OTHERS:].mean()),
        float(np.log(nearer + 1 / len(others))),
    ]


@cache
def _others() -> Floats:
    loaded: Floats = np.load(OTHERS).astype(np.float32)
    return loaded


@lru_cache(maxsize=WORDS)
def _kin(word: str) -> str:
    """What words of one family have in common."""
    return family(singular(word))


def _sentences(vectors: Floats, sizes: list[int]) -> Floats:
    """Unit vectors of the sentences with at least three words that tell; one of zeros where there is none."""
    owner = np.repeat(np.arange(len(sizes)), sizes)
    kept = sums_of(vectors, owner, len(sizes))[np.array(sizes) >= FEWEST]
    return unit(kept) if len(kept) else np.zeros((1, vectors.shape[1]), dtype=np.float32)
