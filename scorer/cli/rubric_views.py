"""How rubrics and proposals look in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from scorer.rubric import Criterion, Rubric
from scorer.rubric.matching import Match

SURE_STYLES = {"sure": "green", "likely": "yellow", "no": "dim"}
NARROWEST = 12
"""Columns below which a column of text is not squeezed."""


def catalogue(rubrics: Sequence[Rubric]) -> Table:
    """Rubrics, a row each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold")
    table.add_column(no_wrap=True)
    table.add_column()
    for rubric in rubrics:
        table.add_row(plain(rubric.id), _range(rubric), plain(rubric.description))
    return table


def whole(rubric: Rubric) -> RenderableType:
    """A rubric with everything that a teacher decides."""
    lines: list[RenderableType] = [
        Text.assemble((plain(rubric.title).plain, "bold"), f"  {rubric.id} · overall {_range(rubric)}")
    ]
    if rubric.description:
        lines.append(plain(rubric.description))
    total = sum(criterion.weight for criterion in rubric.criteria)
    for criterion in rubric.criteria:
        lines += ["", *_criterion(criterion, total)]
    stated = list(_requirements(rubric))
    if stated:
        lines += ["", Text("Requirements", style="bold"), *(Padding(line, (0, 0, 0, 2)) for line in stated)]
    return Group(*lines)


def proposals(rubric: Rubric, matches: Sequence[Match]) -> RenderableType:
    """What each criterion would be scored by, how sure that is, and the words that led there."""
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("criterion", min_width=NARROWEST, ratio=3)
    table.add_column("scored by", min_width=NARROWEST, ratio=3)
    table.add_column("sure", no_wrap=True)
    table.add_column("because of", min_width=NARROWEST, ratio=4)
    for match in matches:
        words = ", ".join(f"“{word}”" for word in match.words)
        because = words if match.measures else f"{match.why}{f': {words}' if words else ''}"
        table.add_row(
            plain(criteria[match.criterion].title),
            plain(match.title) if match.measures else Text("left to you", style="dim"),
            Text(match.sure if match.measures else "-", style=SURE_STYLES[match.sure]),
            plain(because),
        )
    return Group(Text(plain(rubric.title).plain, style="bold"), table)


def plain(text: str) -> Text:
    """Words that a user chose, taken literally: no markup, no control characters."""
    return Text("".join(c if c.isprintable() else " " for c in text))


def _criterion(criterion: Criterion, total: float) -> Iterator[RenderableType]:
    share = f"{criterion.weight / total:.0%} of the score" if total else ""
    yield Text.assemble((plain(criterion.title).plain, "bold underline"), f"  {share} · {_basis(criterion)}")
    if criterion.description:
        yield Padding(plain(criterion.description), (0, 0, 0, 2))
    levels = Table.grid(padding=(0, 2))
    levels.add_column(justify="right", no_wrap=True)
    levels.add_column(max_width=24)
    levels.add_column()
    for level in reversed(criterion.levels):
        levels.add_row(f"{level.points:g}", plain(level.title), plain(level.description))
    yield Padding(levels, (0, 0, 0, 2))


def _basis(criterion: Criterion) -> str:
    if criterion.traits:
        rules = f", adjusted by {_counted(len(criterion.features), 'rule')}" if criterion.features else ""
        return f"trained: {', '.join(criterion.traits)}{rules}"
    return f"by {_counted(len(criterion.features), 'rule')}" if criterion.features else "left to you: not scored"


def _requirements(rubric: Rubric) -> Iterator[Text]:
    for name, asked in rubric.requirements.stated().items():
        value = getattr(asked, "value", True)
        cap = f", at most {asked.cap:g} points if unmet" if asked.cap is not None else ", a remark if unmet"
        yield Text(f"{name.replace('_', ' ')}: {'yes' if value is True else value} ({asked.criterion}{cap})")


def _range(rubric: Rubric) -> str:
    return f"{rubric.scale.low:g} to {rubric.scale.high:g}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
