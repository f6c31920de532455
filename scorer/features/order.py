"""Whether the sentences stand in an order that a writer would choose.

The model was fitted to tell essays from the same sentences shuffled (``python -m scorer.training.order``), after the
sentence-ordering task of Barzilay & Lapata 2008. Its weights are plain numbers in ``order_model.json``; how much words
speak for each of ``PLACES`` is in ``order_cues.tsv``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from math import exp

import numpy as np
from spacy.tokens import Doc

from scorer.features.order_statistics import PAIR, PLACES, STATISTICS, TRAITS, OrderModel, statistics
from scorer.features.registry import feature
from scorer.features.sentence_facts import Floats, sentence_facts
from scorer.pipeline.view import EssayView, shared, view

FEWEST = 6
"""Sentences below which an order tells nothing."""

WEIGHTS, CUES = "order_model.json", "order_cues.tsv"

UNTOLD = 0.9
"""The plausibility of too few sentences: about that of an essay."""


@feature(
    group="organization",
    label="an order of sentences that leads on",
    unit="probability",
    direction="higher",
    source="after Barzilay & Lapata 2008 (sentence ordering)",
)
def order_plausibility(doc: Doc) -> float:
    """Probability that the sentences stand in the writer's order and were not shuffled. 0 to 1, mostly .8 to 1.

    Low: sentences do not take up the one before, or the opening, the ending and the order words are out of place. 0.9
    for fewer than six sentences.
    """
    return _plausibility(doc)


@shared
def _plausibility(made: EssayView) -> float:
    facts = sentence_facts(made.doc)
    if len(facts) < FEWEST:
        return UNTOLD
    model, weights, intercept = _model()
    return 1 / (1 + exp(-float(np.clip(statistics(facts, model) @ weights + intercept, -50, 50))))


@feature(group="organization", label="text without a break", unit="words", direction="lower")
def unbroken_words(doc: Doc) -> float:
    """Words of an essay that is one block. 0 where the longest paragraph holds 60% of the words or less.

    In between, in proportion: a title above one block does not divide it.
    """
    lengths = view(doc).paragraph_lengths
    total = sum(lengths)
    return total * max(0.0, (max(lengths) / total - DIVIDED) / (1 - DIVIDED)) if total else 0.0


DIVIDED = 0.6
"""Share of the longest paragraph up to which an essay counts as divided."""


@lru_cache(maxsize=1)
def _model() -> tuple[OrderModel, Floats, float]:
    folder = files("scorer.features")
    data = json.loads((folder / WEIGHTS).read_text("utf-8"))
    pair = np.array([data["pair"][name] for name in PAIR])
    place = np.array([[data["place"][name][at] for at in PLACES] for name in TRAITS])
    cues = [line.split("\t") for line in (folder / CUES).read_text("utf-8").splitlines()]
    table = np.array([weights for _, *weights in cues], dtype=np.float64)
    model = OrderModel(pair, place, {name: row for row, (name, *_) in enumerate(cues)}, table)
    return model, np.array([data["statistics"][name] for name in STATISTICS]), data["intercept"]
