"""The weights of a chain on disk: ``features.txt`` (one name a line) and ``weights.npz``."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from scorer.pipeline.chain.crf import Crf

FEATURES = "features.txt"
WEIGHTS = "weights.npz"


def save(crf: Crf, folder: Path) -> None:
    """Write the weights, in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FEATURES).write_text("\n".join(crf.features) + "\n", encoding="utf-8", newline="\n")
    np.savez_compressed(
        folder / WEIGHTS,
        labels=np.array(crf.labels),
        weights=crf.weights.astype(np.float16),
        transitions=crf.transitions,
    )


def load(folder: Path) -> Crf:
    """Read what ``save`` wrote; nothing in it is executed."""
    features = (folder / FEATURES).read_text(encoding="utf-8").rstrip("\n").split("\n")
    with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
        return Crf(
            labels=tuple(str(label) for label in arrays["labels"]),
            features=tuple(features),
            weights=arrays["weights"].astype(np.float32),
            transitions=arrays["transitions"].astype(np.float64),
        )
