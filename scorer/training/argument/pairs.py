"""Pairs of short essays that the project wrote: of one length, and meant to differ in one criterion."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

from scorer.errors import DataError
from scorer.training.argument.marked import Marked, marked_row

PAIRS = Path(__file__).parents[3] / "training_data" / "pairs" / "essays.jsonl"
"""``README.md`` beside it says how they were written and read, and what each part is for."""

Part = Literal["sentences", "levels", "test"]


@dataclass(frozen=True)
class Paired:
    """One side of a pair: the ``assignment`` of both, its text, the ``levels`` that readers gave it, and where they
    marked what it says."""

    pair: str
    criterion: str
    part: Part
    assignment: str
    better: bool
    levels: Mapping[str, float]
    marks: Marked

    @property
    def text(self) -> str:
        """The essay."""
        return self.marks.text


def read_pairs(part: Part, path: Path = PAIRS) -> list[tuple[Paired, Paired]]:
    """The pairs of a part, the better side first. Raises ``DataError``."""
    found = []
    for pair, sides in groupby(_sides(path), key=lambda side: side.pair):
        better, *worse = sorted(sides, key=lambda side: not side.better)
        if len(worse) != 1 or not better.better or worse[0].better:
            raise DataError("data_invalid", f"The pair {pair} has not one better and one worse side: mend {path.name}.")
        if len({(side.part, side.criterion, side.assignment) for side in (better, *worse)}) > 1:
            raise DataError(
                "data_invalid", f"The sides of {pair} differ in part, criterion or assignment: mend {path.name}."
            )
        if better.part == part:
            found.append((better, worse[0]))
    return found


def _sides(path: Path) -> Iterator[Paired]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        marks = marked_row("pairs", row["pair"], row["text"], row, row)
        yield Paired(row["pair"], row["criterion"], row["part"], row["assignment"], row["better"], row["levels"], marks)
