"""``scorer grades``: scores into a gradebook, and a teacher's changes to them."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scorer.cli.failures import OK, SOME_FAILED, USAGE, told
from scorer.errors import DataError, ScorerError
from scorer.lms.assessments import assessment_of, numbered, read_assessments, read_bytes, write_whole
from scorer.lms.fill import Filled, Outcome, fill
from scorer.lms.gradebooks.read import read_gradebook
from scorer.reading.downloads.feedback_names import returned_as
from scorer.reading.failures import printable
from scorer.reports.audience import Audience
from scorer.rubric import load_rubric

grades_app = typer.Typer(no_args_is_help=True, help="Enter scores into a gradebook, and change them.")

MOST_NAMES = 20
"""Students without an essay who are named; the rest are counted."""

Assessments = Annotated[
    Path, typer.Argument(metavar="ASSESSMENTS.jsonl", help="What `score ... --format jsonl -o FILE` wrote.")
]


@grades_app.command("fill")
def grades_fill(
    export: Annotated[
        Path, typer.Argument(metavar="EXPORT", help="The gradebook as Canvas, Moodle or Blackboard exports it.")
    ],
    assessments: Assessments,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILLED", help="The file to write.")] = None,
    assignment: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Which column, where the gradebook has several.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace grades and comments that are there.")] = False,
    include_review: Annotated[
        bool, typer.Option("--include-review", help="Enter scores of essays that need review, too.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be entered; write nothing.")] = False,
) -> None:
    """Enter scores into a gradebook's export, to be imported again; only grades and comments change."""
    if output is None and not dry_run:
        typer.echo("no_path: Say where to write the filled gradebook with -o, or use --dry-run.", err=True)
        raise typer.Exit(USAGE)
    with told():
        if output and output.resolve() in {export.resolve(), assessments.resolve()}:
            raise ScorerError("unwritable", f"{output} is what is read: choose another file to write.")
        book = read_gradebook(read_bytes(export), assignment)
        filled = fill(book, read_assessments(assessments), overwrite, include_review)
        if output and not dry_run:
            write_whole(output, filled.data)
    _report(filled, book.system, dry_run)
    raise typer.Exit(SOME_FAILED if any(outcome.result == "refused" for outcome in filled.outcomes) else OK)


@grades_app.command("override")
def grades_override(
    assessments: Assessments,
    student: Annotated[str, typer.Option(metavar="S", help="The student's id or name, as the assessment has it.")],
    criterion: Annotated[str, typer.Option(metavar="C", help="The criterion's id or title.")],
    score: Annotated[float, typer.Option(metavar="X", help="The new score, on the criterion's scale.")],
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept with the score.")],
    rubric: Annotated[
        str | None, typer.Option(metavar="NAME|FILE", help="The rubric, where it is not a built-in one.")
    ] = None,
    audit: Annotated[Path | None, typer.Option(metavar="FILE", help="Add the change to this audit log.")] = None,
) -> None:
    """Change a criterion's score in the file of assessments: the machine's stays beside it, the overall follows."""
    from scorer.lms.override import Change, overridden  # loads what scores; the other commands need it not

    with told():
        data = read_bytes(assessments)
        number, line = _line_of(data, assessments, student)
        before = assessment_of(line, assessments, number)
        after = overridden(before, Change(criterion, score, reason), load_rubric(rubric or before.rubric.id))
        lines = data.split(b"\n")
        lines[number - 1] = after.model_dump_json().encode()
        if audit:
            from scorer.batch.audit import Audit  # only where it is asked for

            Audit(audit).override(before, after, reason)
        write_whole(assessments, b"\n".join(lines))
    was = "not scored" if before.overall is None else f"{before.overall.score:.2f}"
    now = "not scored" if after.overall is None else f"{after.overall.score:.2f} of {after.overall.max_score:g}"
    typer.echo(f"{after.flags[-1].message}\nOverall: {now} (was {was})", err=True)


class PageFormat(StrEnum):
    """Reports with pages."""

    html = "html"
    docx = "docx"


@grades_app.command("pages")
def grades_pages(
    assessments: Assessments,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder of the pages.")],
    format: Annotated[PageFormat, typer.Option(help="A page to open, or a Word file.")] = PageFormat.html,
    audience: Annotated[
        Audience, typer.Option("--for", help="A student's report leaves out intervals, contributions and flags.")
    ] = Audience.teacher,
) -> None:
    """Make the reports from a file of assessments, with what a teacher changed there; nothing is scored again."""
    from scorer.batch.writing.folder import ReportFolder  # loads what draws; the other commands need it not

    with told():
        given = read_assessments(assessments)
        submissions = [one.submission for one in given]
        names = [returned_as((one.path,) if one.path else (), one.id) for one in submissions]
        inputs = [str(assessments), *(one.path for one in submissions if one.path)]
        ids = [one.id for one in submissions]
        pages = ReportFolder(output, format.value, audience, "", ids, names, resume=False, inputs=inputs)
        try:
            for one in given:
                pages.write(one)
        finally:
            pages.close()
    without = sum(one.text is None and one.error is None for one in given)
    if without:
        typer.echo(
            f"{without} of {len(given)} pages are without the essay, whose text is not in the file: grade with "
            "--include-text to have it there.",
            err=True,
        )


def _line_of(data: bytes, path: Path, student: str) -> tuple[int, bytes]:
    """The one line of the student. Raises ``DataError`` (``student_unknown``)."""
    asked = student.strip().casefold()
    found: list[tuple[int, bytes]] = []
    students: list[str] = []
    for number, line in numbered(data):
        submission = assessment_of(line, path, number).submission
        students += [submission.id, submission.student or submission.id]
        if asked in (submission.id.casefold(), (submission.student or "").casefold()):
            found.append((number, line))
    if len(found) != 1:
        who = "No submission is" if not found else f"{len(found)} submissions are"
        give = "the id" if found else "the id or the name"
        like = "" if found else _like(asked, students)
        raise DataError(
            "student_unknown", f"{who} by {student!r} in {path}: give {give} that stands in the file{like}."
        )
    return found[0]


def _like(asked: str, students: list[str]) -> str:
    """The id or name that is most like what was asked for, where one is."""
    near = get_close_matches(asked, [name.casefold() for name in students], n=1)
    return next((f", such as {name!r}" for name in students if name.casefold() in near), "")


def _report(filled: Filled, system: str, dry_run: bool) -> None:
    count = Counter(outcome.result for outcome in filled.outcomes)
    entered = "Grades that would be entered" if dry_run else "Grades entered"
    lines = [
        f"{system} gradebook. {entered}: {count['filled']}; left as they are: {count['kept']}; "
        f"without a place: {count['refused']}; students without an essay: {len(filled.without_essay)}."
    ]
    for title, result in (("Entered", "filled"), ("Left", "kept"), ("Without a place", "refused")):
        listed = [_said(outcome) for outcome in filled.outcomes if outcome.result == result]
        lines += ["", title, *listed] if listed else []
    if filled.without_essay:
        rest = len(filled.without_essay) - MOST_NAMES
        names = "; ".join(filled.without_essay[:MOST_NAMES]) + (f"; and {rest} more" if rest > 0 else "")
        lines += ["", "Without an essay", f"  {names}"]
    for line in lines:
        typer.echo(printable(line), err=True)


def _said(outcome: Outcome) -> str:
    return f"  {outcome.student}: " + "; ".join(part for part in (outcome.grade, outcome.why) if part)
