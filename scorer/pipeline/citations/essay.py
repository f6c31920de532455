"""What only the whole essay tells of a citation: its style, whether 2017 is a year, and what is wrong with its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorer.pipeline.annotations import Citation, CitationStyle, Quotation, Reference
from scorer.pipeline.citations.names import surname
from scorer.pipeline.citations.work import Work

AUTHOR_DATE: tuple[CitationStyle, ...] = ("apa", "chicago-author-date")
PARENTHETICAL: tuple[CitationStyle, ...] = (
    "mla",
    *AUTHOR_DATE,
    "numeric",
    "chicago-note",
)  # styles that can be an essay's own
SMALLEST_LOCATION = 1000  # bare numbers from here on are locations of an e-book, so that 2017 may be one as well
MIN_QUOTED_WORDS = 4  # shorter quotations are terms, which need no locator


@dataclass(frozen=True)
class Pointer:
    """One cited work where it stands.

    ``narrative``: its author is named in running text; ``number``: of ``[3]`` or a note.
    """

    start: int
    end: int
    work: Work
    confidence: float
    narrative: bool = False
    style: CitationStyle | None = None
    number: int | None = None


def resolved(pointer: Pointer, pointers: Sequence[Pointer], references: Sequence[Reference]) -> Pointer:
    """``(Nau 2017)`` has a year, unless the list of references or bare numbers say otherwise.

    The list does so by another year of the author; bare numbers when they locate the same author's words
    elsewhere, or when some are as high as an e-book's locations.
    """
    work = pointer.work
    if not work.doubtful_year or work.author is None:
        return pointer
    name = surname(work.author)
    listed = {entry.year for entry in references if entry.year and entry.author and name in entry.author.lower()}
    if work.year in listed:
        return pointer
    others = [p.work for p in pointers if p.work.form == "author_locator" and not p.work.labelled]
    same = any(other.author and surname(other.author) == name for other in others)
    location = any(max(map(int, _digits(other.locator))) >= SMALLEST_LOCATION for other in others)
    if same or location or listed:
        return replace(pointer, work=replace(work, form="author_locator", year=None, locator=work.year))
    return pointer


def _digits(locator: str | None) -> list[str]:
    digits = "".join(c if c.isdecimal() else " " for c in locator or "").split()
    return digits or ["0"]


def form_style(pointer: Pointer) -> CitationStyle | None:
    """The style that a pointer's own form shows; None where it could be of several (``(p. 4)``, ``(Walt)``)."""
    if pointer.style is not None:
        return pointer.style
    if pointer.narrative:
        return "narrative"
    work = pointer.work
    if work.form == "link":
        return "url"
    if work.form in ("author_date", "year"):
        return "apa" if work.comma or (work.year and not work.year[0].isdigit()) else "chicago-author-date"
    if work.form == "title":
        return "apa" if work.year and work.comma and not work.author else "mla"
    if work.form == "author_locator" and not work.paged:
        return "mla"
    return None


def main_style(styles: Sequence[CitationStyle | None]) -> CitationStyle | None:
    """The style that most citations show, the first used among equals; None where none shows any."""
    counts = Counter(style for style in styles if style in PARENTHETICAL)
    return counts.most_common(1)[0][0] if counts else None


def style_of(own: CitationStyle | None, main: CitationStyle | None) -> CitationStyle:
    """A pointer's style: its own, else the essay's main one, else MLA's."""
    if own is not None:
        return own
    return main if main in ("mla", *AUTHOR_DATE) else "mla"


def form_issues(
    pointer: Pointer, citation: Citation, own: CitationStyle | None, main: CitationStyle | None, listed: bool
) -> tuple[str, ...]:
    """Codes of what is wrong with one citation's form; ``listed``: the essay has a list of references."""
    work = pointer.work
    issues = []
    if main in AUTHOR_DATE and own is None and work.author and not work.year and not pointer.narrative:
        issues.append("missing_year")
    if citation.style == "mla" and work.form == "author_locator" and work.comma and (work.paged or not work.labelled):
        issues.append("comma_before_locator")
    if own in PARENTHETICAL and own != main:
        issues.append("mixed_styles")
    names = citation.author or citation.title or pointer.number is not None
    if listed and names and citation.reference is None:
        issues.append("no_matching_reference")
    return tuple(issues)


def unlocated(text: str, quotations: Sequence[Quotation], citations: Sequence[Citation]) -> set[int]:
    """Indices of the citations that follow quoted words and say no locator."""
    found = set()
    for quotation in quotations:
        if quotation.citation is None or len(text[quotation.start : quotation.end].split()) < MIN_QUOTED_WORDS:
            continue
        cited = citations[quotation.citation]
        if cited.locator is None and cited.style in ("mla", *AUTHOR_DATE, "narrative"):
            found.add(quotation.citation)
    return found
