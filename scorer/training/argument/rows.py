"""Features by name of many sentences, of many essays, as one table to learn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy import sparse

from scorer.numbered import Features

IN_ESSAYS = 5
"""Features that fewer essays have are left out: of words, nobody's own may be learnt."""


@dataclass(frozen=True)
class Row:
    """What is learnt from: an essay's id, features, whether what is learnt holds, and how much the row counts."""

    essay: str
    features: Features
    holds: bool
    weight: float = 1.0


def shared(rows: Sequence[Row], essays: int = IN_ESSAYS) -> tuple[str, ...]:
    """The names of the features that at least so many essays have, in alphabetical order."""
    counts = Counter(name for _, name in {(row.essay, name) for row in rows for name in row.features})
    return tuple(sorted(name for name, count in counts.items() if count >= essays))


def table(rows: Sequence[Row], names: Sequence[str]) -> sparse.csr_matrix:
    """The features of those names, shape (rows, names); what a row does not name is 0."""
    columns = {name: place for place, name in enumerate(names)}
    known = [
        [(columns[name], value) for name, value in row.features.items() if value and name in columns] for row in rows
    ]
    starts = np.cumsum([0, *map(len, known)], dtype=np.int32)
    places = np.fromiter((place for place, _ in chain.from_iterable(known)), dtype=np.int32)
    values = np.fromiter((value for _, value in chain.from_iterable(known)), dtype=np.float32)
    return sparse.csr_matrix((values, places, starts), shape=(len(rows), len(names)))
