"""OpenDocument texts (.odt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from scorer.reading.failures import damaged_if_it_fails, reading_error
from scorer.reading.limits import Limits
from scorer.reading.package import check_xml, safe_copy, zipped
from scorer.reading.text import joined

_PARTS = frozenset({"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"})
_PARAGRAPHS = frozenset({"text:p", "text:h"})
_LEFT_OUT = frozenset(
    {
        "text:tracked-changes", "office:annotation", "office:forms", "text:ruby-text", "svg:title", "svg:desc",
        "text:hidden-text", "office:scripts", "text:sequence-decls",
    }
)  # fmt: skip
_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


def read_odt(data: bytes, name: str, limits: Limits) -> str:
    """The document as its reader sees it; paragraphs, tables, notes and tracked changes as in ``read_docx``."""
    from odfdo import Document  # here, to keep start-up fast

    parts = safe_copy(data, name, limits, _PARTS.__contains__)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise reading_error("encrypted", name)
    check_xml((content for member, content in parts.items() if content and member != "mimetype"), name, limits)
    with damaged_if_it_fails(name):
        reader = _Reader()
        blocks = list(reader.blocks(Document(zipped(parts)).body))
        return joined(blocks + [f"[{number}] {note}" for number, note in enumerate(reader.notes, start=1)])


@dataclass
class _Reader:
    """Walks the tree once; ``notes`` are the notes met so far, in order."""

    notes: list[str] = field(default_factory=list)

    def blocks(self, container: Any) -> Iterator[str]:
        """Text of every paragraph and table under an element."""
        for element in container.children:
            if element.tag in _PARAGRAPHS:
                boxes: list[Any] = []
                yield "".join(self._inline(element, boxes)).strip(" ")
                for box in boxes:
                    yield from self.blocks(box)
            elif element.tag == "table:table":
                yield from self._table(element)
            elif element.tag not in _LEFT_OUT:
                yield from self.blocks(element)

    def _table(self, table: Any) -> Iterator[str]:
        rows = [
            [[b for b in self.blocks(cell) if b.strip()] for cell in row.children if cell.tag == "table:table-cell"]
            for row in _rows(table)
        ]
        if any(len(cell) > 1 for row in rows for cell in row):
            yield from (block for row in rows for cell in row for block in cell)
        else:
            yield "\n".join("\t".join(cell[0] if cell else "" for cell in row).rstrip() for row in rows)

    def _inline(self, element: Any, boxes: list[Any]) -> Iterator[str]:
        """Pieces of a paragraph's text; text boxes met on the way are put aside."""
        yield _WHITE.sub(" ", element.text or "")
        for child in element.children:
            if child.tag == "text:s":
                count = child.get_attribute("text:c") or "1"
                yield " " * min(int(count), _MOST_SPACES)
            elif child.tag == "text:tab":
                yield "\t"
            elif child.tag == "text:line-break":
                yield "\n"
            elif child.tag == "text:note":
                yield self._note(child)
            elif child.tag == "draw:text-box":
                boxes.append(child)
            elif child.tag not in _LEFT_OUT:
                yield from self._inline(child, boxes)
            yield _WHITE.sub(" ", child.tail or "")

    def _note(self, note: Any) -> str:
        self.notes.append("")  # keeps its place: a note may hold a note
        place = len(self.notes)
        for part in note.children:
            if part.tag == "text:note-body":
                self.notes[place - 1] = "\n".join(block.strip() for block in self.blocks(part) if block.strip())
        return f"[{place}]"


def _rows(table: Any) -> Iterator[Any]:
    """Rows of a table, those in header groups too, but not those of tables inside its cells."""
    for element in table.children:
        if element.tag == "table:table-row":
            yield element
        elif element.tag in ("table:table-rows", "table:table-header-rows", "table:table-row-group"):
            yield from _rows(element)
