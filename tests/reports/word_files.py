"""Word documents for the tests of reports, and what comments a document holds."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Pt, RGBColor
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'


def saved(document: Any) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def of_xml(body: str) -> bytes:
    """A document with this markup as its body."""
    document = Document()
    for element in list(parse_xml(f'<w:body xmlns:w="{W}" xmlns:mc="{MC}">{body}</w:body>')):
        document.element.body.insert(-1, element)
    return saved(document)


def formatted() -> bytes:
    """A student's document: header, styles, runs with formatting of their own, a table, a picture, a comment."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Lee 2"
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].paragraph_format.first_line_indent = Pt(36)
    document.add_heading("On Sleep", level=1)
    paragraph = document.add_paragraph("School should ")
    bold = paragraph.add_run("start an hour")
    bold.bold = True
    red = paragraph.add_run(" later")
    red.font.color.rgb = RGBColor(0xC0, 0, 0)
    paragraph.add_run(".\tPupils would be awake.\nThey learn more.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ("hours", "grade", "six", "low"), strict=True):
        cell.text = words
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "PNG")
    picture.seek(0)
    document.add_picture(picture)
    last = document.add_paragraph("So let us sleep.")
    document.add_comment(last.runs[0], text="I like this.", author="A friend")
    return saved(document)


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    """Author and words of each comment by its text, without white space, which a table or break may stand for."""
    document = Document(io.BytesIO(data))
    words: dict[str, str] = {}
    running: list[str] = []
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            running.append(element.get(qn("w:id")))
            words[running[-1]] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            running.remove(element.get(qn("w:id")))
        elif element.tag == qn("w:t") and not element.getparent().findall(f".//{qn('w:vanish')}"):
            for number in running:
                words[number] += "".join(element.text.split())
    assert running == []
    references = [e.get(qn("w:id")) for e in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(references) == sorted(words)
    return {made.text: (made.author, words[str(made.comment_id)]) for made in document.comments}
