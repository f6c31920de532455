"""Real files of every format, made in memory for the tests of this folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.oxml.parser import parse_xml
from odfdo import Document as OpenDocument
from odfdo import Element
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def saved(document: Any) -> bytes:
    """A python-docx or odfdo document as bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def docx(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def docx_of_xml(body: str) -> bytes:
    """A Word document with this markup as its body (prefix ``w``)."""
    document = Document()
    extra = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    for element in list(parse_xml(f'<w:body xmlns:w="{W}" {extra}>{body}</w:body>')):
        document.element.body.insert(-1, element)
    return saved(document)


def odt_of_xml(body: str) -> bytes:
    """An OpenDocument text with this markup as its body (prefixes ``text``, ``table``, ``office``, ``draw``)."""
    document = OpenDocument("text")
    document.body.clear()
    for element in Element.from_tag(f"<office:text>{body}</office:text>").children:
        document.body.append(element)
    return saved(document)


def changed(package: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The zip with its members changed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def pdf(*paragraphs: str, head: str = "", **style: Any) -> bytes:
    """Paragraphs set on letter pages (12-point Times); ``"\\f"`` turns the page; ``head`` may hold ``{page}``."""
    face = ParagraphStyle("essay", fontName="Times-Roman", fontSize=12, **({"leading": 14} | style))
    flow = [PageBreak() if text == "\f" else Paragraph(text, face) for text in paragraphs]
    target = io.BytesIO()

    def decorate(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawRightString(540, 750, head.format(page=document.page))

    SimpleDocTemplate(target, pagesize=letter).build(flow, onFirstPage=decorate, onLaterPages=decorate)
    return target.getvalue()


def scanned_pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=letter)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 612, 792)
    canvas.save()
    return target.getvalue()


def encrypted_pdf(user: str, owner: str = "teacher") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Peace is made by many."))))
    writer.encrypt(user, owner, algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
