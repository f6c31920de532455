"""``score PATH...``: grade essays."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer
from rich.console import Console

from scorer import __version__
from scorer.assessment import Assessment
from scorer.batch.collect import collect
from scorer.batch.run import assess_files
from scorer.cli.failures import OK, SOME_FAILED, USAGE, run, told
from scorer.engine import DEFAULT_MODEL, load
from scorer.errors import ScorerError
from scorer.reports import data, text
from scorer.reports.output import opened
from scorer.rubric import DEFAULT

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

NARROWEST, WIDEST = 60, 110
"""Columns of the text report where the output is no terminal, and at most."""


class Format(StrEnum):
    """How assessments are written."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"score {__version__}")
        raise typer.Exit(OK)


@app.command()
def score(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    prompt: Annotated[
        str | None, typer.Option(metavar="TEXT|@FILE", help="The assignment, if no essay begins with it.")
    ] = None,
    rubric: Annotated[str, typer.Option(metavar="NAME|FILE", help="A built-in rubric or a .toml file.")] = DEFAULT,
    model: Annotated[str, typer.Option(metavar="NAME|DIR", help="A model bundle.")] = DEFAULT_MODEL,
    format: Annotated[Format, typer.Option(help="Text is a report for one essay, a table for many.")] = Format.text,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write, instead of standard output.")
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="A text that the essay was to use; what is copied from it is marked."),
    ] = None,
    include_text: Annotated[bool, typer.Option("--include-text", help="Put the essay's text into the JSON.")] = False,
    glob: Annotated[str | None, typer.Option(metavar="PATTERN", help="Which files of a folder to read.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no warnings.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Plain text (also by NO_COLOR).")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Grade essays against a rubric, with feedback that points at the student's own words."""
    with told():
        files = list(collect(paths, glob))
    if not files:
        typer.echo("no_files: There is no file to read in the folders given: check the path or --glob.", err=True)
        raise typer.Exit(USAGE)
    with told():
        assignment = _assignment(prompt)
        sources = _sources(source or [])
        engine = load(model, rubric)
    assessments = assess_files(engine, files, assignment, jobs, include_text, sources)
    failed = 0

    def counted() -> Iterator[Assessment]:
        nonlocal failed
        for done, assessment in enumerate(assessments, start=1):
            if assessment.error:
                failed += 1
                if not quiet:
                    typer.echo(f"{assessment.error.code}: {assessment.error.message}", err=True)
            elif assessment.status == "not_scored":
                failed += 1
                if not quiet:
                    typer.echo(f"{assessment.submission.id}: {data.reason(assessment)}", err=True)
            if not quiet and len(files) > 1 and sys.stderr.isatty():
                typer.echo(f"\r{done} of {len(files)} essays", err=True, nl=done == len(files))
            yield assessment

    columns = [criterion.id for criterion in engine.rubric.criteria]
    with _opened(output, files) as stream:
        _write(counted(), format, len(files), columns, stream, no_color)
    raise typer.Exit(SOME_FAILED if failed else OK)


def _write(
    assessments: Iterable[Assessment], format: Format, count: int, criteria: list[str], stream: IO[str], no_color: bool
) -> None:
    if format is Format.json:
        stream.write(data.to_json(list(assessments)))
    elif format is Format.jsonl:
        for assessment in assessments:
            stream.write(data.to_json_line(assessment))
            stream.flush()
    elif format is Format.csv:
        stream.write(data.csv_line(data.csv_header(criteria)))
        for assessment in assessments:
            stream.write(data.csv_line(data.to_csv_row(assessment, criteria)))
    else:
        console = Console(file=stream, no_color=no_color or None, highlight=False)
        console.width = min(max(console.width, NARROWEST), WIDEST) if count == 1 else max(console.width, WIDEST)
        if count > 1:
            text.print_table(assessments, console)
        else:
            for assessment in assessments:
                text.print_report(assessment, console)


def _opened(output: Path | None, inputs: list[str]) -> AbstractContextManager[IO[str]]:
    """The output file, or standard output as UTF-8 that stays open."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        return nullcontext(sys.stdout)
    with told():
        return opened(output, inputs)


def _assignment(prompt: str | None) -> str | None:
    """``--prompt``: a text, or ``@FILE`` to read one. Raises ``ScorerError``."""
    if prompt is None or not prompt.startswith("@"):
        return prompt
    from scorer.reading import read_path  # only for a prompt in a file

    if prompt == "@":
        raise ScorerError("no_path", "--prompt @ names no file: write --prompt @assignment.txt.")
    return read_path(prompt[1:]).text.strip()


def _sources(paths: list[str]) -> tuple[str, ...]:
    """``--source``: the texts of the files. Raises ``ScorerError``."""
    if "" in paths:
        raise ScorerError("no_path", "--source names no file: write --source article.txt.")
    if not paths:
        return ()
    from scorer.reading import read_path  # only where there are sources

    return tuple(read_path(path).text for path in paths)


def main() -> None:
    """Entry point of the console script ``score``."""
    run(app)
