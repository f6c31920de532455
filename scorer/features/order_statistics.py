"""Statistics of the order of sentences, each against what the same sentences would show in a random order.

The expectation and the variance under random permutation are known without drawing any (Hoeffding 1951), so each
statistic is a z-score: around 0 for a shuffled essay whatever it is about, above 0 where sentences stand as the model
has learnt that they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from scorer.features.sentence_facts import FLAGS, PLACE, Facts, Floats

PAIR = (
    "shared_words", "shared_noun", "tail_to_head", "noun_with_the", "they_after_plural", "it_after_singular",
    "he_after_person", "this_after_noun", "question_after_question", "answer_after_objection",
    "example_after_general", "same_person", "same_tense", "numbers", "first_then_later", "back_with_words", "meaning",
)  # fmt: skip
"""What a pair of sentences has, the second looked at as the successor of the first."""

PLACES = ("start", "opening", "first", "middle", "last", "ending", "close", "end")
"""Places of a sentence: of the essay's first and last sentence, its opening and ending, and inside body paragraphs."""

TRAITS = (*FLAGS, "closeness", "centrality")
"""What of a sentence speaks for its place, beside its words."""

EDGE = 0.2
"""Share of the sentences that are the opening, and the ending, where there are fewer than three paragraphs."""

REACH = 2.0
"""Sentences over which nearness fades to 1/e."""

REGISTER = ("past", "first_person", "second_person", "he_back", "person", "number", "quotation", "plural", "future")
"""Flags that a writer keeps to for a while: a story, an example, an address to the reader."""

TINY = 1e-9

_MEETINGS = (
    ("plural", "they_back"), ("singular", "it_back"), ("person", "he_back"), ("singular", "this_noun"),
    ("question", "question"), ("objection", "answer"), ("not number", "example"), ("first_person", "first_person"),
    ("past", "past"), ("number", "number"), ("first_cue", "later_cue"),
    ("second_person", "second_person"), ("not past", "not past"),
)  # fmt: skip
"""Flags before and after of the features from ``they_after_plural`` to ``first_then_later``; the last two are added to
``same_person`` and ``same_tense``."""
_SIDES = [*FLAGS, *(f"not {name}" for name in FLAGS)]
_BEFORE, _AFTER = ([_SIDES.index(name) for name in side] for side in zip(*_MEETINGS, strict=True))
_BACK = [PLACE[name] for name in ("this_bare", "it_back", "they_back", "this_noun")]

STATISTICS = ("follows", "places", "sequence", "topics", "meanings", "paragraphs", "registers")


@dataclass(frozen=True)
class OrderModel:
    """Weights: ``pair`` (pairs' features,), ``place`` (``TRAITS``, places), ``cues`` (n, places), a row for each name
    in ``known``."""

    pair: Floats
    place: Floats
    known: Mapping[str, int]
    cues: Floats


def pair_features(facts: Facts) -> Floats:
    """(features, sentences, sentences): row before, column after."""
    flags = facts.flags
    overlap = facts.shared / np.maximum(np.minimum.outer(facts.size, facts.size), 1)
    noun = facts.nouns @ facts.nouns.T > 0
    sides = np.hstack([flags, 1 - flags]).T
    both = sides[_BEFORE, :, None] * sides[_AFTER, None, :]
    back = flags[:, _BACK].sum(axis=1)
    found = np.empty((len(PAIR), len(facts), len(facts)))
    found[0], found[1] = overlap, noun
    found[2], found[3] = facts.tails @ facts.heads.T > 0, facts.nouns @ facts.definite.T > 0
    met = PAIR.index("they_after_plural")
    found[met : PAIR.index("back_with_words")] = both[: PAIR.index("back_with_words") - met]
    found[PAIR.index("back_with_words")], found[PAIR.index("meaning")] = overlap * back, facts.alike
    found[PAIR.index("this_after_noun")] *= noun
    found[PAIR.index("same_person")] += both[-2]
    found[PAIR.index("same_tense")] += both[-1]
    return found


def place_features(facts: Facts) -> Floats:
    """(sentences, ``TRAITS``): the flags, the mean overlap with every other sentence, and the cosine with the whole."""
    size = np.maximum(facts.size, 1)
    overlap = facts.shared / np.minimum.outer(size, size)
    np.fill_diagonal(overlap, 0)
    close = overlap.sum(axis=1) / max(1, len(facts) - 1)
    whole = facts.vectors.sum(axis=0)
    central = facts.vectors @ whole / max(float(np.linalg.norm(whole)), TINY)
    return np.column_stack([facts.flags, 5 * close, central])


def places(sizes: tuple[int, ...]) -> list[int]:
    """The place of every sentence, as an index into ``PLACES``."""
    total = sum(sizes)
    if len(sizes) < 3:
        edge = max(1, round(EDGE * total))
        found = ["opening" if k < edge else "ending" if k >= total - edge else "middle" for k in range(total)]
    else:
        found = ["opening"] * sizes[0]
        for size in sizes[1:-1]:
            found += ["first"] + ["middle"] * (size - 2) + ["last"] * (size > 1)
        found += ["ending"] + ["close"] * (sizes[-1] - 1)
    if total > 1:
        found[0], found[-1] = "start", "end"
    return [PLACES.index(name) for name in found]


def statistics(facts: Facts, model: OrderModel) -> Floats:
    """The z-scores named in ``STATISTICS``; 0.0 where nothing can be told."""
    return np.array(
        [
            _follows(facts, model),
            _places(facts, model),
            _sequence(facts),
            _together(_topics(facts), _near(len(facts))),
            _together(facts.alike, _near(len(facts))),
            _together(facts.alike, _same_paragraph(facts.sizes)),
            _together(_registers(facts), _near(len(facts))),
        ]
    )


def _follows(facts: Facts, model: OrderModel) -> float:
    """Neighbours inside a paragraph, against all pairs."""
    rows = len(facts)
    paragraph = np.repeat(np.arange(len(facts.sizes)), facts.sizes)
    inside = paragraph[:-1] == paragraph[1:]
    fits = _centred(np.tensordot(model.pair, pair_features(facts), axes=1))
    steps = fits[np.arange(rows - 1), np.arange(1, rows)][inside]
    return _z(steps.sum(), float((fits**2).sum() / (rows * (rows - 1)) * len(steps)) ** 0.5)


def _topics(facts: Facts) -> Floats:
    """Cosine of the word families of every two sentences, each weighted by how few sentences have it."""
    weighted = facts.words * np.log(len(facts) / np.maximum(facts.words.sum(axis=0), 1))
    length = np.linalg.norm(weighted, axis=1, keepdims=True)
    unit = np.divide(weighted, length, out=np.zeros_like(weighted), where=length > 0)
    alike: Floats = unit @ unit.T
    return alike


def _registers(facts: Facts) -> Floats:
    """How far every two sentences depart from the essay's mean in the same way."""
    flags = facts.flags[:, [PLACE[name] for name in REGISTER]]
    apart = flags - flags.mean(axis=0)
    alike: Floats = apart @ apart.T
    return alike


def _together(alike: Floats, nearness: Floats) -> float:
    """Whether sentences that are alike stand near each other (Mantel 1967)."""
    rows = len(alike)
    likeness = _centred(alike)
    variance = 2 * (likeness**2).sum() * (nearness**2).sum() / (rows * (rows - 1))
    return _z(float((likeness * nearness).sum()), float(variance) ** 0.5)


@lru_cache(maxsize=32)
def _near(rows: int) -> Floats:
    """How near every two of so many sentences stand, centred."""
    places = np.arange(rows)
    return _centred(np.exp(-np.abs(np.subtract.outer(places, places)) / REACH))


def _same_paragraph(sizes: tuple[int, ...]) -> Floats:
    """Whether every two sentences stand in one paragraph, centred."""
    paragraph = np.repeat(np.arange(len(sizes)), sizes)
    return _centred(np.equal.outer(paragraph, paragraph).astype(np.float64))


def _centred(table: Floats) -> Floats:
    """Off the diagonal, what is left when the means of rows and columns are taken away; 0 on it."""
    rows = len(table)
    kept = table.copy()
    np.fill_diagonal(kept, 0.0)
    grand = kept.sum() / (rows * (rows - 1))
    of_rows, of_columns = kept.sum(axis=1, keepdims=True), kept.sum(axis=0, keepdims=True)
    left: Floats = kept - of_rows / (rows - 1) - of_columns / (rows - 1) + grand
    np.fill_diagonal(left, 0.0)
    return left


def _places(facts: Facts, model: OrderModel) -> float:
    """Log-probability of each sentence's place, against every sentence in every place."""
    logits = place_features(facts) @ model.place + _cued(facts, model)
    given = logits[:, places(facts.sizes)]
    left = given - given.mean(axis=0) - given.mean(axis=1, keepdims=True) + given.mean()
    return _z(np.trace(left), float((left**2).sum() / (len(facts) - 1)) ** 0.5)


def _cued(facts: Facts, model: OrderModel) -> Floats:
    """How much the words of each sentence speak for each place, shape (sentences, places)."""
    rows = [[row for cue in cues if (row := model.known.get(cue)) is not None] for cues in facts.cues]
    return np.array([model.cues[some].sum(axis=0) for some in rows])


def _sequence(facts: Facts) -> float:
    """Pairs in their one good order: first, another, finally; "a tree" before "the tree"."""

    def of(name: str) -> Floats:
        return facts.flags[:, PLACE[name]]

    rank = of("first_cue") + 2 * of("later_cue") * (of("first_cue") == 0) + 3 * of("last_cue")
    ranked = rank > 0
    order = np.sign(rank[None, :] - rank[:, None]) * np.outer(ranked, ranked)
    named = facts.fresh @ facts.definite.T
    wanted = order + np.sign(named - named.T)
    squares = (wanted**2).sum() / 2
    variance = squares + ((wanted.sum(axis=1) ** 2).sum() - 2 * squares) / 3
    return _z(np.triu(wanted, 1).sum(), variance**0.5)


def _z(value: float, deviation: float) -> float:
    return float(value / deviation) if deviation > TINY else 0.0
