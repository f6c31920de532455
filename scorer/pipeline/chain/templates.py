"""Features of tokens as templates over columns: named for training, weighed without writing any.

A template such as ``left.dep|left.head.lemma`` joins what stands in some columns, here ``dep`` and ``lemma``, where the
steps before them lead to. The name of the feature is ``template=value``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.chain.crf import Crf, Floats

EDGE = "<>"
"""What every column holds beyond the text."""

Numbers = NDArray[np.intp]
Part = tuple[str, ...]
"""Steps, and last a column."""

Known = tuple[int, ...]
"""The numbers of the first values of a template's parts."""


@dataclass(frozen=True)
class Template:
    """Parts of a value, and what stands between them: a bar, or else a space."""

    parts: tuple[Part, ...]
    joint: str

    @classmethod
    def written(cls, text: str) -> Template:
        """Parts with a bar or a space between them, a full stop between their steps."""
        joint = "|" if "|" in text else " "
        return cls(tuple(tuple(part.split(".")) for part in text.split(joint)), joint)

    def values_in(self, value: str) -> list[str]:
        """The value of each part; only the last may hold what stands between parts."""
        return value.split(self.joint, len(self.parts) - 1)


Templates = Mapping[str, Template]


@dataclass(frozen=True)
class Columns:
    """What is seen of the tokens of several sentences.

    ``shared``: for each sentence the names of features that all its tokens have. ``values``: columns, one value a
    token (None: nothing). ``steps``: from each token the number of another one, the number of tokens for the edge of
    the text, or one more for nowhere: there every column holds nothing. ``lengths``: tokens of each sentence.
    """

    shared: list[list[str]]
    values: Mapping[str, Sequence[str | None]]
    steps: Mapping[str, Numbers]
    lengths: list[int]

    @cached_property
    def size(self) -> int:
        """Tokens."""
        return sum(self.lengths)

    @cached_property
    def ends(self) -> tuple[int, int]:
        """The edge, and nowhere."""
        return self.size, self.size + 1

    @cached_property
    def _reached(self) -> dict[Part, Numbers]:
        return {(): np.arange(self.size + 2)}

    def reached(self, steps: Part) -> Numbers:
        """Where the steps lead to from each token, and from the edge and from nowhere: there they end."""
        if steps not in self._reached:
            step = np.concatenate((self.steps[steps[-1]], self.ends))
            self._reached[steps] = step[self.reached(steps[:-1])]
        return self._reached[steps]


def sequences(columns: Columns, templates: Templates) -> list[list[list[str]]]:
    """For each sentence, for each token, the names of its features: what a trainer reads."""
    written = {name: _written(columns, template) for name, template in templates.items()}
    result = []
    start = 0
    for names, length in zip(columns.shared, columns.lengths, strict=True):
        result.append(
            [
                names + [f"{name}={values[k]}" for name, values in written.items() if values[k]]
                for k in range(start, start + length)
            ]
        )
        start += length
    return result


def _written(columns: Columns, template: Template) -> list[str | None]:
    parts = []
    for *steps, column in template.parts:
        values = [*columns.values[column], EDGE, None]
        parts.append([values[k] for k in columns.reached(tuple(steps))[: columns.size]])
    return [None if None in row else template.joint.join(map(str, row)) for row in zip(*parts, strict=True)]


class Weights:
    """A chain's weights, found by the numbers of values in their columns: no name of a feature is put together.

    A template's known values form a trie, a table a part: from what was known so far (its rows) and the number of the
    part's value (its columns) to what is known then, and at last to the row of the weights. 0 stands for the unknown.
    """

    def __init__(self, crf: Crf, templates: Templates) -> None:
        self.crf = crf
        self.numbers: dict[str, dict[str | None, int]] = {}
        known: dict[str, list[tuple[Known, int]]] = {name: [] for name in templates}
        for row, feature in enumerate(crf.features):
            name, _, value = feature.partition("=")
            if name in known:
                values = zip(templates[name].parts, templates[name].values_in(value), strict=True)
                known[name].append((tuple(self._number(part[-1], one) for part, one in values), row))
        self.tries = [self._trie(templates[name], values) for name, values in known.items() if values]

    def _number(self, column: str, value: str) -> int:
        numbers = self.numbers.setdefault(column, {})
        return numbers.setdefault(value, len(numbers) + 1)

    def _trie(self, template: Template, known: list[tuple[Known, int]]) -> list[tuple[Part, Numbers, Numbers]]:
        """For each part the column of its table by the number of the value, and the table."""
        tables = []
        before: dict[Known, int] = {(): 0}
        for place, part in enumerate(template.parts):
            last = place == len(template.parts) - 1
            used = sorted({values[place] for values, _ in known})
            column = np.zeros(len(self.numbers[part[-1]]) + 1, dtype=np.intp)
            column[used] = np.arange(1, len(used) + 1)
            table = np.full((len(before) + 1, len(used) + 1), len(self.crf.features) if last else 0)
            after: dict[Known, int] = {}
            for values, row in known:
                then = row if last else after.setdefault(values[: place + 1], len(after) + 1)
                table[before[values[:place]], column[values[place]]] = then
            tables.append((part, column, table))
            before = after
        return tables

    def scores(self, columns: Columns) -> Floats:
        """Sum of the weights of each token's features, shape (tokens, labels)."""
        shared = np.repeat(self.crf.scores(columns.shared), columns.lengths, axis=0)
        numbered = {
            name: np.fromiter(
                map(numbers.get, (*columns.values[name], EDGE, None), repeat(0)), np.intp, columns.size + 2
            )
            for name, numbers in self.numbers.items()
        }
        found: dict[Part, Numbers] = {}
        rows = np.zeros((len(self.tries), columns.size), dtype=np.intp)
        for place, trie in enumerate(self.tries):
            row = rows[place]
            for part, column, table in trie:
                if part not in found:
                    found[part] = numbered[part[-1]].take(columns.reached(part[:-1])[: columns.size])
                row = table.take(row * table.shape[1] + column.take(found[part]))  # quicker than table[row, ...]
            rows[place] = row
        return shared + self.crf.padded.take(rows, axis=0).sum(axis=0)  # type: ignore[no-any-return]
