"""The component that finds citations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from scorer.pipeline.annotations import Citation, CitationStyle, Quotation, Reference, text_of
from scorer.pipeline.citations.assigned import KnownWork, assigned_works
from scorer.pipeline.citations.candidates import Candidate, candidates_in, in_quotation, is_strong
from scorer.pipeline.citations.completion import pointers_of, retitled
from scorer.pipeline.citations.context import Essay
from scorer.pipeline.citations.cues import lowered
from scorer.pipeline.citations.essay import (
    Pointer,
    form_issues,
    form_style,
    main_style,
    resolved,
    style_of,
    unlocated,
)
from scorer.pipeline.citations.linking import (
    entries_of,
    entry_of_link,
    highest_number,
    is_title_of,
    linked,
    missing,
    numbered,
    recalled,
)
from scorer.pipeline.citations.listed import listed_titles
from scorer.pipeline.citations.lone_names import FEWEST_QUOTED, named_behind_quote, quoted_words
from scorer.pipeline.citations.mark_patterns import NOTES_HEADING
from scorer.pipeline.citations.marks import links, listed_marks, notes, numeric
from scorer.pipeline.citations.names import initials, surname
from scorer.pipeline.citations.narrative import Named, dates_names, named_works
from scorer.pipeline.citations.patterns import (
    BRACKET_HEAD,
    BRACKET_LEAD,
    BRACKET_REST,
    BRACKET_SHUT,
    CONFIDENCE,
    SOURCE_LINE,
)
from scorer.pipeline.citations.pointing import announced_authors, pointers_in
from scorer.pipeline.citations.spans import Taken, apart
from scorer.pipeline.citations.titles import named_titles
from scorer.pipeline.citations.work import HEADLESS, Work
from scorer.pipeline.quotations.sentences import SentenceStarts

FEWEST_NUMBERS = 2  # in round brackets, from which they are taken for those of the list
FEWEST_ALONE = 2  # surnames alone behind quoted words, from which they are taken for citations
LONGEST_LEAD = 60  # characters between a bracket's beginning and what it points at
TOUCHING = 2  # characters between what the text names and the bracket that says more of it


class Citations:
    """Finds in-text pointers to sources and reads author, title, year and locator from them.

    Brackets are read as MLA, APA and Chicago author-date citations, ``[1]`` as numeric ones (as notes where the essay
    ends with a list of notes), raised figures as notes, addresses as links; running text is searched for forms such
    as "Walt (2017)" and "in his 1994 book Diplomacy, Kissinger", and for the way school essays point at sources:
    "in paragraph 3", "Source B", "the article "Smart Cities"". One record per cited work; works in one bracket share
    its span. A bracket that holds only a page takes its author from the sentence's signal phrase. Forms that by
    themselves could be something else ("(Nau)", "(28)", "Walt (2017)") count only where a quotation, a signal phrase,
    another citation or the list of references speaks for them; "the author says" and a repeated surname never do. A
    bracket that nothing closes ends with its last field. The prompt, the list of references and what stands in the
    midst of quoted words are passed over. A source quoted in another is recorded as the one that was read ("as cited
    in Jones, 2019" cites Jones).

    A citation is linked to the one entry of the list that agrees with its author, title and year; where several do
    (two works of an author, no year or title), it is linked to none.

    >>> import spacy
    >>> doc = Citations()(spacy.blank("en")('Alliances shift (Nau 2728). Walt (2017) argues that they last.'))
    >>> [(c.author, c.year, c.locator, c.style) for c in doc._.citations]
    [('Nau', None, '2728', 'mla'), ('Walt', '2017', None, 'narrative')]
    >>> doc = Citations()(spacy.blank("en")("In paragraph 4 of the article Quiet Streets for Children it says so."))
    >>> [(c.title, c.locator, c.style) for c in doc._.citations]
    [('Quiet Streets for Children', 'paragraph 4', 'narrative')]

    Attributes set
        ``doc._.citations``: list of :class:`~scorer.pipeline.annotations.Citation`; ``issues`` are explained in
        ``patterns.ISSUES``, ``confidence`` in ``patterns.CONFIDENCE``.
        ``doc._.quotations``: rewritten with ``citation`` and ``dropped`` set, and without the titles that belong
        to a citation or to the list of references.

    Measured performance
        ``tests/benchmarks/source_pointers.py`` draws citations from student essays and scores a file of verdicts.

    Parameters
        ``narrative``: whether to look for narrative forms that name a work (default True).
    """

    def __init__(self, *, narrative: bool = True) -> None:
        self.narrative = narrative

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.citations`` and the links of ``doc._.quotations``."""
        text = text_of(doc)
        references: list[Reference] = doc._.references
        start = doc._.prompt.end if doc._.prompt else 0
        end = references[0].start if references else len(text)
        listed_notes = NOTES_HEADING.search(text, start, min(len(text), end + 2))
        end = min(end, listed_notes.start()) if listed_notes else end
        last_line = SOURCE_LINE.search(text, max(start, text.rfind("\n", start, len(text[:end].rstrip()))), end)
        end = last_line.start() if last_line else end
        sentences = SentenceStarts(text)
        assignments = [text[:start], doc._.given_prompt or ""]
        works = assigned_works(filter(None, assignments), doc._.given_sources)
        pointers = self._found(text, start, end, doc._.quotations, references, sentences, works)
        if listed_notes:
            pointers = [replace(p, style="chicago-note") if p.style == "numeric" else p for p in pointers]
        pointers = [resolved(pointer, pointers, references) for pointer in pointers]
        own = [form_style(pointer) for pointer in pointers]
        main = main_style(pointers, own)
        citations: list[Citation] = []
        for pointer, style in zip(pointers, own, strict=True):
            citation, unlisted = _citation(text, pointer, style_of(pointer, style, main.style), references, citations)
            issues = form_issues(pointer, citation, style, main, unlisted)
            citations.append(replace(citation, issues=issues))
        doc._.quotations = linked(text, doc._.quotations, citations, references, sentences)
        for index in unlocated(text, doc._.quotations, citations, references, main.style):
            citations[index] = replace(citations[index], issues=("missing_locator", *citations[index].issues))
        doc._.citations = citations
        return doc

    def _found(
        self,
        text: str,
        start: int,
        end: int,
        quotations: Sequence[Quotation],
        references: Sequence[Reference],
        sentences: SentenceStarts,
        assigned: Sequence[KnownWork],
    ) -> list[Pointer]:
        """Every pointer in text order; spans are the same or apart."""
        quotes = [quotation.start for quotation in quotations]
        candidates = []
        for candidate in candidates_in(text, start, end):
            index = bisect_right(quotes, candidate.start) - 1
            if not in_quotation(text, candidate, quotations[index] if index >= 0 else None):
                candidates.append(candidate)
        highest = highest_number(text, references)
        counted = bool(highest) and _cites_by_number(candidates, highest)
        if counted:
            candidates = [one for one in candidates if one.works[0].form != "bare_locator"]
        known = _listed(references) | {surname(author) for author, _ in assigned if author}
        listed = [
            title for title in (*(entry.title for entry in references), *(title for _, title in assigned)) if title
        ]
        named: list[Named] = []
        if self.narrative:
            lower = lowered(text)
            works, titles = named_works(text, lower, start, end), named_titles(text, lower, start, end, quotations)
            named = apart([*works, *listed_titles(text, lower, start, end, listed), *titles])
            named.sort(key=lambda one: one.start)
            known |= announced_authors(text, start, end)
            known |= {surname(one.work.author) for one in named if one.work.author}
        candidates = retitled(candidates, named, known)
        strong = [work for candidate in candidates for work in candidate.works if is_strong(work, candidate)]
        known |= {surname(work.author) for work in strong if work.author}
        if self.narrative:
            pointed = pointers_in(text, lower, start, end, named, quotations, known)
            authors = {surname(one.work.author) for one in pointed if one.work.author}
            if not authors <= known:  # who is an author further down is one from the beginning
                known |= authors
                pointed = pointers_in(text, lower, start, end, named, quotations, known)
            named = pointed
        dated = any(work.form == "author_date" for work in strong) or dates_names(text, start, end)
        alone = [
            one
            for one in candidates
            if named_behind_quote(one) and quoted_words(one, text, quotations) >= FEWEST_QUOTED
        ]
        vouched = any(work.author or (work.quoted and work.locator) for work in strong)
        sourced = bool(references) or vouched or len(alone) >= FEWEST_ALONE
        essay = Essay(text, start, known, dated, sourced, bool(references), sentences, named, quotations)
        pointers, taken = _bracketed(candidates, essay)
        marks = _marks(text, start, end, highest, counted)
        numbered = Taken()
        for a, b in {(mark.start, mark.end) for mark in marks if mark.style == "numeric"}:
            numbered.add(a, b)
        for one in named:
            pointer = _in_text(text, one)
            if taken.free(pointer.start, pointer.end) and numbered.free(pointer.start, pointer.end):
                taken.add(pointer.start, pointer.end)
                pointers.append(pointer)
        for pointer in marks:
            if taken.free(pointer.start, pointer.end):
                pointers.append(pointer)
        return sorted(pointers, key=lambda pointer: pointer.start)


def _cites_by_number(candidates: Sequence[Candidate], highest: int) -> bool:
    """Whether an essay with a numbered list has its numbers in round brackets, and no page or year beside an author."""
    numbers = [one.works[0].locator or "" for one in candidates if one.works[0].form == "bare_locator"]
    low = [number for number in numbers if number.isdigit() and int(number) <= highest]
    other = any(work.author and (work.year or work.locator) for one in candidates for work in one.works)
    return len(low) >= FEWEST_NUMBERS and len(low) == len([n for n in numbers if n.isdigit()]) and not other


def _listed(references: Sequence[Reference]) -> set[str]:
    """Surnames in the list of references."""
    authors = [entry.author for entry in references if entry.author]
    known = {surname(author) for author in authors} | {author.split(",")[0].lower() for author in authors}
    return known | {initials(author) for author in authors if "," not in author and " " in author}


def _bracketed(candidates: Sequence[Candidate], essay: Essay) -> tuple[list[Pointer], Taken]:
    """What brackets cite, each with what the running text names right before it, and the stretches they take."""
    ends = [one.end for one in essay.named]
    pointers: list[Pointer] = []
    taken = Taken()
    for candidate in candidates:
        index = bisect_right(ends, candidate.start) - 1
        before = essay.named[index] if index >= 0 else None
        if before and essay.text[before.end : candidate.start][: TOUCHING + 1].strip(" ,") + "x" * (
            candidate.start - before.end > TOUCHING
        ):
            before = None
        if before is None and index + 1 < len(ends) and _holds(essay.named[index + 1], candidate):
            continue  # "Diplomacy (1994), Kissinger": the bracket is within
        if index + 1 < len(ends) and candidate.start < essay.named[index + 1].start < candidate.end < ends[index + 1]:
            continue  # "(In source 1) paragraph 6"
        if candidate.works[0].form == "again":
            made = _again(candidate, pointers)
        else:
            made = pointers_of(candidate, essay, before, pointers[-1].end if pointers else 0)
        if made and taken.free(made[0].start, made[0].end):
            taken.add(made[0].start, made[0].end)
            pointers += made
    return pointers, taken


def _again(candidate: Candidate, pointers: Sequence[Pointer]) -> list[Pointer]:
    """``(ibid., 12)``: what the last bracket cites."""
    if not pointers:
        return []
    last, place = pointers[-1], candidate.works[0].locator
    work = replace(last.work, locator=place)
    return [replace(last, start=candidate.start, end=candidate.end, work=work, narrative=False, unclosed=False)]


def _holds(named: Named, candidate: Candidate) -> bool:
    inside = named.start <= candidate.start and candidate.end <= named.end
    return inside and (candidate.works[0].form in HEADLESS or bool(named.work.author))


def _in_text(text: str, one: Named) -> Pointer:
    """A pointer in running text; one that begins a bracket that says little more takes the bracket with it."""
    family = "narrative_title" if one.work.title or one.work.year else "place"
    pointer = Pointer(one.start, one.end, one.work, CONFIDENCE[family], narrative=True)
    begin = one.start - 1
    while text[begin : begin + 1].isspace():
        begin -= 1
    sign = text[begin : begin + 1]
    if sign == "[" and text[one.end : one.end + 1] == "]":
        return replace(pointer, start=begin, end=one.end + 1, narrative=False)
    if sign != "(":
        window = max(0, one.start - LONGEST_LEAD), one.start
        lead = BRACKET_LEAD.search(text, *window) or BRACKET_HEAD.search(text, *window)
        shut = BRACKET_SHUT.match(text, one.end)
        return replace(pointer, start=lead.start(), end=shut.end(), narrative=False) if lead and shut else pointer
    if (rest := BRACKET_REST.match(text, one.end)) is None:
        return pointer
    end = rest.end() if rest["closed"] else one.end
    work = replace(one.work, year=one.work.year or rest["year"])
    return replace(pointer, start=begin, end=end, work=work, narrative=False, unclosed=not rest["closed"])


def _marks(text: str, start: int, end: int, highest: int, counted: bool) -> list[Pointer]:
    """Numbers in square brackets, raised numbers and addresses; plain numbers where a numbered list has no others."""
    found = Taken()
    made = []
    for a, b, number, pages in numeric(text, start, end):
        work = Work("bare_locator", locator=pages)
        made.append(Pointer(a, b, work, CONFIDENCE["numeric"], style="numeric", number=number))
    for a, b, number in notes(text, start, end, highest):
        made.append(Pointer(a, b, Work("bare_locator"), CONFIDENCE["note_mark"], style="chicago-note", number=number))
    if not made and highest:
        for a, b, numbers in listed_marks(text, start, end, highest, bracketed=counted):
            style: CitationStyle = "numeric" if text[a] == "(" else "chicago-note"
            work = Work("bare_locator")
            made += [Pointer(a, b, work, CONFIDENCE["note_mark"], style=style, number=n) for n in numbers]
    for a, b in {(pointer.start, pointer.end) for pointer in made}:
        found.add(a, b)
    for a, b in links(text, start, end):
        if found.free(a, b):
            made.append(Pointer(a, b, Work("link", title=text[a:b]), CONFIDENCE["url"], style="url"))
    return made


def _citation(
    text: str, pointer: Pointer, style: CitationStyle, references: Sequence[Reference], before: Sequence[Citation]
) -> tuple[Citation, bool]:
    """The citation, and whether it names a work that the list of references does not have. ``before``: the others."""
    work = pointer.work
    author, title = work.author, work.title
    if author and not title and is_title_of(author, references):
        author, title = None, author
    entries: list[int] = []
    lacking = False
    if pointer.number is not None or work.form == "link":
        number, link = pointer.number, title or ""
        listed = style == "numeric" or highest_number(text, references) > 0  # else the notes stand elsewhere
        if number is None:
            entry = entry_of_link(text, link, references)
        else:
            entry = numbered(text, number, references) if listed else None
        entries = [] if entry is None else [entry]
        lacking = number is not None and listed and entry is None
    elif author or title:
        entries = entries_of(author, title, work.year, references)
        if len(entries) > 1 and author and pointer.alone and (last := recalled(author, entries, before)) is not None:
            entries = [last]
        labelled = work.labelled and work.form == "title"
        lacking = not entries and not labelled and missing(text, author, title, references)
    citation = Citation(
        pointer.start,
        pointer.end,
        pointer.confidence,
        style,
        author,
        title,
        work.year,
        work.locator,
        entries[0] if len(entries) == 1 else None,
    )
    return citation, bool(references) and lacking
