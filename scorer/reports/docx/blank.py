"""A new Word document that claims nothing about itself."""

from __future__ import annotations

from typing import Any


def blank_document() -> Any:
    """An empty document without author, remark and dates: those of the template are not its own, and the time of its
    making would change the bytes."""
    from docx import Document  # here, to keep start-up fast
    from docx.oxml.ns import qn

    document = Document()
    about = document.core_properties
    about.author = about.comments = ""
    for date in list(about._element.iterchildren(qn("dcterms:created"), qn("dcterms:modified"))):
        about._element.remove(date)
    return document
