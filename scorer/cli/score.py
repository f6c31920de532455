"""``score PATH...``: grade essays."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorer import __version__
from scorer.assessment import Assessment
from scorer.batch.audit import Audit
from scorer.batch.collect import collect
from scorer.batch.grade import Outcome, Output, grade
from scorer.batch.job import Job, settings_digest, submission_digest
from scorer.batch.limited import Allowance
from scorer.batch.pseudonyms import Pseudonyms
from scorer.batch.workers import LOCAL, Workers
from scorer.bundle import file_digest
from scorer.cli.drafts import DraftFile, redrafted, with_draft
from scorer.cli.failures import OK, SOME_FAILED, STOPPED, USAGE, run, told
from scorer.cli.outputs import Format, Target, check, check_audience, output_of
from scorer.cli.progress import Bar
from scorer.corrections.languagetool import reachable, stays_here
from scorer.engine import DEFAULT_MODEL, Engine, load
from scorer.errors import ScorerError
from scorer.reading.downloads.feedback_names import feedback_stem
from scorer.reading.downloads.hand_in import HandIn
from scorer.reading.downloads.roster import Roster, read_roster
from scorer.reading.failures import printable
from scorer.reports import data
from scorer.reports.audience import Audience
from scorer.reports.labels import name_of
from scorer.reports.pages import PAGES
from scorer.rubric import DEFAULT

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
ALLOWANCE = Allowance()


class Backend(StrEnum):
    """Where the work is done."""

    loky = LOCAL
    dask = "dask"
    ray = "ray"


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
        Audience,
        typer.Option("--for", help="A student's text, html or docx leaves out intervals, contributions and flags."),
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
    backend: Annotated[Backend, typer.Option(help="Processes of this machine, or a cluster.")] = Backend.loky,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A running cluster, e.g. tcp://host:8786 for dask.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--no-resume", help="Go on with an output that a stopped run has left.")
    ] = True,
    partition: Annotated[
        int, typer.Option(metavar="ROWS", min=0, help="Write files of so many essays into the folder -o.")
    ] = 0,
    audit: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add a log of every score, without texts and names.")
    ] = None,
    pseudonyms: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Hide the students' names; FILE keeps who is who.")
    ] = None,
    languagetool: Annotated[
        str | None, typer.Option(metavar="URL", help="Add the corrections of a LanguageTool server.")
    ] = None,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Time that one essay may take; 0 for no limit.")
    ] = ALLOWANCE.seconds,
    memory_limit: Annotated[
        int, typer.Option(metavar="MB", min=0, help="Memory that one essay may take; 0 for no limit.")
    ] = ALLOWANCE.megabytes,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress, no warnings.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Say on stderr what is done; never a word of a text.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Plain text (also by NO_COLOR).")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Grade essays against a rubric, with feedback that points at the student's own words."""
    if verbose:
        logging.basicConfig(format="%(message)s")
        logging.getLogger("scorer").setLevel(logging.DEBUG)
    with told():
        handed = collect(paths, glob, _roster(roster))
    if not handed:
        typer.echo("no_files: There is no file to read in the folders given: check the path or --glob.", err=True)
        raise typer.Exit(USAGE)
    target = Target(format, output, audience, partition, no_color)
    with told():
        check_audience(format, audience)
        handed, drafted = with_draft(draft, handed)
        if draft is None or drafted:
            check(target, len(handed), resume)
        _check_workers(backend, scheduler)
        _check_languagetool(languagetool, quiet)
        assignment = _assignment(prompt)
        texts = _sources(source or [])
        key = Pseudonyms(pseudonyms) if pseudonyms else None
        log = Audit(audit) if audit else None
        engine = load(model, rubric)
        inputs = [file for one in handed for file in one.files]
        names = [feedback_stem(one) for one in handed]
        if key:
            handed = key.renamed(handed)
            names = [one.id for one in handed]
        with_text = include_text or format in PAGES
        allowance = Allowance(time_limit, memory_limit)
        job = Job(assignment, with_text or drafted is not None, texts, allowance, languagetool)
        settings = settings_digest(engine, job, _form(target, draft if drafted else None))
        submissions = [submission_digest(one) for one in handed]
        columns = [criterion.id for criterion in engine.rubric.criteria]
        made: Output
        if draft and not drafted:
            made = DraftFile(draft, len(handed), inputs, quiet)
        else:
            made = output_of(target, columns, settings, submissions, names, resume, inputs)
        if log:
            log.run(settings, len(handed), made.done)
        if made.done and not quiet:
            typer.echo(_going_on(made.done, len(handed)), err=True)
        workers = Workers(jobs, backend.value, scheduler)

        def changed(assessments: Iterator[Assessment]) -> Iterator[Assessment]:
            hidden = map(key.hide, assessments) if key else assessments
            return redrafted(hidden, drafted, audience, with_text, quiet) if drafted else hidden

        with Bar(len(handed), made.done, not quiet and len(handed) > 1, no_color) as bar:
            outcome = _graded(engine, handed, job, workers, made, changed, log, bar, quiet)
    if outcome.stopped:
        typer.echo(_stopped(outcome, len(handed), target), err=True)
        raise typer.Exit(STOPPED)
    raise typer.Exit(SOME_FAILED if outcome.failed else OK)


def _graded(
    engine: Engine,
    handed: list[HandIn],
    job: Job,
    workers: Workers,
    output: Output,
    changed: Callable[[Iterator[Assessment]], Iterator[Assessment]],
    log: Audit | None,
    bar: Bar,
    quiet: bool,
) -> Outcome:
    """The run; a request to end the program stops it as Ctrl-C does."""

    def tell(assessment: Assessment) -> None:
        failure = _failure(assessment)
        if failure and not quiet:
            bar.say(failure)
        bar.step()

    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return grade(engine, handed, job, workers, output, tell, changed, log)
    finally:
        signal.signal(signal.SIGTERM, before)


def _failure(assessment: Assessment) -> str | None:
    """Why a submission has no score, in a line; None where it has one."""
    if assessment.error:
        return f"{assessment.error.code}: {assessment.error.message}{_whose(assessment)}"
    return f"{_name(assessment)}: {data.reason(assessment)}" if assessment.status == "not_scored" else None


def _going_on(done: int, count: int) -> str:
    if done == count:
        return f"All {count} essays are there from an earlier run; --no-resume scores them anew."
    return f"Going on after {done} of {count} essays, which are there from an earlier run; --no-resume begins anew."


def _stopped(outcome: Outcome, count: int, target: Target) -> str:
    said = f"Stopped after {outcome.done} of {count} essays."
    if target.path is None or target.format is Format.text:
        return said
    return f"{said} They are in {target.path}; give the same command again to go on from there."


def _form(target: Target, draft: Path | None) -> dict[str, str]:
    """What the written bytes depend on besides the essays: the target, and the draft whose words are used."""
    return {
        "format": target.format.value,
        "audience": target.audience.value if target.format in PAGES else "",
        "partition": str(target.partition),
        "draft": file_digest(draft) if draft else "",
    }


def _check_workers(backend: Backend, scheduler: str | None) -> None:
    if scheduler is not None and backend is Backend.loky:
        raise ScorerError("no_cluster", "--scheduler names a cluster: say of which kind with --backend dask or ray.")


def _check_languagetool(url: str | None, quiet: bool) -> None:
    if url is None:
        return
    reachable(url)
    if not stays_here(url) and not quiet:
        typer.echo(f"The essays are sent to the LanguageTool server at {url}.", err=True)


def _name(assessment: Assessment) -> str:
    """The student, or else the submission, as a terminal may show it."""
    return printable(name_of(assessment))


def _whose(assessment: Assessment) -> str:
    """Whose the file is, where its name does not say so."""
    name = _name(assessment)
    known = assessment.submission.student is None or (assessment.error and name in assessment.error.message)
    return "" if known else f" ({name})"


def _assignment(prompt: str | None) -> str | None:
    """``--prompt``: a text, or ``@FILE`` to read one. Raises ``ScorerError``."""
    if prompt is None:
        return None
    if not prompt.startswith("@"):
        if os.path.isfile(prompt):  # noqa: PTH113 - takes a long text without an error, as Path does not
            raise ScorerError("no_path", f"--prompt {prompt} is a file's name: write --prompt @{prompt} to read it.")
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
