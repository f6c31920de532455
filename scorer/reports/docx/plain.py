"""A Word document made from a text that came in another format."""

from __future__ import annotations

from typing import Any

from scorer.reports.docx.blank import blank_document
from scorer.reports.docx.characters import writable
from scorer.reports.docx.origins import Origin, Origins, text_elements
from scorer.reports.paragraphs import paragraphs_of

POINTS, LINES, AFTER = 11.5, 1.35, 9
"""Size of the text, distance of lines, and space after a paragraph (points)."""
ASSIGNMENT = "6B655C"


def plain_document(text: str, prompt_end: int, title: str) -> tuple[Any, Origins]:
    """The text, a paragraph for each of its own, and the origin of each of its characters."""
    from docx.shared import Pt, RGBColor  # here, to keep start-up fast

    document = blank_document()
    document.core_properties.title = writable(title)
    normal = document.styles["Normal"]
    normal.font.size = Pt(POINTS)
    normal.paragraph_format.line_spacing = LINES
    normal.paragraph_format.space_after = Pt(AFTER)
    origins: Origins = [None] * len(text)
    element = 0
    for start, end in paragraphs_of(text, prompt_end):
        shown = writable(text[start:end]).replace("\n", " ")
        paragraph = document.add_paragraph()
        run = paragraph.add_run(shown)
        if end <= prompt_end:
            run.font.color.rgb = RGBColor.from_string(ASSIGNMENT)
        place = start
        for node in text_elements(paragraph._p):
            place = start + shown.index(node.text, place - start)
            for offset in range(len(node.text)):
                origins[place + offset] = Origin(element, offset)
            place += len(node.text)
            element += 1
    return document, origins
