"""Reading a text with the components that find sources, and a list of references made by hand."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from scorer.pipeline.annotations import Citation, Found, Reference
from scorer.pipeline.citations import Citations
from scorer.pipeline.quotations import Quotations

ENGLISH = spacy.blank("en")
LIST = """

Works Cited
Nau, Henry. Perspectives on International Relations. CQ Press, 2017.
Walt, Stephen M. "Who's Afraid of the Balance of Power?" Foreign Policy, 8 Dec. 2017.
Walt, Stephen M. The Origins of Alliances. Cornell University Press, 1987.
"Balance of Power." Encyclopedia of Nations, 2015, www.nations.org.
"""
ENTRIES = (
    ("Nau, Henry", "Perspectives on International Relations", "2017"),
    ("Walt, Stephen M.", "Who's Afraid of the Balance of Power?", "2017"),
    ("Walt, Stephen M.", "The Origins of Alliances", "1987"),
    (None, "Balance of Power", "2015"),
)
Entry = tuple[str | None, str | None, str | None]


def read(text: str, *, prompt_end: int = 0, entries: tuple[Entry, ...] = ENTRIES) -> Doc:
    """``text`` with its citations; the lines behind "Works Cited" are ``entries`` (author, title, year)."""
    doc = ENGLISH.make_doc(text)
    if prompt_end:
        doc._.prompt = Found(0, prompt_end)
    place = text.find("Works Cited\n")
    if place >= 0:
        place += len("Works Cited\n")
        for entry, line in zip(entries, text[place:].split("\n"), strict=False):
            doc._.references.append(Reference(place, place + len(line), 1.0, *entry))
            place += len(line) + 1
    return Citations()(Quotations()(doc))


def cited(text: str) -> list[Citation]:
    """The citations of ``text``."""
    found: list[Citation] = read(text)._.citations
    return found


def fields(citation: Citation) -> tuple[str | None, ...]:
    """Author, title, year and locator."""
    return citation.author, citation.title, citation.year, citation.locator


def spans(text: str) -> list[str]:
    """What is found, as it stands in the text."""
    return [text[citation.start : citation.end] for citation in cited(text)]
