"""What only the whole essay tells of a citation: its style, whether 2017 is a year, and what is wrong with its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorer.pipeline.annotations import Citation, CitationStyle, Quotation, Reference
from scorer.pipeline.citations.names import surname
from scorer.pipeline.citations.patterns import SOURCE_LABEL, UNPAGED
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

    ``narrative``: its author is named in running text, within the span; ``alone``: a bracket without author, which
    the signal phrase names; ``number``: of ``[3]`` or a note; ``unclosed``: the bracket is.
    """

    start: int
    end: int
    work: Work
    confidence: float
    narrative: bool = False
    style: CitationStyle | None = None
    number: int | None = None
    unclosed: bool = False
    alone: bool = False


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
    if work.form == "year":
        return None if work.locator is None else "apa" if work.labelled else "chicago-author-date"
    if work.form == "author_date":
        return "apa" if work.comma else "chicago-author-date"
    if work.form == "title" and (work.labelled or not (work.year or work.locator)):
        return None
    if work.form == "title":
        return "apa" if work.year and work.comma and not work.author else "mla"
    if work.form == "author_locator" and not work.paged:
        return "mla"
    return None


@dataclass(frozen=True)
class MainStyle:
    """The style that most of an essay's citations show. ``settled``: more than one does, and more than of any other."""

    style: CitationStyle | None
    settled: bool = False


def main_style(pointers: Sequence[Pointer], styles: Sequence[CitationStyle | None]) -> MainStyle:
    """The style of most brackets, the first used among equals; where none shows any, APA's if a name is dated."""
    counts = Counter(style for style in styles if style in PARENTHETICAL).most_common(2)
    if not counts:
        dated = any(pointer.narrative and pointer.work.form == "year" for pointer in pointers)
        return MainStyle("apa" if dated else None)
    settled = counts[0][1] > 1 and (len(counts) == 1 or counts[0][1] > counts[1][1])
    return MainStyle(counts[0][0], settled)


def style_of(pointer: Pointer, own: CitationStyle | None, main: CitationStyle | None) -> CitationStyle:
    """A pointer's style: its own, else the essay's main one, else MLA's, or APA's if it has a year alone."""
    if own is not None:
        return own
    if pointer.work.form == "year":
        return main if main in AUTHOR_DATE else "apa"
    return main if main in ("mla", *AUTHOR_DATE) else "mla"


def form_issues(
    pointer: Pointer, citation: Citation, own: CitationStyle | None, main: MainStyle, unlisted: bool
) -> tuple[str, ...]:
    """Codes of what is wrong with one citation's form; ``unlisted``: the essay's list of references lacks its work."""
    work = pointer.work
    issues = []
    named = work.author is not None and not (pointer.narrative or pointer.alone)
    if main.style in AUTHOR_DATE and named and not work.year and own in (None, "mla"):
        issues.append("missing_year")
    comma = work.form == "author_locator" and work.comma and (work.paged or not work.labelled)
    if comma and citation.style == "mla" and main.style not in AUTHOR_DATE:
        issues.append("comma_before_locator")
    if main.settled and own in PARENTHETICAL and own != main.style:
        issues.append("mixed_styles")
    if unlisted:
        issues.append("no_matching_reference")
    if pointer.unclosed:
        issues.append("unbalanced_bracket")
    return tuple(issues)


def _labelled(citation: Citation) -> bool:
    """Whether the source is pointed at by its letter or number, as the essays of a class do."""
    return citation.title is not None and SOURCE_LABEL.match(citation.title) is not None


def unlocated(
    text: str,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
    references: Sequence[Reference],
    main: CitationStyle | None,
) -> set[int]:
    """Indices of the citations of quoted words that say no locator, of works that can have one.

    A work only named in the text needs none, nor does a dated name where no bracket cites by author and date.
    """
    found = set()
    for quotation in quotations:
        if quotation.citation is None or len(text[quotation.start : quotation.end].split()) < MIN_QUOTED_WORDS:
            continue
        cited = citations[quotation.citation]
        dated = cited.style == "narrative" and cited.year is not None and main in AUTHOR_DATE
        if cited.locator is not None or not (dated or cited.style in ("mla", *AUTHOR_DATE)) or _labelled(cited):
            continue
        entry = references[cited.reference] if cited.reference is not None else None
        if entry is None or not UNPAGED.search(text[entry.start : entry.end]):
            found.add(quotation.citation)
    return found
