"""A draft as a Word document: the same lines, as headings, lists and quotations; data is hidden text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from scorer.reading.limits import Limits
from scorer.reading.package import check_xml, safe_copy, zipped
from scorer.reports.docx.blank import blank_document
from scorer.reports.docx.characters import writable

SOFT = "625C53"
_STYLES = {"# ": "Title", "## ": "Heading 1", "### ": "Heading 2", "- ": "List Bullet"}
_MARKS = {"Title": "# ", "Heading 1": "## ", "Heading 2": "### ", "List Bullet": "- ", "List Paragraph": "- "}


def to_word(lines: Iterable[str]) -> bytes:
    """The lines of a draft as a .docx."""
    from docx.shared import Pt, RGBColor  # here, to keep start-up fast

    document = blank_document()
    document.styles["Normal"].font.size = Pt(11)
    for line in lines:
        mark = next((mark for mark in _STYLES if line.startswith(mark)), "")
        if not line:
            continue
        words = writable(line if line.startswith("> ") else line.removeprefix(mark))
        paragraph = document.add_paragraph(style=_STYLES[mark] if mark else None)
        if line.startswith("<!--"):
            paragraph.add_run(words).font.hidden = True
            paragraph.paragraph_format.space_after = Pt(0)
        elif line.startswith("> "):
            run = paragraph.add_run(words)
            run.font.size, run.font.color.rgb = Pt(9.5), RGBColor.from_string(SOFT)
        else:
            paragraph.add_run(words)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def from_word(data: bytes, name: str) -> Iterator[str]:
    """The paragraphs of a .docx as lines of a draft; what a tracked change has deleted is left out.

    Raises ``ReadingError``.
    """
    from docx import Document
    from docx.oxml.ns import qn

    limits = Limits()
    parts = safe_copy(data, name, limits, lambda member: member.endswith((".xml", ".rels")))
    check_xml((content for member, content in parts.items() if member.endswith(".xml")), name, limits)
    document = Document(zipped(parts))
    for paragraph in document.paragraphs:
        mark = _MARKS.get(str(paragraph.style.name if paragraph.style else ""), "")
        yield mark + "".join(_words(node, qn) for node in paragraph._p.iter(qn("w:t"), qn("w:tab"), qn("w:br")))


def _words(node: Any, qn: Any) -> str:
    return (node.text or "") if node.tag == qn("w:t") else " "
