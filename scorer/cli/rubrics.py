"""``scorer rubric``: look at rubrics, check them, bring them in from elsewhere and take them there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from scorer.bundle import find_bundle, read_card
from scorer.cli import rubric_views as views
from scorer.cli.failures import USAGE, told
from scorer.errors import RubricError, ScorerError
from scorer.rubric import Rubric, builtin_names, load_rubric
from scorer.rubric.exchange import Format, export_rubrics, import_rubrics, target_format
from scorer.rubric.load import checked, file_bytes, rubric_bytes
from scorer.rubric.matching import Match, accepted, notes, propose
from scorer.rubric.measures import unknown_measures
from scorer.rubric.write import to_toml

rubric_app = typer.Typer(no_args_is_help=True, help="Look at rubrics, check them, import and export them.")

DEFAULT_MODEL = "traits"
Name = Annotated[str, typer.Argument(metavar="NAME|FILE", help="A built-in name or a .toml file.")]
FormatOption = Annotated[
    Format | None, typer.Option(help="The other system's format; told by the file where this is left out.")
]


@rubric_app.command("list")
def rubric_list() -> None:
    """Name the built-in rubrics."""
    Console(highlight=False).print(views.catalogue([load_rubric(name) for name in builtin_names()]))


@rubric_app.command("show")
def rubric_show(name: Name) -> None:
    """Print a rubric: its criteria, what scores them, their levels, and what is required."""
    with told():
        rubric = load_rubric(name)
    Console(highlight=False).print(views.whole(rubric))


@rubric_app.command("validate")
def rubric_validate(name: Name) -> None:
    """Check a rubric file; exit status 2 and every fault with its line if it cannot be used."""
    from scorer.features import registered  # loads what measures them; the other commands need it not

    with told():
        rubric, faults = checked(rubric_bytes(name), name)
        traits = read_card(find_bundle(DEFAULT_MODEL)).settings["traits"]
    if rubric is not None:
        faults = unknown_measures(rubric, registered(), traits)
    for fault in faults:
        typer.echo(f"rubric_invalid: {name}, {fault}.", err=True)
    if rubric is None or faults:
        raise typer.Exit(USAGE)
    typer.echo(f"{rubric.id}: {_counted(len(rubric.criteria))}, valid{_left_to_the_teacher(rubric)}")


@rubric_app.command("import")
def rubric_import(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Canvas CSV, Open edX JSON or XML, or Moodle JSON.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="A .toml file, or a folder where FILE holds several."),
    ] = None,
    format: FormatOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Accept every proposal of what scores a criterion.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are already there.")] = False,
) -> None:
    """Turn another system's rubric into a rubric file, and propose by its words what scores each criterion.

    Without --yes you are asked about each proposal; where nobody can be asked, they are written as comments.
    """
    with told():
        content = file_bytes(file, f"There is no file {file!r} that can be read: check the path.")
        rubrics = import_rubrics(content, Path(file).name, format)
        targets = _targets(rubrics, output, force)
    errors = Console(stderr=True, highlight=False)
    for rubric, target in zip(rubrics, targets, strict=True):
        matches = propose(rubric)
        errors.print(views.proposals(rubric, matches))
        made = accepted(rubric, matches, _confirmed(rubric, matches, yes))
        text = to_toml(made, notes(made, matches))
        with told():
            _write(target, text.encode())
        scored = sum(criterion.scored for criterion in made.criteria)
        where = target or "standard output"
        typer.echo(f"{where}: {_counted(len(made.criteria))}, {scored} scored{_next(made, matches)}", err=True)


@rubric_app.command("export")
def rubric_export(
    names: Annotated[list[str], typer.Argument(metavar="NAME|FILE...", help="Built-in names or .toml files.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="File to write, instead of standard output.")
    ] = None,
    format: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is already there.")] = False,
) -> None:
    """Write rubrics for another system; Canvas and Moodle take several in one file.

    With a FILE that ends in .toml the rubric's own file is written, with its remarks: a copy to change.
    """
    with told():
        rubrics = [load_rubric(name) for name in names]
        if output and output.suffix.lower() == ".toml" and len(names) == 1 and format is None:
            content = rubric_bytes(names[0])
        else:
            content = export_rubrics(rubrics, format or target_format(output, rubrics))
        _write(_free(output, force) if output else None, content)


def _targets(rubrics: Sequence[Rubric], output: Path | None, force: bool) -> list[Path | None]:
    """Where each rubric goes; None is standard output."""
    if len(rubrics) == 1 and (output is None or output.suffix.lower() == ".toml"):
        return [_free(output, force) if output else None]
    if output is None or output.suffix.lower() == ".toml":
        raise RubricError(
            "rubric_several", f"The file holds {len(rubrics)} rubrics: give a folder for them with -o FOLDER."
        )
    return [_free(output / f"{rubric.id}.toml", force) for rubric in rubrics]


def _free(path: Path, force: bool) -> Path:
    if path.exists() and not force:
        raise ScorerError("file_exists", f"{path} is already there: choose another name with -o, or give --force.")
    return path


def _write(path: Path | None, content: bytes) -> None:
    """Bytes to a file, its folder made if need be, or to standard output."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another file.") from error


def _confirmed(rubric: Rubric, matches: Sequence[Match], yes: bool) -> set[str]:
    """Ids of the criteria whose proposal the teacher accepts."""
    proposed = [match for match in matches if match.measures]
    if yes or not _can_ask():
        return {match.criterion for match in proposed} if yes else set()
    titles = {criterion.id: criterion.title for criterion in rubric.criteria}
    return {
        match.criterion
        for match in proposed
        if typer.confirm(
            views.plain(f"Score “{titles[match.criterion]}” by {match.title}?").plain,
            default=match.sure == "sure",
            err=True,
        )
    }


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _next(rubric: Rubric, matches: Sequence[Match]) -> str:
    """What the teacher can do about proposals that were not accepted."""
    waiting = [m for m in matches if m.measures and not rubric.criteria[_place(rubric, m.criterion)].scored]
    return f"; {len(waiting)} proposed in comments: uncomment them, or import with --yes" if waiting else ""


def _place(rubric: Rubric, id: str) -> int:
    return [criterion.id for criterion in rubric.criteria].index(id)


def _counted(criteria: int) -> str:
    return f"{criteria} {'criterion' if criteria == 1 else 'criteria'}"


def _left_to_the_teacher(rubric: Rubric) -> str:
    left = [criterion.id for criterion in rubric.criteria if not criterion.scored]
    return f"; left to you: {', '.join(left)}" if left else ""
