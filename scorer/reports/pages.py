"""Reports that are files of their own: HTML pages and Word documents, one for each essay, and the list of a class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from scorer.assessment import Assessment
from scorer.errors import ScorerError
from scorer.reports.audience import Audience
from scorer.reports.names import file_name
from scorer.reports.output import new_folder, write_file

PAGES = ("html", "docx")
"""The formats that make a file of each essay."""
INDEX = "index.html"


def check_output(format: str, output: Path | None, count: int) -> None:
    """Raise ``ScorerError`` (``no_output``) where the pages have no place to go."""
    if output is None and count > 1:
        raise ScorerError("no_output", f"{count} essays make {count} files: name a folder for them with -o FOLDER.")
    if output is None and format == "docx":
        raise ScorerError("no_output", "A Word document needs a file: name one with -o report.docx.")


def write_pages(
    assessments: Iterable[Assessment],
    format: str,
    audience: Audience,
    output: Path | None,
    count: int,
    inputs: Sequence[str],
    stdout: BinaryIO,
) -> None:
    """Write the page of each essay: one to ``output`` (or ``stdout``), several into that folder, with an index.

    None of ``inputs`` is overwritten. Raises ``ScorerError`` (``unwritable``).
    """
    if output is None:
        for assessment in assessments:
            stdout.write(page(assessment, format, audience))
    elif count == 1 and not output.is_dir():
        for assessment in assessments:
            write_file(output, page(assessment, format, audience), inputs)
    else:
        _write_folder(assessments, format, audience, output, inputs, listed=count > 1)


def page(assessment: Assessment, format: str, audience: Audience) -> bytes:
    """The bytes of one essay's report."""
    if format == "html":
        from scorer.reports.html import essay_page  # here, to keep start-up fast

        return essay_page(assessment, audience).encode()
    from scorer.reports.docx import essay_document
    from scorer.reports.original import original_of

    return essay_document(assessment, audience, original_of(assessment))


def _write_folder(
    assessments: Iterable[Assessment],
    format: str,
    audience: Audience,
    folder: Path,
    inputs: Sequence[str],
    listed: bool,
) -> None:
    from scorer.reports.class_list import ClassRow, class_page, class_row

    new_folder(folder)
    resolved = folder.resolve()
    taken = {INDEX, *(path.name.lower() for path in map(Path, inputs) if path.parent.resolve() == resolved)}
    rows: list[ClassRow] = []
    for assessment in assessments:
        name = file_name(assessment.submission.id, f".{format}", taken)
        taken.add(name.lower())
        write_file(folder / name, page(assessment, format, audience), inputs)
        rows.append(class_row(assessment, name))
    if listed:
        write_file(folder / INDEX, class_page(rows, audience).encode(), inputs)
