"""What the terminal reports share."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from scorer.assessment import Interval

QUOTE = 220
"""Characters of the essay quoted in one line."""


def print_trimmed(console: Console, parts: Iterable[RenderableType]) -> None:
    """Print without the blanks that fill lines up: what is copied or piped holds the words alone."""
    for part in parts:
        for line in console.render_lines(part, pad=False):
            console.print(Segments([*_trimmed(line), Segment.line()]), end="", soft_wrap=True)


def _trimmed(line: list[Segment]) -> list[Segment]:
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        text, style, control = kept[-1]
        kept[-1] = Segment(text.rstrip(), style, control)
    return kept


def plain(text: str, style: str = "") -> Text:
    """Words that a user chose, taken literally: no markup, no control characters."""
    return Text("".join(c if c.isprintable() else " " for c in text), style=style)


def quoted(text: str) -> str:
    """Words of the essay on one line, shortened at the end."""
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTE else flat[: QUOTE - 1].rsplit(" ", 1)[0] + " …"


def counted(number: int, noun: str) -> str:
    """ "1 passage", "2 passages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def figure(score: float | None, places: int = 1) -> str:
    """A score, or a dash where there is none."""
    return "-" if score is None else f"{score:.{places}f}"


def span_of(interval: Interval) -> str:
    """An interval with one decimal."""
    return f"{interval[0]:.1f}–{interval[1]:.1f}"
