"""The terminal report of one essay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from scorer.assessment import Assessment, CitationSpan, Correction, CriterionResult, Flag, Structure
from scorer.reports.audience import Audience
from scorer.reports.contributions import explained
from scorer.reports.labels import name_of
from scorer.reports.terminal import counted, figure, plain, print_trimmed, quoted, span_of
from scorer.reports.waiting import waiting

MARKS = {"strength": ("+", "green"), "improve": ("→", "yellow"), "fix": ("✎", "red")}
REASONS_SHOWN = 6
"""Contributions named in a criterion's explanation."""
CORRECTIONS_SHOWN = 8
"""Corrections listed; the rest are counted."""
BAR = (8, 24)
"""Columns of a criterion's bar: fewer than the first are none at all."""
REACHED, LEFT = "━", "┄"


def print_report(assessment: Assessment, console: Console, audience: Audience = Audience.teacher) -> None:
    """One essay: overall score, criteria with feedback and why, what was found in the text, and what to mend there.

    A student is not shown intervals, contributions and flags.
    """
    print_trimmed(console, _parts(assessment, console.width, audience is Audience.teacher))


def _parts(assessment: Assessment, width: int, teacher: bool) -> Iterator[RenderableType]:
    yield _head(assessment, teacher)
    if assessment.error:
        return
    if assessment.criteria and assessment.overall:
        yield _scores(assessment.criteria, width, teacher)
    if waits := waiting(assessment):
        yield Text(f"\n{waits}")
    else:
        for criterion in assessment.criteria:
            if criterion.status == "scored" or criterion.feedback:
                yield _criterion(criterion, teacher)
    yield _found(assessment.structure)
    if assessment.corrections:
        yield _corrections(assessment.corrections)
    if assessment.flags and teacher:
        serious = [flag for flag in assessment.flags if flag.serious]
        yield from _told("Check before you trust the score", serious)
        yield from _told("Good to know", [flag for flag in assessment.flags if not flag.serious])


def _told(heading: str, flags: Sequence[Flag]) -> Iterator[RenderableType]:
    if flags:
        yield Text(f"\n{heading}", style="bold")
        yield from (Padding(plain(flag.message), (0, 0, 0, 1)) for flag in flags)


def _head(assessment: Assessment, teacher: bool) -> RenderableType:
    words = f"{assessment.submission.words} words"
    about = plain(f"{name_of(assessment)} · {words} · {assessment.rubric.title}")
    if assessment.error:
        return Panel(Text(assessment.error.message), title=about, title_align="left", border_style="red")
    overall = assessment.overall
    if overall is None:
        blocks = " ".join(flag.message for flag in assessment.flags if flag.severity == "block")
        return Panel(Text(f"Not scored. {blocks}"), title=about, title_align="left", border_style="red")
    line = Text()
    line.append(f"{figure(overall.score)} / {overall.max_score:g}", style="bold")
    line.append(f"  {overall.level}")
    if teacher:
        line.append(f"   interval {span_of(overall.interval)}")
        if assessment.status == "needs_review":
            line.append("   please check this one yourself", style="yellow")
    return Panel(line, title=about, title_align="left", border_style="blue")


def _scores(criteria: Sequence[CriterionResult], width: int, teacher: bool) -> Table:
    rows = [_row(criterion, teacher) for criterion in criteria]
    headings = ["criterion", "score", "level", *(["interval", "basis"] if teacher else [])]
    used = sum(max(len(cell) for cell in column) + 2 for column in zip(headings, *rows, strict=True))
    bar = min(width - used - 2, BAR[1])
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in ("score", "interval") else "left")
        if heading == "score" and bar >= BAR[0]:
            table.add_column()
    for criterion, row in zip(criteria, rows, strict=True):
        cells: list[RenderableType] = [plain(cell) for cell in row]
        if bar >= BAR[0]:
            cells.insert(2, _bar(criterion, bar))
        table.add_row(*cells)
    return table


def _row(criterion: CriterionResult, teacher: bool) -> list[str]:
    scored = criterion.score is not None and criterion.interval is not None
    more = [span_of(criterion.interval) if criterion.interval else "-", criterion.basis if scored else ""]
    return [
        criterion.title,
        f"{figure(criterion.score)} / {criterion.max_score:g}" if scored else "-",
        criterion.level or "not scored",
        *(more if teacher else []),
    ]


def _bar(criterion: CriterionResult, width: int) -> Text:
    if criterion.score is None or criterion.max_score <= 0:
        return Text()
    share = min(max(criterion.score / criterion.max_score, 0.0), 1.0)
    reached = round(width * share)
    return Text.assemble((REACHED * reached, "blue"), (LEFT * (width - reached), "dim"))


def _criterion(criterion: CriterionResult, teacher: bool) -> RenderableType:
    lines: list[RenderableType] = [Text("\n") + plain(criterion.title, "bold underline")]
    for feedback in criterion.feedback:
        mark, style = MARKS[feedback.kind]
        lines.append(Padding(_listed([(Text(mark, style=style), plain(feedback.message))]), (0, 0, 0, 1)))
    why = _why(criterion) if teacher else ""
    if why:
        lines.append(Padding(Text(why, style="dim"), (0, 0, 0, 3)))
    return Group(*lines)


def _why(criterion: CriterionResult) -> str:
    """What the score is made of; the figures shown add up to it."""
    if criterion.score is None:
        return ""
    made = explained(criterion, REASONS_SHOWN)
    parts = [f"{row.points:+.2f} {row.label} ({row.value:.3g})" for row in made.rows]
    if made.others:
        parts.append(f"{made.rest:+.2f} from {made.others} smaller")
    return f"Why: starts at {made.base:.2f}; {'; '.join(parts)}" if made.rows else ""


def _found(structure: Structure) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column()

    def add(name: str, items: Sequence[RenderableType]) -> None:
        for place, item in enumerate(items):
            table.add_row("" if place else name, item)

    add("Thesis", [plain(quoted(structure.thesis.text) if structure.thesis else "none found")])
    numbered = [_listed([(Text(f"{n}."), plain(quoted(s.text)))]) for n, s in enumerate(structure.reasons, start=1)]
    add("Reasons", numbered or [Text("none found")])
    add("Other side", [plain(quoted(s.text)) for s in structure.counterarguments])
    add("Evidence", [Text(counted(len(structure.evidence), "passage"))] if structure.evidence else [])
    add("Citations", [_citation(s) for s in structure.citations])
    add("References", [plain(quoted(s.text)) for s in structure.references])
    return Group(Text("\nFound in the essay", style="bold underline"), Padding(table, (0, 0, 0, 1)))


def _citation(citation: CitationSpan) -> Text:
    fields = [
        f"{name} {value}"
        for name, value in (
            ("author", citation.author), ("title", citation.title), ("year", citation.year), ("at", citation.locator),
        )
        if value
    ]  # fmt: skip
    about = f"{citation.style}: {', '.join(fields)}" if fields else citation.style
    return plain(quoted(citation.text)) + plain(f"  {about}", "dim")


def _corrections(corrections: Sequence[Correction]) -> RenderableType:
    rows: list[tuple[Text, Text]] = []
    mark, style = MARKS["fix"]
    for correction in corrections[:CORRECTIONS_SHOWN]:
        rows.append((Text(mark, style=style), plain(f"“{quoted(correction.text)}”")))
        rows.append((Text(), plain(correction.message, "dim")))
    rest = len(corrections) - CORRECTIONS_SHOWN
    if rest > 0:
        rows.append((Text(), Text(f"and {rest} more")))
    return Group(Text("\nTo mend in the text", style="bold underline"), Padding(_listed(rows), (0, 0, 0, 1)))


def _listed(rows: Sequence[tuple[Text, Text]]) -> Table:
    """Rows with a sign in front; lines that are broken begin under the words."""
    table = Table.grid(padding=(0, 1))
    table.add_column()
    table.add_column()
    for sign, words in rows:
        table.add_row(sign, words)
    return table
