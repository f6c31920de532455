"""The component that finds citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from scorer.pipeline.annotations import Citation, CitationStyle, Quotation, Reference
from scorer.pipeline.citations.bracket import works
from scorer.pipeline.citations.essay import (
    Pointer,
    form_issues,
    form_style,
    main_style,
    resolved,
    style_of,
    unlocated,
)
from scorer.pipeline.citations.linking import is_title_of, linked, reference_of
from scorer.pipeline.citations.marks import links, notes, numeric
from scorer.pipeline.citations.names import surname
from scorer.pipeline.citations.narrative import Named, named_works, reported, signal_author, touching_author
from scorer.pipeline.citations.patterns import AFTER_QUOTE, BRACKET, CLAUSE_END, CONFIDENCE
from scorer.pipeline.citations.work import Work
from scorer.pipeline.quotations.sentences import SentenceStarts

WORDS_AFTER = 3  # a bracket with so many words of the quotation behind it belongs to the words quoted


SHORTEST_TITLE = 3  # words of a title that stands without quotation marks and without its author


@dataclass(frozen=True)
class Candidate:
    """A bracket that reads like a citation, and what stands around it."""

    start: int
    end: int
    works: list[Work]
    after_quote: bool
    clause_end: bool


class Citations:
    """Finds in-text pointers to sources and reads author, title, year and locator from them.

    Brackets are read as MLA, APA and Chicago author-date citations, ``[1]`` as numeric ones, raised figures as
    notes, addresses as links; running text is searched for forms such as "Walt (2017)" and "in his 1994 book
    Diplomacy, Kissinger". One record per cited work; works in one bracket share its span. A bracket that holds
    only a page takes its author from the sentence's signal phrase. Forms that by themselves could be
    something else ("(Nau)", "(28)", "Walt (2017)") count only where a quotation, a signal phrase, another
    citation or the list of references speaks for them. The prompt, the list of references and brackets in the
    midst of quoted words are passed over. A source quoted in another is recorded as the one that was read
    ("as cited in Jones, 2019" cites Jones).

    >>> import spacy
    >>> doc = Citations()(spacy.blank("en")('Alliances shift (Nau 2728). Walt (2017) argues that they last.'))
    >>> [(c.author, c.year, c.locator, c.style) for c in doc._.citations]
    [('Nau', None, '2728', 'mla'), ('Walt', '2017', None, 'narrative')]

    Attributes set
        ``doc._.citations``: list of :class:`~scorer.pipeline.annotations.Citation`; ``issues`` are explained in
        ``patterns.ISSUES``, ``confidence`` in ``patterns.CONFIDENCE``.
        ``doc._.quotations``: rewritten with ``citation`` set, and without the titles that belong to a citation or
        to the list of references.

    Parameters
        ``narrative``: whether to look for narrative forms that name a work (default True).
    """

    def __init__(self, *, narrative: bool = True) -> None:
        self.narrative = narrative

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.citations`` and the links of ``doc._.quotations``."""
        text: str = doc.text
        references: list[Reference] = doc._.references
        start = doc._.prompt.end if doc._.prompt else 0
        end = references[0].start if references else len(text)
        sentences = SentenceStarts(text)
        named = named_works(text, start, end) if self.narrative else []
        pointers = _found(text, start, end, named, doc._.quotations, references, sentences)
        pointers = [resolved(pointer, pointers, references) for pointer in pointers]
        own = [form_style(pointer) for pointer in pointers]
        main = main_style(own)
        citations = []
        for pointer, style in zip(pointers, own, strict=True):
            citation = _citation(pointer, style_of(style, main), references)
            issues = form_issues(pointer, citation, style, main, bool(references))
            citations.append(replace(citation, issues=issues))
        doc._.quotations = linked(doc._.quotations, citations, references, sentences)
        for index in unlocated(text, doc._.quotations, citations):
            citations[index] = replace(citations[index], issues=("missing_locator", *citations[index].issues))
        doc._.citations = citations
        return doc


def _citation(pointer: Pointer, style: CitationStyle, references: Sequence[Reference]) -> Citation:
    work = pointer.work
    author, title = work.author, work.title
    if author and not title and is_title_of(author, references):
        author, title = None, author
    if pointer.number is not None:
        reference = pointer.number - 1 if pointer.number <= len(references) else None
    else:
        reference = reference_of(author, title, work.year, references)
    return Citation(
        pointer.start,
        pointer.end,
        pointer.confidence,
        style,
        author,
        title,
        work.year,
        work.locator,
        reference,
    )


def _found(
    text: str,
    start: int,
    end: int,
    named: list[Named],
    quotations: Sequence[Quotation],
    references: Sequence[Reference],
    sentences: SentenceStarts,
) -> list[Pointer]:
    """Every pointer in text order; spans are the same or apart."""
    taken = [(one.start, one.end) for one in named]
    pointers = [Pointer(one.start, one.end, one.work, CONFIDENCE["narrative_title"], narrative=True) for one in named]
    candidates = [
        candidate
        for candidate in candidates_in(text, start, end)
        if _apart(candidate.start, candidate.end, taken) and not _quoted(text, candidate, quotations)
    ]
    known = {surname(entry.author) for entry in references if entry.author}
    known |= {entry.author.split(",")[0].lower() for entry in references if entry.author}
    known |= {surname(one.work.author) for one in named if one.work.author}
    for candidate in candidates:
        known |= {surname(work.author) for work in candidate.works if work.author and _strong(work, candidate)}
    dated = any(work.form == "author_date" for candidate in candidates for work in candidate.works)
    for candidate in candidates:
        made = _pointers(text, candidate, known, dated, sentences, named, quotations, start)
        pointers.extend(pointer for pointer in made if _apart(pointer.start, pointer.end, taken))
        taken.extend((pointer.start, pointer.end) for pointer in made[:1])
    marks = [
        Pointer(a, b, Work("bare_locator", locator=pages), CONFIDENCE["numeric"], style="numeric", number=number)
        for a, b, number, pages in numeric(text, start, end)
    ]
    marks += [
        Pointer(a, b, Work("bare_locator"), CONFIDENCE["note_mark"], style="chicago-note", number=number)
        for a, b, number in notes(text, start, end)
    ]
    pointers.extend(mark for mark in marks if _apart(mark.start, mark.end, taken))
    taken.extend((mark.start, mark.end) for mark in marks)
    for a, b in links(text, start, end):
        if _apart(a, b, taken):
            pointers.append(Pointer(a, b, Work("link"), CONFIDENCE["url"], style="url"))
    return sorted(pointers, key=lambda pointer: pointer.start)


def candidates_in(text: str, start: int, end: int) -> list[Candidate]:
    """Round brackets that read like citations; one inside another is tried where the outer one fails."""
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for sign in BRACKET.finditer(text, start, end):
        if sign.group() == "(":
            stack.append(sign.start())
        elif sign.group() != ")":
            stack.clear()
        elif stack:
            pairs.append((stack.pop(), sign.end()))
    found: list[Candidate] = []
    for a, b in sorted(pairs):
        if found and a < found[-1].end:
            continue
        if read := works(text[a + 1 : b - 1]):
            after_quote = bool(AFTER_QUOTE.search(text, max(start, a - 6), a))
            found.append(Candidate(a, b, read, after_quote, bool(CLAUSE_END.match(text, b))))
    return found


def _apart(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return all(end <= a or start >= b for a, b in taken)


def _quoted(text: str, candidate: Candidate, quotations: Sequence[Quotation]) -> bool:
    """Whether the bracket belongs to the words quoted; one at their end was put inside the marks by mistake."""
    for quotation in quotations:
        if not quotation.unopened and quotation.start < candidate.start and candidate.end < quotation.end:
            return len(text[candidate.end : quotation.end].split()) >= WORDS_AFTER
    return False


def _strong(work: Work, candidate: Candidate) -> bool:
    """Whether the bracket and its place are enough to take it for a citation."""
    placed = candidate.after_quote or candidate.clause_end
    if work.form == "link" or work.form == "labelled_locator":
        return True
    if work.form == "title" and work.weak:
        return placed and len((work.title or "").split()) >= SHORTEST_TITLE
    if work.weak:
        return False
    if work.form == "author_date":
        return placed or not work.doubtful_year
    if work.form == "author_locator":
        return placed or work.labelled
    if work.form == "title":
        return bool(work.locator or work.year) or (
            placed and len((work.title or "").split()) > 1 and work.author is not None
        )
    return False


def _pointers(
    text: str,
    candidate: Candidate,
    known: set[str],
    dated: bool,
    sentences: SentenceStarts,
    named: list[Named],
    quotations: Sequence[Quotation],
    floor: int,
) -> list[Pointer]:
    """The pointers that a bracket makes; none where neither it nor what stands around speaks for a citation."""
    if candidate.works[0].form in ("year", "labelled_locator", "bare_locator"):
        return _completed(text, candidate, known, dated, sentences, named, quotations, floor)
    made = []
    for work in candidate.works:
        recognised = work.author is not None and surname(work.author) in known
        if work.form == "author_only" and work.author and work.author.isupper() and not candidate.after_quote:
            continue  # "(WHO)" behind the name that it shortens
        quoted_title = work.form == "title" and candidate.after_quote and candidate.clause_end
        if _strong(work, candidate) or recognised or quoted_title:
            family = "url" if work.form == "link" else work.form
            made.append(Pointer(candidate.start, candidate.end, work, CONFIDENCE[family]))
    return made


def _completed(
    text: str,
    candidate: Candidate,
    known: set[str],
    dated: bool,
    sentences: SentenceStarts,
    named: list[Named],
    quotations: Sequence[Quotation],
    floor: int,
) -> list[Pointer]:
    """A bracket with year or locator alone: its author touches it, or stands in the signal phrase, or is not said."""
    first = candidate.works[0]
    touching = touching_author(text, candidate.start, max(floor, sentences.before(candidate.start)))
    if touching:
        author, at, owner, announced = touching
        recognised = surname(author) in known
        says = reported(text, candidate.end) or announced
        certain = owner or " et al" in author or first.locator is not None or not (first.year or "0").isdigit()
        if first.form == "year" and (says or certain or recognised or dated):
            return _all(candidate, author, "narrative_date", at)
        if first.form == "labelled_locator" and (says or recognised):
            return _all(candidate, author, "labelled_locator", at)
        if first.form == "bare_locator" and recognised and not candidate.after_quote:
            return _all(candidate, author, "bare_locator", at)
    signal = signal_author(text, candidate.start, sentences, named, quotations, floor)
    if first.form == "labelled_locator":
        return _all(candidate, signal, "labelled_locator", candidate.start)
    if first.form == "bare_locator":
        if candidate.clause_end and (signal or candidate.after_quote):
            return _all(candidate, signal, "bare_locator", candidate.start)
        return []
    if signal and candidate.clause_end and (first.locator or dated or surname(signal) in known):
        return _all(candidate, signal, "narrative_date", candidate.start)
    return []


def _all(candidate: Candidate, author: str | None, family: str, start: int) -> list[Pointer]:
    return [
        Pointer(start, candidate.end, replace(work, author=author), CONFIDENCE[family], narrative=author is not None)
        for work in candidate.works
    ]
