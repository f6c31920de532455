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
    """What ``size`` rows hold: for every value its row (rising), the number of its name, and the value itself."""

    size: int
    rows: Ints
    numbers: Ints
    values: Floats

    def beside(self, other: Table) -> Table:
        """The same rows with what ``other``, of the same names, holds of them as well."""
        rows = np.concatenate([self.rows, other.rows])
        numbers, values = np.concatenate([self.numbers, other.numbers]), np.concatenate([self.values, other.values])
        return Table(self.size, rows, numbers, values)


@dataclass(frozen=True)
class Names:
    """The names that models know, each with its number, 0 upwards."""

    number: Mapping[str, int]

    @classmethod
    def of(cls, *groups: Iterable[str]) -> Names:
        """The names of all groups, in the order in which they come."""
        return cls({name: place for place, name in enumerate(dict.fromkeys(chain(*groups)))})

    def read(self, rows: Sequence[Features]) -> Table:
        """The rows as numbers; other names are dropped."""
        number = self.number.get
        numbers: list[int] = []
        values: list[float] = []
        sizes: list[int] = []
        for row in rows:
            before = len(numbers)
            for name, value in row.items():
                found = number(name)
                if found is not None:
                    numbers.append(found)
                    values.append(value)
            sizes.append(len(numbers) - before)
        where = np.repeat(np.arange(len(rows)), sizes)
        return Table(len(rows), where, np.array(numbers, dtype=np.intp), np.array(values, dtype=np.float64))
