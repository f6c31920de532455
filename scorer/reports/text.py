"""The terminal report of one essay, and the table of many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from scorer.assessment import Assessment, CitationSpan, Correction, CriterionResult, Interval, Structure
from scorer.reports.labels import label

MARKS = {"strength": ("+", "green"), "improve": ("→", "yellow"), "fix": ("✎", "red")}
REASONS_SHOWN = 3
"""Contributions named on each side of a criterion's explanation."""
CORRECTIONS_SHOWN = 8
"""Corrections listed; the rest are counted."""
QUOTE = 220
"""Characters of the essay quoted in one line."""


def print_report(assessment: Assessment, console: Console) -> None:
    """One essay: overall score, criteria with feedback and why, what was found in the text, and what to mend there."""
    console.print(_head(assessment))
    if assessment.error:
        return
    if assessment.criteria and assessment.overall:
        console.print(_scores(assessment))
    for criterion in assessment.criteria:
        if criterion.status == "scored":
            console.print(_criterion(criterion))
    console.print(_found(assessment.structure))
    if assessment.corrections:
        console.print(_corrections(assessment.corrections))
    if assessment.flags:
        console.print(Padding(_flags(assessment), (1, 0, 0, 0)))


def print_table(assessments: Iterable[Assessment], console: Console) -> None:
    """Many essays, a row each."""
    rows = list(assessments)
    criteria = next((row.criteria for row in rows if row.criteria), ())
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("essay", overflow="fold")
    for heading in ("words", "overall", "interval", *(criterion.title for criterion in criteria)):
        table.add_column(_plain(heading), justify="right", overflow="fold")
    table.add_column("notes", overflow="fold")
    for row in rows:
        scores = {criterion.id: criterion.score for criterion in row.criteria}
        table.add_row(
            _plain(row.submission.id),
            str(row.submission.words),
            _number(row.overall.score) if row.overall else "-",
            _range(row.overall.interval) if row.overall else "-",
            *(_number(scores.get(criterion.id)) for criterion in criteria),
            Text(_notes(row)),
        )
    console.print(table)


def _head(assessment: Assessment) -> RenderableType:
    about = _plain(f"{assessment.submission.id} · {assessment.submission.words} words · {assessment.rubric.title}")
    if assessment.error:
        return Panel(Text(assessment.error.message), title=about, title_align="left", border_style="red")
    overall = assessment.overall
    if overall is None:
        blocks = " ".join(flag.message for flag in assessment.flags if flag.severity == "block")
        return Panel(Text(f"Not scored. {blocks}"), title=about, title_align="left", border_style="red")
    line = Text()
    line.append(f"{_number(overall.score)} / {overall.max_score:g}", style="bold")
    line.append(f"  {overall.level}   interval {_range(overall.interval)}")
    if assessment.status == "needs_review":
        line.append("   please check this one yourself", style="yellow")
    return Panel(line, title=about, title_align="left", border_style="blue")


def _scores(assessment: Assessment) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, side in (
        ("criterion", "left"),
        ("score", "right"),
        ("level", "left"),
        ("interval", "right"),
        ("basis", "left"),
    ):
        table.add_column(heading, justify="right" if side == "right" else "left")
    for criterion in assessment.criteria:
        scored = criterion.score is not None and criterion.interval is not None
        table.add_row(
            _plain(criterion.title),
            f"{_number(criterion.score)} / {criterion.max_score:g}" if scored else "-",
            _plain(criterion.level or "not scored"),
            _range(criterion.interval) if criterion.interval else "-",
            criterion.basis if scored else "",
        )
    return table


def _criterion(criterion: CriterionResult) -> RenderableType:
    lines: list[RenderableType] = [Text(f"\n{criterion.title}", style="bold underline")]
    for feedback in criterion.feedback:
        mark, style = MARKS[feedback.kind]
        row = Table.grid(padding=(0, 1))
        row.add_column(width=1)
        row.add_column()
        row.add_row(Text(mark, style=style), Text(feedback.message))
        lines.append(Padding(row, (0, 0, 0, 1)))
    lines.append(Padding(Text(_why(criterion), style="dim"), (0, 0, 0, 3)))
    return Group(*lines)


def _why(criterion: CriterionResult) -> str:
    up = [c for c in criterion.contributions if c.points >= 0.005][:REASONS_SHOWN]
    down = [c for c in criterion.contributions if c.points <= -0.005][:REASONS_SHOWN]
    parts = [f"{c.points:+.2f} {label(c.feature)} ({c.value:.3g})" for c in (*up, *down)]
    rest = len(criterion.contributions) - len(parts)
    more = f"; and {rest} smaller" if rest else ""
    return f"Why: starts at {_number(criterion.base, 2)}; {'; '.join(parts)}{more}" if parts else ""


def _found(structure: Structure) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()

    def add(name: str, items: list[str]) -> None:
        for place, item in enumerate(items):
            table.add_row("" if place else name, Text(item))

    add("Thesis", [_quote(structure.thesis.text)] if structure.thesis else ["none found"])
    add("Reasons", [f"{number}. {_quote(s.text)}" for number, s in enumerate(structure.reasons, 1)] or ["none found"])
    add("Other side", [_quote(s.text) for s in structure.counterarguments])
    add("Evidence", [_counted(len(structure.evidence), "passage")] if structure.evidence else [])
    add("Citations", [_citation(s) for s in structure.citations])
    add("References", [_quote(s.text) for s in structure.references])
    return Group(Text("\nFound in the essay", style="bold underline"), Padding(table, (0, 0, 0, 1)))


def _citation(citation: CitationSpan) -> str:
    fields = [
        f"{name} {value}"
        for name, value in (
            ("author", citation.author), ("title", citation.title), ("year", citation.year), ("at", citation.locator),
        )
        if value
    ]  # fmt: skip
    return f"{_quote(citation.text)}  {citation.style}: {', '.join(fields)}"


def _corrections(corrections: Sequence[Correction]) -> RenderableType:
    rows = Table.grid(padding=(0, 1))
    rows.add_column(width=1)
    rows.add_column()
    mark, style = MARKS["fix"]
    for correction in corrections[:CORRECTIONS_SHOWN]:
        rows.add_row(Text(mark, style=style), Text(f"“{_quote(correction.text)}”"))
        rows.add_row("", Text(correction.message, style="dim"))
    rest = len(corrections) - CORRECTIONS_SHOWN
    if rest > 0:
        rows.add_row("", Text(f"and {rest} more"))
    return Group(Text("\nTo mend in the text", style="bold underline"), Padding(rows, (0, 0, 0, 1)))


def _flags(assessment: Assessment) -> RenderableType:
    return Group(*(Text(f"{flag.severity}: {flag.message}", style="dim") for flag in assessment.flags))


def _notes(assessment: Assessment) -> str:
    if assessment.error:
        return assessment.error.code
    serious = [flag.code for flag in assessment.flags if flag.severity != "info"]
    return ", ".join(serious)


def _plain(text: str) -> Text:
    """Words that a user chose, taken literally: no markup, no control characters."""
    return Text("".join(c if c.isprintable() else " " for c in text))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _quote(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rsplit(" ", 1)[0] + " …"


def _number(score: float | None, places: int = 1) -> str:
    return "-" if score is None else f"{score:.{places}f}"


def _range(interval: Interval) -> str:
    return f"{interval[0]:.1f}–{interval[1]:.1f}"
