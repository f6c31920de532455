"""``scorer``: the workbench for training, measuring and looking things up."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scorer import __version__
from scorer.bundle import models_folder, read_card, verify
from scorer.cli.failures import OK, run, told
from scorer.cli.grades import grades_app
from scorer.cli.rubrics import rubric_app
from scorer.errors import DataError
from scorer.reports.output import opened
from scorer.rubric import DEFAULT
from scorer.schema import assessment_schema

if TYPE_CHECKING:  # the training side is slow to import
    from scorer.training.train import Evaluated

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)
model_app = typer.Typer(no_args_is_help=True, help="Look at and check model bundles.")
app.add_typer(rubric_app, name="rubric")
app.add_typer(model_app, name="model")
app.add_typer(grades_app, name="grades")

SEED = 1


class Corpus(StrEnum):
    """Formats of graded essays."""

    csv = "csv"
    ellipse = "ellipse"
    asap = "asap"
    persuade = "persuade"
    aae = "aae"


class Format(StrEnum):
    """How an evaluation is printed."""

    text = "text"
    json = "json"
    html = "html"


Data = Annotated[
    list[Path], typer.Argument(metavar="DATA...", help="Files of graded essays (.gz and .xz are read in place).")
]
CorpusOption = Annotated[Corpus, typer.Option(help="The files' format.")]
SeedOption = Annotated[int, typer.Option(help="Seed of everything that is drawn.")]
Jobs = Annotated[int, typer.Option(min=1, help="Worker processes for parsing.")]
FormatOption = Annotated[Format, typer.Option(help="Lines to read, JSON, or one page with plots.")]
Within = Annotated[str | None, typer.Option(metavar="COLUMN", help="A model of its own per value of a column.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="PATH", help="File to write.")]
By = Annotated[str | None, typer.Option(metavar="COLUMN", help="Report agreement for each value of a column, too.")]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"scorer {__version__}")
        raise typer.Exit(OK)


@app.callback()
def workbench(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Train, measure and inspect what `score` grades with."""


@app.command()
def train(
    data: Data,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder of the new bundle.")],
    corpus: CorpusOption = Corpus.csv,
    within: Within = None,
    seed: SeedOption = SEED,
    jobs: Jobs = 1,
) -> None:
    """Train a scoring model on graded essays and write its bundle, with cross-validated metrics on its card.

    With --within, DIR holds one bundle per value of the column, and `score --model DIR/VALUE` uses it.
    """
    from scorer.training.train import train_bundle, train_heads  # scikit-learn's training side is slow to import

    with told():
        if within:
            cards = train_heads(corpus.value, data, output, within, seed, jobs, _progress)
        else:
            cards = {"": train_bundle(corpus.value, data, output, seed, jobs, _progress)}
    for value, card in cards.items():
        typer.echo(f"{card.id} {card.version}: {output / value}")


@app.command()
def calibrate(
    graded: Annotated[
        Path, typer.Argument(metavar="GRADED.csv", help="Essays (text or path) with grades by criterion, or overall.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder of the new bundle.")],
    model: Annotated[str, typer.Option(metavar="NAME|DIR", help="The general model to begin with.")] = "traits",
    rubric: Annotated[str, typer.Option(metavar="NAME|FILE", help="The rubric that the grades follow.")] = DEFAULT,
    with_batch: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Ungraded essays of the same task, to compare with.")
    ] = None,
) -> None:
    """Fit the model to essays that a teacher graded herself (10 to 50), on her own rubric and scale.

    `score --model DIR --rubric R` then scores by it.
    """
    from scorer.training.calibrate import calibrate_bundle

    with told():
        _, outcomes = calibrate_bundle(graded, model, rubric, output, with_batch, _progress)
    for outcome in outcomes:
        typer.echo(outcome.sentence)


@app.command("cross-validate")
def cross_validate(
    data: Data,
    corpus: CorpusOption = Corpus.csv,
    folds: Annotated[int, typer.Option(min=2, help="Number of shuffled folds.")] = 5,
    fold_file: Annotated[
        Path | None, typer.Option(metavar="F", help="JSON of folds: {fold: {train, test: ids}}.")
    ] = None,
    leave_one_out: Annotated[str | None, typer.Option(metavar="COLUMN", help="One fold per value of a column.")] = None,
    within: Within = None,
    by: By = None,
    unlabelled_batch: Annotated[
        bool, typer.Option("--unlabelled-batch", help="Let the model see the group left out, without its grades.")
    ] = False,
    calibrate_with: Annotated[
        int, typer.Option(min=0, metavar="N", help="Give the model N grades of the group left out first.")
    ] = 0,
    seed: SeedOption = SEED,
    jobs: Jobs = 1,
    format: FormatOption = Format.text,
    output: Output = None,
) -> None:
    """Agreement with human scores on essays that the model has not seen."""
    from scorer.training.train import cross_validated

    with told():
        if fold_file and leave_one_out:
            raise DataError("data_invalid", "--fold-file and --leave-one-out cannot be used together: choose one.")
        if (unlabelled_batch or calibrate_with) and not leave_one_out:
            raise DataError(
                "data_invalid",
                "--unlabelled-batch and --calibrate-with need --leave-one-out: say which groups are new.",
            )
        result = cross_validated(
            corpus.value, data, folds, seed, jobs, _progress,
            fold_file=fold_file, leave_out=leave_one_out, within=within, by=by,
            batch=unlabelled_batch, graded=calibrate_with,
        )  # fmt: skip
    _print(result, format, output)


@app.command()
def evaluate(
    model: Annotated[
        str, typer.Argument(metavar="MODEL", help="A bundle's folder or name; `argument` is the component tagger.")
    ],
    data: Data,
    corpus: CorpusOption = Corpus.csv,
    by: By = None,
    jobs: Jobs = 1,
    format: FormatOption = Format.text,
    output: Output = None,
) -> None:
    """Agreement of a trained model with human scores on graded essays."""
    with told():
        if corpus is Corpus.aae:
            from scorer.training.argument.evaluate import evaluate_tagger

            _print_plain(evaluate_tagger(model, data), output)
            return
        from scorer.training.train import evaluated

        result = evaluated(model, corpus.value, data, by, jobs, _progress)
    _print(result, format, output)


@app.command()
def features(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or -.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.csv", help="The table to write.")],
    prompt: Annotated[str | None, typer.Option(help="The assignment, if no essay begins with it.")] = None,
) -> None:
    """Every feature of every essay, as a table for researchers. Essays that cannot be read are named on stderr."""
    from scorer.batch.features import write_features

    with told():
        failed = write_features(
            paths, output, prompt, lambda error: typer.echo(f"{error.code}: {error.message}", err=True)
        )
    raise typer.Exit(1 if failed else OK)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the assessment."""
    typer.echo(json.dumps(assessment_schema(), indent=1))


@model_app.command("list")
def model_list() -> None:
    """Name the bundles that come with the package."""
    for folder in sorted(models_folder().iterdir()):
        if (folder / "model.json").is_file():
            card = read_card(folder)
            typer.echo(f"{card.id:<12} {card.version:<8} {card.kind:<10} {card.description}")


@model_app.command("show")
def model_show(name: Annotated[str, typer.Argument(help="A bundle's name or folder.")]) -> None:
    """Print a model card, and the terms of the weights."""
    from scorer.bundle import find_bundle

    with told():
        folder = find_bundle(name)
        card = read_card(folder)
    typer.echo(json.dumps(card.model_dump(mode="json", exclude={"files"}), indent=1, ensure_ascii=False))
    terms = models_folder() / "LICENSE"
    if folder.parent == models_folder() and terms.is_file():
        typer.echo(f"\n{terms.read_text(encoding='utf-8')}")


@model_app.command("verify")
def model_verify(name: Annotated[str, typer.Argument(help="A bundle's name or folder.")]) -> None:
    """Check every file of a bundle against its card, and the libraries it needs."""
    from scorer.bundle import find_bundle

    with told():
        card = verify(find_bundle(name))
    typer.echo(f"{card.id} {card.version}: {len(card.files)} files as they should be")


def _progress(line: str) -> None:
    if sys.stderr.isatty():
        typer.echo(line, err=True)


def _print(result: Evaluated, format: Format, output: Path | None) -> None:
    from scorer.training.report import as_text

    if format is Format.json:
        _write(json.dumps(result.table, indent=1) + "\n", output)
    elif format is Format.html:
        from scorer.training.page import page  # templates are read only when a page is asked for

        _write(page(result), output)
    else:
        _write(as_text(result.table), output)


def _print_plain(result: dict[str, Any], output: Path | None) -> None:
    _write(json.dumps(result, indent=1) + "\n", output)


def _write(text: str, output: Path | None) -> None:
    if output:
        with told(), opened(output) as file:
            file.write(text)
    else:
        typer.echo(text, nl=False)


def main() -> None:
    """Entry point of the console script ``scorer``."""
    run(app)
