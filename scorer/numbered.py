"""Features by name as parallel arrays of numbers, so that several models read the same names only once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Features = Mapping[str, float]
Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


@dataclass(frozen=True)
class Table:
    """What ``size`` rows hold: for every value its row, the column of its name, and the value itself.

    A row holds a name once at most.
    """

    size: int
    rows: Ints
    columns: Ints
    values: Floats

    def beside(self, other: Table) -> Table:
        """The same rows with what ``other``, of the same ``Names``, holds of them as well: other names."""
        rows = np.concatenate([self.rows, other.rows])
        columns, values = np.concatenate([self.columns, other.columns]), np.concatenate([self.values, other.values])
        return Table(self.size, rows, columns, values)


@dataclass(frozen=True)
class Names:
    """The names that models know, each with its column, 0 upwards."""

    columns: Mapping[str, int]

    @classmethod
    def of(cls, *groups: Iterable[str]) -> Names:
        """The names of all groups, in the order in which they come."""
        return cls({name: place for place, name in enumerate(dict.fromkeys(chain(*groups)))})

    def read(self, rows: Sequence[Features]) -> Table:
        """The rows as numbers; other names are dropped."""
        column = self.columns.get
        columns: list[int] = []
        values: list[float] = []
        sizes: list[int] = []
        for row in rows:
            before = len(columns)
            for name, value in row.items():
                found = column(name)
                if found is not None:
                    columns.append(found)
                    values.append(value)
            sizes.append(len(columns) - before)
        where = np.repeat(np.arange(len(rows)), sizes)
        return Table(len(rows), where, np.array(columns, dtype=np.intp), np.array(values, dtype=np.float64))
