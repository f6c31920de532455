"""Tables of citations: sentences in which ⟦ ⟧ mark what is to be found, and the works that each stretch cites."""

from __future__ import annotations

from citation_reading import cited, fields

Fields = tuple[str | None, ...]
Row = tuple[str, list[Fields]]
"""A sentence with its marks, and author, title, year and locator of each work in order."""


def work(author: str | None = None, title: str | None = None, year: str | None = None, at: str | None = None) -> Fields:
    """One work's fields; ``at`` is the locator."""
    return author, title, year, at


def plain(marked: str) -> str:
    """The sentence without its marks."""
    return marked.replace("⟦", "").replace("⟧", "")


def read_row(marked: str) -> Row:
    """The sentence with marks around what is found in it, and the fields of what is found."""
    text = plain(marked)
    found = cited(text)
    for start, end in sorted({(one.start, one.end) for one in found}, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text, [fields(one) for one in found]
