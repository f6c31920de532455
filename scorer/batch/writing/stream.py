"""Outputs that no run can go on with: standard output, and reports for reading that need every row at once."""

from __future__ import annotations

from pathlib import Path
from typing import IO, BinaryIO

from rich.console import Console

from scorer.assessment import Assessment
from scorer.batch.writing.form import Form
from scorer.reports import data
from scorer.reports.audience import Audience
from scorer.reports.output import write_file
from scorer.reports.pages import page
from scorer.reports.table import print_table
from scorer.reports.text import print_report


class Fresh:
    """An output that begins empty."""

    done = 0
    failed = 0


class Stream(Fresh):
    """Assessments in a ``form``, one after the other, on an open stream."""

    def __init__(self, stream: IO[str], form: Form) -> None:
        self._stream, self._form = stream, form
        self._between = ""
        stream.write(form.head)

    def write(self, assessment: Assessment) -> None:
        """Add one; whoever reads the stream has it at once."""
        self._stream.write(self._between + self._form.row(assessment))
        self._stream.flush()
        self._between = self._form.between

    def close(self) -> None:
        """Write what stands at the end."""
        self._stream.write(self._form.tail)
        self._stream.flush()


class Object(Fresh):
    """One essay as one JSON object."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, assessment: Assessment) -> None:
        """Write it."""
        self._stream.write(data.to_json([assessment]))

    def close(self) -> None:
        """Nothing is left to write."""
        self._stream.flush()


class Report(Fresh):
    """The report of one essay for reading, or the table of several."""

    def __init__(self, stream: IO[str], console: Console, table: bool, audience: Audience) -> None:
        self._stream, self._console, self._table, self._audience = stream, console, table, audience
        self._rows: list[Assessment] = []

    def write(self, assessment: Assessment) -> None:
        """Print the report; a table waits for all its rows."""
        if self._table:
            self._rows.append(assessment)
        else:
            print_report(assessment, self._console, self._audience)

    def close(self) -> None:
        """Print the table."""
        if self._table:
            print_table(self._rows, self._console, self._audience)
        self._stream.flush()


class Page(Fresh):
    """The HTML page or Word document of one essay, in a file or on standard output."""

    def __init__(self, target: Path | BinaryIO, format: str, audience: Audience, inputs: tuple[str, ...] = ()) -> None:
        self._target, self._format, self._audience, self._inputs = target, format, audience, inputs

    def write(self, assessment: Assessment) -> None:
        """Write it whole. Raises ``ScorerError`` (``unwritable``)."""
        made = page(assessment, self._format, self._audience)
        if isinstance(self._target, Path):
            write_file(self._target, made, self._inputs)
        else:
            self._target.write(made)

    def close(self) -> None:
        """Nothing is left to write."""
