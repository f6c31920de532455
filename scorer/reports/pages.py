"""Reports that are files of their own: HTML pages and Word documents, one for each essay."""

from __future__ import annotations

from pathlib import Path

from scorer.assessment import Assessment
from scorer.errors import ScorerError
from scorer.reports.audience import Audience

PAGES = ("html", "docx")
"""The formats that make a file of each essay."""


def check_output(format: str, output: Path | None, count: int) -> None:
    """Raise ``ScorerError`` (``no_output``) where the pages have no place to go."""
    if output is None and count > 1:
        raise ScorerError("no_output", f"{count} essays make {count} files: name a folder for them with -o FOLDER.")
    if output is None and format == "docx":
        raise ScorerError("no_output", "A Word document needs a file: name one with -o report.docx.")


def page(assessment: Assessment, format: str, audience: Audience) -> bytes:
    """The bytes of one essay's report."""
    if format == "html":
        from scorer.reports.html import essay_page  # here, to keep start-up fast

        return essay_page(assessment, audience).encode()
    from scorer.reports.docx import essay_document
    from scorer.reports.original import original_of

    return essay_document(assessment, audience, original_of(assessment))
