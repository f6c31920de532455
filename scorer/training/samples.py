"""Graded essays as numbers: parsed once (and cached), measured, and reduced to what the models read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from joblib import Memory, Parallel, delayed
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from scorer.bundle import find_bundle, read_card
from scorer.features import measure, registered
from scorer.pipeline.view import EssayView, view
from scorer.pipeline.load import load_pipeline
from scorer.training.corpora import GradedEssay

CHUNK = 50
"""Essays parsed in one task and kept in one cache entry."""

SYNTAX = "essay_syntax"
KEPT = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "SPACY"]


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Samples:
    """``features`` (essays, names); ``views`` the token lists that n-grams are counted from; ``essays`` the rows."""

    names: tuple[str, ...]
    features: NDArray[np.float64]
    views: list[EssayView]
    essays: list[GradedEssay]

    def __len__(self) -> int:
        return len(self.essays)

    def units(self, traits: Sequence[str]) -> Floats:
        """Human scores as shares of their range (0 to 1), shape (essays, traits); NaN where an essay has none."""
        return np.array([[unit(essay, trait) for trait in traits] for essay in self.essays])

    def words(self) -> Floats:
        """Words of each essay, shape (essays,)."""
        return np.array([len(made.words) for made in self.views], dtype=np.float64)

    def with_features(self, names: Sequence[str]) -> Samples:
        """The same samples with the named features alone, in that order."""
        columns = [self.names.index(name) for name in names]
        return Samples(tuple(names), self.features[:, columns], self.views, self.essays)

    def take(self, rows: Sequence[int] | NDArray[np.intp]) -> Samples:
        """The samples of some rows."""
        return Samples(
            self.names, self.features[rows], [self.views[row] for row in rows], [self.essays[row] for row in rows]
        )


def unit(essay: GradedEssay, trait: str) -> float:
    """A score as a share of its range; NaN where there is none."""
    if trait not in essay.scores:
        return float("nan")
    scale = essay.scales[trait]
    return (essay.scores[trait] - scale.low) / (scale.high - scale.low)


def prepare(essays: Sequence[GradedEssay], jobs: int = 1, cache: Path | None = None) -> Samples:
    """Parse and measure. Parses are cached in ``cache``, else in the folder that ``SCORER_CACHE`` names, if any."""
    folder = cache or os.environ.get("SCORER_CACHE")
    parse = Memory(folder, verbose=0).cache(_parse)
    digest = read_card(find_bundle("en_essay")).sha256
    chunks = [list(essays[start : start + CHUNK]) for start in range(0, len(essays), CHUNK)]
    tasks = (delayed(_measure_chunk)(parse, [essay.text for essay in chunk], digest) for chunk in chunks)
    measured = [row for rows in Parallel(n_jobs=jobs)(tasks) for row in rows]
    names = tuple(registered())
    features = np.array([row for row, _ in measured]).reshape(len(measured), len(names))
    return Samples(names, features, [made for _, made in measured], list(essays))


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    return load_pipeline()


def _parse(texts: list[str], digest: str) -> bytes:
    """The syntax of essays, as spaCy's binary form; ``digest`` of the pipeline keeps the cache honest."""
    nlp = _pipeline()
    kept = DocBin(attrs=KEPT)
    for text in texts:
        doc = nlp.make_doc(text)
        for name, component in nlp.pipeline:
            doc = component(doc)
            if name == SYNTAX:
                break
        kept.add(doc)
    return kept.to_bytes()  # type: ignore[no-any-return]


def _measure_chunk(parse, texts: list[str], digest: str) -> list[tuple[NDArray[np.float64], EssayView]]:  # type: ignore[no-untyped-def]
    nlp = _pipeline()
    names = tuple(registered())
    docs = DocBin().from_bytes(parse(texts, digest)).get_docs(nlp.vocab)
    return [(measure(doc, names), _light(view(doc))) for doc in _annotated(nlp, docs)]


def _annotated(nlp: Language, docs: Iterator[Doc]) -> Iterator[Doc]:
    for doc in docs:
        for name, component in nlp.pipeline:
            doc = component(doc) if name != SYNTAX else doc
        yield doc


def _light(made: EssayView) -> EssayView:
    """The view without its document, its strings shared."""

    def shared(column: list[str]) -> list[str]:
        return [sys.intern(item) for item in column]

    empty: list[str] = []
    return replace(
        made, doc=None, text=shared(made.text), lower=shared(made.lower), lemma=empty,
        pos=shared(made.pos), tag=shared(made.tag), dep=shared(made.dep),
    )  # fmt: skip
