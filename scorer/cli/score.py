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
from scorer.batch.run import assess_all
from scorer.cli.drafts import redrafted, with_draft, write_new
from scorer.cli.failures import OK, SOME_FAILED, USAGE, run, told
from scorer.engine import DEFAULT_MODEL, load
from scorer.errors import ScorerError
from scorer.reading.downloads.roster import Roster, read_roster
from scorer.reading.failures import printable
from scorer.reports import data
from scorer.reports.audience import Audience
from scorer.reports.labels import name_of
from scorer.reports.output import opened
from scorer.reports.pages import PAGES, check_output, write_pages
from scorer.reports.table import print_table
from scorer.reports.text import print_report
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
    html = "html"
    docx = "docx"


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"score {__version__}")
        raise typer.Exit(OK)


@app.command()
def score(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, zips that an LMS hands out, or -.")
    ],
    prompt: Annotated[
        str | None, typer.Option(metavar="TEXT|@FILE", help="The assignment, if no essay begins with it.")
    ] = None,
    rubric: Annotated[str, typer.Option(metavar="NAME|FILE", help="A built-in rubric or a .toml file.")] = DEFAULT,
    model: Annotated[str, typer.Option(metavar="NAME|DIR", help="A model bundle.")] = DEFAULT_MODEL,
    format: Annotated[Format, typer.Option(help="Text is a report for one essay, a table for many.")] = Format.text,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="File to write; a folder for the pages of many essays.")
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--for", help="A student's report leaves out intervals, contributions and flags.")
    ] = Audience.teacher,
    draft: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the feedback here to be edited (.md or .docx), or read it back."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="A text that the essay was to use; what is copied from it is marked."),
    ] = None,
    include_text: Annotated[bool, typer.Option("--include-text", help="Put the essay's text into the JSON.")] = False,
    glob: Annotated[str | None, typer.Option(metavar="PATTERN", help="Which files of a folder to read.")] = None,
    roster: Annotated[
        str | None, typer.Option(metavar="FILE", help="A class list (CSV with name, id, email, file) to match.")
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no warnings.")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Plain text (also by NO_COLOR).")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Grade essays against a rubric, with feedback that points at the student's own words."""
    with told():
        handed = collect(paths, glob, _roster(roster))
    if not handed:
        typer.echo("no_files: There is no file to read in the folders given: check the path or --glob.", err=True)
        raise typer.Exit(USAGE)
    with told():
        handed, drafted = with_draft(draft, handed)
        if format in PAGES and (draft is None or drafted):
            check_output(format.value, output, len(handed))
        assignment = _assignment(prompt)
        sources = _sources(source or [])
        engine = load(model, rubric)
    with_text = include_text or format in PAGES
    assessments = assess_all(engine, handed, assignment, jobs, with_text or drafted is not None, sources)
    failed = 0

    def counted() -> Iterator[Assessment]:
        nonlocal failed
        for done, assessment in enumerate(assessments, start=1):
            if assessment.error:
                failed += 1
                if not quiet:
                    typer.echo(f"{assessment.error.code}: {assessment.error.message}{_whose(assessment)}", err=True)
            elif assessment.status == "not_scored":
                failed += 1
                if not quiet:
                    typer.echo(f"{_name(assessment)}: {data.reason(assessment)}", err=True)
            if not quiet and len(handed) > 1 and sys.stderr.isatty():
                typer.echo(f"\r{done} of {len(handed)} essays", err=True, nl=done == len(handed))
            yield assessment

    if drafted:
        assessments = redrafted(assessments, drafted, audience, with_text, quiet)
    columns = [criterion.id for criterion in engine.rubric.criteria]
    inputs = [file for one in handed for file in one.files]
    if draft and not drafted:
        with told():
            write_new(draft, counted(), inputs, quiet)
        raise typer.Exit(SOME_FAILED if failed else OK)
    if format in PAGES:
        with told():
            write_pages(counted(), format.value, audience, output, len(handed), inputs, sys.stdout.buffer)
        raise typer.Exit(SOME_FAILED if failed else OK)
    with _opened(output, inputs) as stream:
        _write(counted(), format, len(handed), columns, stream, no_color, audience)
    raise typer.Exit(SOME_FAILED if failed else OK)


def _name(assessment: Assessment) -> str:
    """The student, or else the submission, as a terminal may show it."""
    return printable(name_of(assessment))


def _whose(assessment: Assessment) -> str:
    """Whose the file is, where its name does not say so."""
    name = _name(assessment)
    known = assessment.submission.student is None or (assessment.error and name in assessment.error.message)
    return "" if known else f" ({name})"


def _write(
    assessments: Iterable[Assessment],
    format: Format,
    count: int,
    criteria: list[str],
    stream: IO[str],
    no_color: bool,
    audience: Audience,
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
        console.width = max(console.width, NARROWEST)
        if count > 1:
            print_table(assessments, console)
        else:
            console.width = min(console.width, WIDEST)
            for assessment in assessments:
                print_report(assessment, console, audience)


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


def _roster(path: str | None) -> Roster | None:
    """``--roster``: the class list. Raises ``ScorerError``."""
    if path == "":
        raise ScorerError("no_path", "--roster names no file: write --roster class.csv.")
    return read_roster(path) if path else None


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
