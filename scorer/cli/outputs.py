"""Where ``score`` writes: one place that knows which output a format and a path mean."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from rich.console import Console

from scorer.assessment import OVERRIDE
from scorer.batch.grade import Output
from scorer.batch.writing.folder import ReportFolder
from scorer.batch.writing.form import form_of
from scorer.batch.writing.lines import LineFile
from scorer.batch.writing.partitions import Partitions
from scorer.batch.writing.stream import Object, Page, Report, Stream
from scorer.errors import ScorerError
from scorer.reports.audience import Audience
from scorer.reports.output import opened
from scorer.reports.pages import PAGES, check_output

NARROWEST, WIDEST = 60, 110
"""Columns of the text report where the output is no terminal, and at most."""


CHANGED = f'"code":"{OVERRIDE}"'.encode()
"""How a line of results says that a teacher changed a score."""


class Format(StrEnum):
    """How assessments are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    html = "html"
    docx = "docx"
    parquet = "parquet"


PARTED = (Format.jsonl, Format.csv, Format.parquet)
TO_READ = (Format.text, *PAGES)


@dataclass(frozen=True)
class Target:
    """What was asked for on the command line; ``partition`` is the rows of a file, 0 for one file."""

    format: Format
    path: Path | None
    audience: Audience
    partition: int
    no_color: bool


def check_audience(format: Format, audience: Audience) -> None:
    """Raise ``ScorerError`` (``no_audience``) where a student's report is asked for in a format that has none."""
    if audience is Audience.student and format not in TO_READ:
        raise ScorerError(
            "no_audience", f"--for student goes with --format text, html or docx: {format} holds the whole assessment."
        )


def check(target: Target, count: int, resume: bool) -> None:
    """Raise ``ScorerError`` where the results have no place to go, before any work is done."""
    if target.format in PAGES:
        check_output(target.format.value, target.path, count)
    if target.partition or target.format is Format.parquet:
        if target.format not in PARTED:
            raise ScorerError("no_partition", "--partition goes with --format jsonl, csv or parquet.")
        if target.path is None:
            raise ScorerError("no_output", "Partitions are files in a folder: name it with -o FOLDER.")
    elif target.format is Format.jsonl and target.path and target.path.is_file() and resume:
        _spare(target.path)


def _spare(path: Path) -> None:
    """Raise ``ScorerError`` (``file_exists``) where the results hold a teacher's changes, which would be gone."""
    with suppress(OSError), path.open("rb") as lines:  # a file that cannot be opened is told where it is written
        if any(CHANGED in line for line in lines):
            raise ScorerError(
                "file_exists",
                f"{path} holds scores that a teacher changed: name another with -o, or give --no-resume to lose them.",
            )


def output_of(
    target: Target,
    criteria: list[str],
    settings: str,
    submissions: Sequence[str],
    names: Sequence[str],
    resume: bool,
    inputs: Sequence[str],
) -> Output:
    """The output. ``criteria`` are the rubric's ids, ``settings`` the digest of the run's settings, ``names`` what
    reports are called, ``inputs`` the files that are never overwritten. Raises ``ScorerError``."""
    format, path, count = target.format, target.path, len(submissions)
    if format is Format.parquet or target.partition:
        assert path is not None
        rows = target.partition or count
        return Partitions(path, format.value, criteria, settings, submissions, rows, resume)
    if format in PAGES:
        if path is not None and (count > 1 or path.is_dir() or not path.suffix):
            return ReportFolder(path, format.value, target.audience, settings, submissions, names, resume, inputs)
        return Page(path or sys.stdout.buffer, format.value, target.audience, tuple(inputs))
    if path is not None and count > 1 and format is not Format.text:
        return LineFile(path, form_of(format.value, criteria), settings, submissions, resume, inputs)
    stream = _stream(path, inputs)
    if format is Format.json and count == 1:
        return Object(stream)
    if format is not Format.text:
        return Stream(stream, form_of(format.value, criteria))
    console = Console(file=stream, no_color=target.no_color or None, highlight=False)
    console.width = max(console.width, NARROWEST)
    if count == 1:
        console.width = min(console.width, WIDEST)
    return Report(stream, console, count > 1, target.audience)


def _stream(path: Path | None, inputs: Sequence[str]) -> IO[str]:
    """The output file, or standard output as UTF-8."""
    if path is not None:
        return opened(path, inputs)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout
