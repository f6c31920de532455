"""Graded essays as numbers: parsed once (and cached), measured, and reduced to what the models read."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from scorer.features import measure, registered
from scorer.pipeline.load import load_pipeline
from scorer.pipeline.view import EssayView, view
from scorer.training.cache import cached, measures_digest, syntax_digest
from scorer.training.corpora import GradedEssay
from scorer.training.counts import GramCounts, count

CHUNK = 50
"""Essays parsed in one task and kept in one cache entry."""

SYNTAX = "essay_syntax"
KEPT = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "SPACY"]


BANDS = ("length_band", "score_band", "predicted_band")
"""Group columns that every corpus has: quarters by number of words, thirds by mean human score, fifths by mean
predicted score."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Samples:
    """``features`` (essays, names); ``views`` the token lists that n-grams are counted from; ``essays`` the rows."""

    names: tuple[str, ...]
    features: NDArray[np.float64]
    views: list[EssayView]
    essays: list[GradedEssay]
    _counts: dict[str, GramCounts] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.essays)

    def units(self, traits: Sequence[str]) -> Floats:
        """Human scores as shares of their range (0 to 1), shape (essays, traits); NaN where an essay has none."""
        return np.array([[unit(essay, trait) for trait in traits] for essay in self.essays])

    def counts(self, kind: str) -> GramCounts:
        """How often each essay has each n-gram of a view; counted once, and sliced by :meth:`take`."""
        if kind not in self._counts:
            self._counts[kind] = count(kind, self.views)
        return self._counts[kind]

    def counted(self, kind: str) -> GramCounts | None:
        """The same if it was counted before."""
        return self._counts.get(kind)

    def words(self) -> Floats:
        """Words of each essay, shape (essays,)."""
        return np.array([len(made.words) for made in self.views], dtype=np.float64)

    def with_features(self, names: Sequence[str]) -> Samples:
        """The same samples with the named features alone, in that order."""
        columns = [self.names.index(name) for name in names]
        return Samples(tuple(names), self.features[:, columns], self.views, self.essays)

    def take(self, rows: Sequence[int] | NDArray[np.intp]) -> Samples:
        """The samples of some rows, with the n-grams that were counted in all of them."""
        taken = Samples(
            self.names, self.features[rows], [self.views[row] for row in rows], [self.essays[row] for row in rows]
        )
        taken._counts.update({kind: counts.take(rows) for kind, counts in self._counts.items()})
        return taken

    def with_bands(self, traits: Sequence[str], predicted: Floats) -> Samples:
        """The same samples with ``BANDS`` among their groups; ``predicted`` has the shape (essays, traits)."""
        lengths = _bands(self.words(), ("shortest quarter", "short", "long", "longest quarter"))
        scores = _bands(np.nanmean(self.units(traits), axis=1), ("lowest third", "middle third", "highest third"))
        expected = _bands(predicted.mean(axis=1), ("lowest fifth", "low", "middle", "high", "highest fifth"))
        essays = [
            replace(essay, groups={**essay.groups, **dict(zip(BANDS, bands, strict=True))})
            for essay, *bands in zip(self.essays, lengths, scores, expected, strict=True)
        ]
        return replace(self, essays=essays)


def _bands(values: Floats, names: Sequence[str]) -> list[str]:
    """Names of the bands of like size that values fall into, numbered so that they sort; NaN is of the last one."""
    cuts = np.nanquantile(values, np.arange(1, len(names)) / len(names))
    return [f"{k + 1} {names[k]}" for k in np.searchsorted(cuts, values, side="left").tolist()]


def joined(parts: Sequence[Samples]) -> Samples:
    """Samples of the same features one after the other."""
    return Samples(
        parts[0].names,
        np.concatenate([part.features for part in parts]),
        [made for part in parts for made in part.views],
        [essay for part in parts for essay in part.essays],
    )


def unit(essay: GradedEssay, trait: str) -> float:
    """A score as a share of its range; NaN where there is none."""
    if trait not in essay.scores:
        return float("nan")
    scale = essay.scales[trait]
    return (essay.scores[trait] - scale.low) / (scale.high - scale.low)


def prepare(essays: Sequence[GradedEssay], jobs: int = 1, cache: Path | None = None) -> Samples:
    """Parse and measure. Both are cached in ``cache``, else in the folder that ``SCORER_CACHE`` names, if any."""
    named = os.environ.get("SCORER_CACHE")
    folder = cache or (Path(named) if named else None)
    chunks = [list(essays[start : start + CHUNK]) for start in range(0, len(essays), CHUNK)]
    tasks = (delayed(_measured_chunk)(folder, [essay.text for essay in chunk]) for chunk in chunks)
    parts = Parallel(n_jobs=jobs)(tasks)
    names = tuple(registered())
    features = np.concatenate([rows for rows, _ in parts]) if parts else np.zeros((0, len(names)))
    return Samples(names, features, [_shared(made) for _, views in parts for made in views], list(essays))


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    return load_pipeline()


def _parse(texts: list[str]) -> bytes:
    """The syntax of essays, as spaCy's binary form."""
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


def _measured_chunk(folder: Path | None, texts: list[str]) -> tuple[Floats, list[EssayView]]:
    """Features (essays, names) and light views of essays."""
    packed = cached(folder, "measures", [measures_digest(), *texts], lambda: _packed(_measure_chunk(folder, texts)))
    return _unpacked(packed)


def _measure_chunk(folder: Path | None, texts: list[str]) -> tuple[Floats, list[EssayView]]:
    nlp = _pipeline()
    names = tuple(registered())
    parsed = cached(folder, "syntax", [syntax_digest(), *texts], lambda: _parse(texts))
    docs = list(_annotated(nlp, DocBin().from_bytes(parsed).get_docs(nlp.vocab)))
    return np.array([measure(doc, names) for doc in docs]), [view(doc) for doc in docs]


def _annotated(nlp: Language, docs: Iterable[Doc]) -> Iterator[Doc]:
    for doc in docs:
        for name, component in nlp.pipeline:
            doc = component(doc) if name != SYNTAX else doc
        yield doc


_KEPT_COLUMNS = ("text", "lower", "pos", "tag", "dep")


def _packed(measured: tuple[Floats, list[EssayView]]) -> bytes:
    """Features and what n-grams are counted from, as numbers and JSON: nothing that runs when it is read."""
    features, views = measured
    with io.BytesIO() as file:
        columns = [{"head": made.head, **{name: getattr(made, name) for name in _KEPT_COLUMNS}} for made in views]
        np.savez_compressed(file, features=features, views=np.array(json.dumps(columns)))
        return file.getvalue()


def _unpacked(packed: bytes) -> tuple[Floats, list[EssayView]]:
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        features, columns = arrays["features"], json.loads(str(arrays["views"]))
    empty: list[Any] = []
    views = [
        EssayView(
            doc=None, index=list(range(len(made["head"]))), lemma=empty, start=empty, sentence=empty, paragraph=empty,
            sentences=empty, paragraphs=empty, **made,
        )
        for made in columns
    ]  # fmt: skip
    return features, views


def _shared(made: EssayView) -> EssayView:
    """The view with its strings shared, which thousands of essays in memory need."""
    for name in _KEPT_COLUMNS:
        setattr(made, name, [sys.intern(item) for item in getattr(made, name)])
    return made
