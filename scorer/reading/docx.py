"""Word documents (.docx)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scorer.reading.failures import damaged_if_it_fails
from scorer.reading.limits import Limits
from scorer.reading.package import check_xml, safe_copy, zipped
from scorer.reading.text import joined

# what python-docx does not look into: content controls (Word's own citations), accepted insertions, fields
_WRAPPERS = ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:sdtContent", "w:sdt", "w:dir", "w:bdo")
_LEFT_OUT = ("w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "mc:Fallback")
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFF = ("0", "false", "off")


def read_docx(data: bytes, name: str, limits: Limits) -> str:
    """The document as its reader sees it: paragraphs and tables in order, a blank line between two.

    Tracked changes are read as accepted; comments, headers, footers, hidden text and pictures are left out.
    Line and page breaks inside a paragraph are ``\\n``. A table is one block: a row is a line, its cells parted
    by tabs; where a cell holds several paragraphs, each paragraph of the table is a block. Text boxes follow the
    paragraph that they hang on. A note's mark is ``[1]``, and the notes follow the text as ``[1] ...``, the way
    Word itself saves plain text. Automatic list numbers are not text and do not appear.
    """
    from docx import Document  # here, to keep start-up fast

    parts = safe_copy(data, name, limits, _is_text_part)
    check_xml((content for content in parts.values() if content), name, limits)
    with damaged_if_it_fails(name):
        document = Document(zipped(parts))
        body = document.element.body
        _prepare(body)
        notes = _number_notes(body, dict(_notes(document)))
        blocks = list(_blocks(body))
        for number, note in enumerate(notes, start=1):
            _prepare(note)
            blocks.append(f"[{number}] " + "\n".join(block.strip() for block in _paragraphs(note)))
        return joined(blocks)


def _is_text_part(member: str) -> bool:
    return member.endswith(".rels") or (member.endswith(".xml") and not member.startswith("customXml/"))


def _notes(document: Any) -> Iterator[tuple[tuple[str, str], Any]]:
    """Every foot- and endnote under (kind, id)."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote") and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iter(qn(f"w:{kind}")):
                yield (kind, note.get(qn("w:id"))), note


def _number_notes(body: Any, notes: dict[tuple[str, str], Any]) -> list[Any]:
    """Put ``[n]`` where the text refers to a note, and return the notes in that order."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    found: list[Any] = []
    for reference in list(body.iter(qn("w:footnoteReference"), qn("w:endnoteReference"))):
        kind = reference.tag.rpartition("}")[2].removesuffix("Reference")
        note = notes.pop((kind, reference.get(qn("w:id"))), None)
        if note is not None:
            found.append(note)
            mark = OxmlElement("w:t")
            mark.text = f"[{len(found)}]"
            reference.addprevious(mark)
    return found


def _prepare(root: Any) -> None:
    """Bring the tree to the paragraphs, runs, hyperlinks and tables that python-docx reads."""
    from docx.oxml.ns import qn

    def every(*names: str) -> list[Any]:
        return list(root.iter(*(f"{{{_MARKUP}}}{n[3:]}" if n.startswith("mc:") else qn(n) for n in names)))

    for placeholder in every("w:showingPlcHdr"):  # "Click here to enter text"
        _remove(placeholder.getparent().getparent())
    for hidden in every("w:vanish"):
        run = hidden.getparent().getparent()
        if run.tag == qn("w:r") and hidden.get(qn("w:val")) not in _OFF:
            _remove(run)
    for element in every(*_LEFT_OUT):
        _remove(element)
    for element in every(*_WRAPPERS):
        for child in list(element):
            element.addprevious(child)
        _remove(element)
    for line_break in every("w:br"):
        line_break.attrib.pop(qn("w:type"), None)  # python-docx drops page breaks, which would join two words
    for box in reversed(every("w:txbxContent")):  # the innermost first
        anchor = next(box.iterancestors(qn("w:p")), None)
        for child in reversed(list(box)):
            if anchor is not None:
                anchor.addnext(child)


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _blocks(container: Any) -> Iterator[str]:
    """Text of every paragraph and table of a body or cell."""
    from docx.oxml.table import CT_Tbl

    for element in container.inner_content_elements:
        if isinstance(element, CT_Tbl):
            yield from _table(element)
        else:
            yield element.text


def _table(table: Any) -> Iterator[str]:
    rows = [[[b for b in _blocks(cell) if b.strip()] for cell in row.tc_lst] for row in table.tr_lst]
    if any(len(cell) > 1 for row in rows for cell in row):
        yield from (block for row in rows for cell in row for block in cell)
    else:
        yield "\n".join("\t".join(cell[0] if cell else "" for cell in row).rstrip() for row in rows)


def _paragraphs(note: Any) -> Iterator[str]:
    from docx.oxml.ns import qn

    for paragraph in note.iter(qn("w:p")):
        if paragraph.text.strip():
            yield paragraph.text
