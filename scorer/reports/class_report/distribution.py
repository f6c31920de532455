"""How the scores of a class lie: columns of dots, one for each essay, or of bars where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from scorer.reports.class_report.entry import ClassEntry

STEPS = 20
"""Columns over the whole scale."""
MARKS = 10
"""Marks of a scale at most."""
DOTS = 150, 12
"""Essays in all, and in one column, up to which each is a dot."""


@dataclass(frozen=True)
class Column:
    """Essays whose scores lie between two values; ``place`` is the column's middle, as a share of the scale."""

    place: float
    low: float
    high: float
    essays: tuple[ClassEntry, ...]


@dataclass(frozen=True)
class Distribution:
    """The scores on one criterion, or overall; ``tallest`` is the number of essays in the fullest column."""

    title: str
    highest: float
    count: int
    mean: float
    middle: float
    least: float
    most: float
    columns: tuple[Column, ...]

    @property
    def tallest(self) -> int:
        """Essays in the fullest column."""
        return max(len(column.essays) for column in self.columns)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Values that the scale is marked at."""
        every = next(step for step in (1, 2, 5, 10, 20, 25, 50, 100, self.highest) if self.highest / step <= MARKS)
        return tuple(number * every for number in range(int(self.highest / every) + 1))

    @property
    def as_dots(self) -> bool:
        """Whether each essay is a dot."""
        return self.count <= DOTS[0] and self.tallest <= DOTS[1]


def distributions(entries: Sequence[ClassEntry]) -> list[Distribution]:
    """Overall first, then each criterion that any essay was scored on, in the rubric's order."""
    overall = [(entry, entry.overall.score, entry.overall.max_score) for entry in entries if entry.overall]
    made = [_distribution("Overall", overall)] if overall else []
    titles = {criterion.id: criterion.title for entry in entries for criterion in entry.criteria}
    for id, title in titles.items():
        scored = [
            (entry, criterion.score, criterion.max_score)
            for entry in entries
            for criterion in entry.criteria
            if criterion.id == id and criterion.score is not None
        ]
        if scored:
            made.append(_distribution(title, scored))
    return made


def _distribution(title: str, scored: Sequence[tuple[ClassEntry, float, float]]) -> Distribution:
    highest = scored[0][2]
    width = highest / STEPS if highest > 0 else 1.0
    columns: dict[int, list[tuple[float, ClassEntry]]] = {}
    for entry, score, _ in scored:
        columns.setdefault(min(max(int(score / width), 0), STEPS - 1), []).append((score, entry))
    scores = [score for _, score, _ in scored]
    return Distribution(
        title=title,
        highest=highest,
        count=len(scored),
        mean=fmean(scores),
        middle=median(scores),
        least=min(scores),
        most=max(scores),
        columns=tuple(
            Column(
                place=(number + 0.5) / STEPS,
                low=number * width,
                high=(number + 1) * width,
                essays=tuple(entry for _, entry in sorted(found, key=lambda pair: (pair[0], pair[1].file))),
            )
            for number, found in sorted(columns.items())
        ),
    )
