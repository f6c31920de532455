"""Fitting a linear-chain conditional random field with CRFsuite (Okazaki 2007)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

import numpy as np

from scorer.pipeline.chain.crf import Crf


class Labelled(Protocol):
    """One sequence to learn from: the features and the label of each token."""

    @property
    def features(self) -> list[list[str]]: ...

    @property
    def labels(self) -> list[str]: ...


def fit(sequences: Iterable[Labelled], parameters: Mapping[str, float | bool]) -> Crf:
    """A chain fitted by L-BFGS, as plain weights.

    ``parameters`` are CRFsuite's own, such as ``c1`` and ``c2`` (L1 and L2 weights), ``max_iterations`` and
    ``feature.minfreq``. Features whose weights are all zero are left out.
    """
    import pycrfsuite  # an extra: needed for training alone

    trainer = pycrfsuite.Trainer(verbose=False)
    for item in sequences:
        trainer.append(item.features, item.labels)
    trainer.set_params(dict(parameters))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    labels = tuple(sorted(info.labels))
    column = {label: place for place, label in enumerate(labels)}
    names = tuple(sorted({name for name, _ in info.state_features}))
    row = {name: place for place, name in enumerate(names)}
    weights = np.zeros((len(names), len(labels)), dtype=np.float32)
    for (name, label), weight in info.state_features.items():
        weights[row[name], column[label]] = weight
    transitions = np.zeros((len(labels), len(labels)))
    for (before, after), weight in info.transitions.items():
        transitions[column[before], column[after]] = weight
    return Crf(labels, names, weights, transitions)
