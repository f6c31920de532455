"""The terminal's table of many essays, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_lowercase
from textwrap import wrap

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from scorer.assessment import Assessment
from scorer.reports.audience import Audience
from scorer.reports.labels import name_of
from scorer.reports.terminal import figure, plain, print_trimmed, span_of

GAP = 2
NAME = (14, 32)
"""Columns of an essay's name: at least, and at most before it is folded."""
NOTES = 14
"""Columns for notes at least, where an essay has one."""
FIGURE = 4
"""Columns of a score, such as 10.0."""
LETTERS = 4
"""Letters of a shortened heading."""


@dataclass(frozen=True)
class Layout:
    """Which columns a table has: the fixed ones, and the criteria's headings."""

    fixed: tuple[str, ...]
    headings: tuple[str, ...]

    @property
    def width(self) -> int:
        """Columns of the terminal for all but names and notes, gaps included."""
        return sum(_widest(heading) + GAP for heading in (*self.fixed, *self.headings))


def print_table(assessments: Iterable[Assessment], console: Console, audience: Audience = Audience.teacher) -> None:
    """Many essays, a row each. Where the terminal is narrow, headings are shortened and explained below the table, the
    columns of words and intervals are left out, and at last the notes stand below it too.

    Students are not shown intervals, nor notes but on why there is no score.
    """
    teacher = audience is Audience.teacher
    rows = list(assessments)
    titles = tuple(_flat(criterion.title) for criterion in next((row.criteria for row in rows if row.criteria), ()))
    notes = [_notes(row, teacher) for row in rows]
    longest_note = max(map(len, notes), default=0)
    for_notes = min(longest_note, NOTES) + GAP if longest_note else 0
    layouts = list(_layouts(titles, teacher))
    names = [_flat(name_of(row)) for row in rows]
    longest_name = max([len("essay"), *map(len, names)])
    least = min(longest_name, NAME[0])
    room = console.width - least - GAP
    layout = next((made for made in layouts if made.width <= room - for_notes), layouts[-1])
    beside = longest_note > 0 and layout.width <= room - for_notes
    spare = room - layout.width - (for_notes if beside else 0)
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    name_width = max(least, min(longest_name, NAME[1], least + spare))
    height = max(len(_lines(heading)) for heading in (*layout.fixed, *layout.headings))
    table.add_column(_at_bottom("essay", height), overflow="fold", width=name_width)
    for heading in (*layout.fixed, *layout.headings):
        table.add_column(_at_bottom(heading, height), justify="right", width=_widest(heading))
    if beside:
        table.add_column(_at_bottom("notes", height), overflow="fold")
    for row, name, note in zip(rows, names, notes, strict=True):
        cells = [Text(name), *_fixed(row, layout.fixed), *_scores(row, len(titles))]
        table.add_row(*cells, *([Text(note, style="yellow")] if beside else []))
    print_trimmed(console, [table, *_below(rows, notes if not beside else [], titles, layout)])


def _below(
    rows: Sequence[Assessment], notes: Sequence[str], titles: Sequence[str], layout: Layout
) -> Iterator[RenderableType]:
    """Notes that found no column, and what shortened headings stand for."""
    if any(notes):
        yield Text()
    for row, note in zip(rows, notes, strict=False):
        if note:
            yield plain(f"{name_of(row)}: {note}", "yellow")
    if layout.headings != titles:
        yield Text()
        width = max(map(len, layout.headings)) + GAP
        for short, title in zip(layout.headings, titles, strict=True):
            yield Text(f"{short:<{width}}{title}", style="dim")


def _layouts(titles: tuple[str, ...], teacher: bool) -> Iterator[Layout]:
    """From the widest to the narrowest."""
    short = _shortened(titles)
    overall = ("overall", "interval") if teacher else ("overall",)
    yield Layout(("words", *overall), titles)
    yield Layout(("words", *overall), short)
    yield Layout(overall, short)
    yield Layout(("overall",), short)
    names = (f"{letter}{number or ''}" for number in count() for letter in ascii_lowercase)
    yield Layout(("overall",), tuple(name for name, _ in zip(names, titles, strict=False)))


def _shortened(titles: Sequence[str]) -> tuple[str, ...]:
    """The first letters of each title with a full stop; a number where two would be the same."""
    made: list[str] = []
    for title in titles:
        short = title if len(title) <= LETTERS + 1 else f"{title[:LETTERS].strip()}."
        same = sum(other.rstrip("0123456789") == short for other in made)
        made.append(f"{short}{same + 1}" if same else short)
    return tuple(made)


def _fixed(row: Assessment, names: Sequence[str]) -> list[RenderableType]:
    overall = row.overall
    cells: dict[str, RenderableType] = {
        "words": str(row.submission.words),
        "overall": Text(figure(overall.score if overall else None), style="bold"),
        "interval": span_of(overall.interval) if overall else "-",
    }
    return [cells[name] for name in names]


def _scores(row: Assessment, columns: int) -> list[RenderableType]:
    return [figure(criterion.score) for criterion in row.criteria] or ["-"] * columns


def _widest(heading: str) -> int:
    """Columns of a heading that is broken between its words, and of the figures below it."""
    return max([FIGURE, *(len(word) for word in heading.split())])


def _lines(heading: str) -> list[str]:
    return wrap(heading, _widest(heading)) or [""]


def _at_bottom(heading: str, height: int) -> Text:
    lines = _lines(heading)
    return Text("\n" * (height - len(lines)) + "\n".join(lines))


def _flat(title: str) -> str:
    return " ".join(plain(title).plain.split())


def _notes(assessment: Assessment, teacher: bool) -> str:
    if assessment.error:
        return assessment.error.code
    told = [flag.code for flag in assessment.flags if (flag.serious if teacher else flag.severity == "block")]
    return ", ".join(told)
