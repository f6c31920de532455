"""How far a run is: a bar with rate and time left, on a terminal only."""

from __future__ import annotations

import sys
from types import TracebackType

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        rate = task.finished_speed or task.speed
        if not rate:
            return Text("")
        return Text(f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute", style="dim")


class Bar:
    """A bar on standard error for ``total`` essays, ``done`` of them from before; silent where there is no terminal.

    Use it as a context; what is said meanwhile goes through :meth:`say`.
    """

    def __init__(self, total: int, done: int, shown: bool, no_color: bool) -> None:
        self._progress: Progress | None = None
        if shown and sys.stderr.isatty():
            console = Console(stderr=True, no_color=no_color or None, highlight=False)
            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("essays"), _Rate(), TimeRemainingColumn())
            self._progress = Progress(*columns, console=console, transient=True, speed_estimate_period=120)
            self._task = self._progress.add_task("", total=total, completed=done)

    def __enter__(self) -> Bar:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def step(self) -> None:
        """One more is done."""
        if self._progress:
            self._progress.advance(self._task)

    def say(self, line: str) -> None:
        """A line on standard error, above the bar."""
        if self._progress:
            self._progress.console.print(line, markup=False, soft_wrap=True)
        else:
            typer.echo(line, err=True)
