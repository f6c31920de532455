"""The recipe of the reference parser: what it learns from, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scorer.pipeline.chain import Crf
from scorer.pipeline.references.features import entry_features
from scorer.pipeline.references.tokens import tokens
from scorer.training import chain
from scorer.training.references.corpus import MarkedEntry
from scorer.training.references.styles import restyled
from scorer.training.references.vocabulary import safe_words, shipped_features

PARAMETERS = {"c1": 0.02, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": True}
"""CRFsuite's L-BFGS: L1 and L2 weights chosen by cross-validation."""

RESTYLED = 400
"""Entries in school styles made from the values of the corpus (``styles``)."""

WRITTEN_COPIES = 1
"""How often each entry of the project's own counts."""


@dataclass(frozen=True)
class Example:
    """One entry for the chain: features and field of each token."""

    features: list[list[str]]
    labels: list[str]


def example(entry: MarkedEntry) -> Example:
    """An entry as the chain sees it."""
    return Example(entry_features([token.text for token in tokens(entry.text)]), entry.labels())


def fitted(core: Sequence[MarkedEntry], written: Sequence[MarkedEntry], seed: int) -> Crf:
    """A chain trained on entries of the corpus, entries of our own, and school styles made from the former.

    Only features that may be shipped are learnt.
    """
    natural = [example(entry) for entry in [*core, *written]]
    made = [example(entry) for entry in [*(list(written) * (WRITTEN_COPIES - 1)), *restyled(core, RESTYLED, seed)]]
    kept = shipped_features([item.features for item in natural], safe_words([*core, *written]))
    return chain.fit(
        (
            Example([[name for name in row if name in kept] for row in item.features], item.labels)
            for item in [*natural, *made]
        ),
        PARAMETERS,
    )
