"""How a command ends: exit statuses, and errors as one sentence on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

from scorer.errors import ScorerError

OK, SOME_FAILED, USAGE = 0, 1, 2
STOPPED = 130
"""By Ctrl-C, as shells have it."""


@contextmanager
def told() -> Iterator[None]:
    """Turn an error of ours into its sentence and exit status 2."""
    try:
        yield
    except ScorerError as error:
        typer.echo(f"{error.code}: {error.message}", err=True)
        raise typer.Exit(USAGE) from error


def run(app: Callable[..., Any]) -> None:
    """Run a Typer app; a closed pipe or Ctrl-C ends it quietly."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone: there is nobody to tell
        sys.exit(SOME_FAILED)
    except KeyboardInterrupt:
        sys.exit(STOPPED)
