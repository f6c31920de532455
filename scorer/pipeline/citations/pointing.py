"""Works and places in them that running text points at without a bracket: ``in paragraph 3``, ``Source B``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scorer.pipeline.annotations import Quotation
from scorer.pipeline.citations.cues import word_starts
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS
from scorer.pipeline.citations.names import (
    denied,
    is_people,
    labelled_title,
    opener_length,
    sentence_cased,
    surname,
    titled,
)
from scorer.pipeline.citations.narrative import Named, author_name
from scorer.pipeline.citations.narrative_patterns import BY_PERSON, SAYING
from scorer.pipeline.citations.pointing_patterns import (
    APPOSED_END,
    APPOSED_TITLE,
    AUTHOR_NAMED,
    BANKRUPT,
    BY_BEHIND,
    JOIN_LONGEST,
    JOINED,
    LABEL_APPOSED,
    LABEL_BEFORE,
    LABEL_BY,
    LABEL_BY_TITLED,
    LABEL_CALLED,
    LABEL_NAMED,
    LABEL_OF,
    LABEL_TITLED,
    LAW_CHAPTERS,
    LINE,
    LINES_OF,
    NAME_BEFORE,
    NAME_BEHIND,
    NO_SOURCE_AFTER,
    NO_UNIT_AFTER,
    NO_UNIT_BEFORE,
    NTH_PARAGRAPH,
    NTH_SOURCE_BEFORE,
    NTH_SOURCE_BEHIND,
    ORDINAL_ALONE,
    ORDINAL_BEFORE,
    ORDINAL_SAYS,
    ORDINAL_STEMS,
    ORDINAL_UNIT,
    OWN_PLAN,
    PAGE_UNIT,
    PERSON_FIRST,
    PERSON_OF_LABEL,
    PLACE_OF,
    SAID_IN,
    SENTENCE_IN,
    SOURCE,
    SOURCE_STEMS,
    TEXT_AFTER,
    TEXT_BEFORE,
    UNIT,
    UNIT_BEFORE,
    UNIT_SHOWS,
    UNIT_STEMS,
    WITHIN,
    WORK_BY_BEFORE,
)
from scorer.pipeline.citations.spans import Taken
from scorer.pipeline.citations.titles import SIGNS, plainly_titled
from scorer.pipeline.citations.word_lists import GIVEN_NAMES
from scorer.pipeline.citations.work import Work

LONGEST_LABELLED = 160  # characters behind a source's label in which its title and author stand
NEAREST_SIGN = 5  # characters behind a source's label in which a sign begins its title
FEWEST_LABELLED = 2  # words of a title behind a label
FEWEST_OF_TITLE = 3  # words of a title that only its capital letters show
SEPARATORS = " ,:;|/-–—\x94"  # signs between a title and its source's label
CLOSING = '"”)'  # signs that may stand behind a label: ``In "Source 2", line 10``
BEFORE = 40  # characters that are looked at before a pointer, and behind one


def places(text: str, lower: str, start: int, end: int) -> Iterator[Named]:
    """``paragraph 3``, ``lines 4-6``, ``p. 12`` in running text.

    >>> text = "in paragraph 3 the author states it, on p. 4 she takes it back."
    >>> [(one.work.locator, text[one.start : one.end]) for one in places(text, text, 0, len(text))]
    [('paragraph 3', 'paragraph 3'), ('4', 'p. 4')]
    """
    for place in word_starts(lower, UNIT_STEMS, start, end):
        match = UNIT.match(text, place, end)
        if match is None:
            continue
        before = text[max(start, match.start() - BEFORE) : match.start()]
        if NO_UNIT_BEFORE.search(before) or OWN_PLAN.search(before) or NO_UNIT_AFTER.match(text, match.end(), end):
            continue
        paged = bool(PAGE_UNIT.match(match["unit"]))
        behind = match.end(), end
        shown = UNIT_BEFORE.search(before) or UNIT_SHOWS.match(text, *behind) or PLACE_OF.match(text, *behind)
        if not match["paragraph"] and not shown:
            continue
        if match["number"] in LAW_CHAPTERS and _of_law(text, match, start, end):
            continue
        alone = before.endswith("(") and text[match.end() : match.end() + 1] == ")"
        if alone and not match["paragraph"]:
            continue  # a bracket, which is judged by what it follows
        if _heading(text, match, start):
            continue
        locator = match["number"] if paged else " ".join(match.group().split())
        work = Work("labelled_locator", locator=locator, labelled=True, paged=paged)
        of = PLACE_OF.match(text, match.end(), end)
        if of is None or len(of["title"].split()) < FEWEST_OF_TITLE or not titled(of["title"]):
            of = _apposed_title(text, match.end(), end)
        if of:
            yield Named(match.start(), of.end("title"), _by_person(replace(work, title=" ".join(of["title"].split()))))
        else:
            yield _of_nth_source(text, Named(match.start(), match.end(), work), start, end)


def _of_law(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the sentence of a "Chapter 11" speaks of bankruptcy."""
    if not match["unit"].lower().startswith("chapter"):
        return False
    near = text[max(start, match.start() - 2 * BEFORE) : min(end, match.end() + 2 * BEFORE)]
    return bool(BANKRUPT.search(near))


def _by_person(work: Work) -> Work:
    """The work, whose author was read as the end of its title: ``Late Buses by Ann Moss``."""
    by = BY_PERSON.search(work.title or "")
    if work.author or by is None:
        return work
    return replace(work, title=(work.title or "")[: by.start()], author=author_name(by["author"]))


def _apposed_title(text: str, begin: int, end: int) -> re.Match[str] | None:
    """``paragraph 6, Late Buses in Our Town, it says``: a title without marks behind a place or a source's label."""
    match = APPOSED_TITLE.match(text, begin, end)
    if match is None or not plainly_titled(match["title"]) or ORGANISATION_WORDS.search(match["title"]):
        return None
    return match


def _of_nth_source(text: str, place: Named, start: int, end: int) -> Named:
    """``paragraph nine of the second source``, ``the second source, paragraph nine``, or the place alone."""
    behind = NTH_SOURCE_BEHIND.match(text, place.end, end)
    before = None if behind else NTH_SOURCE_BEFORE.search(text, max(start, place.start - BEFORE), place.start)
    source = behind or before
    if source is None:
        return place
    work = replace(place.work, form="title", title=" ".join(source["source"].split()))
    return Named(min(place.start, source.start("source")), max(place.end, source.end("source")), work)


def ordinal_places(text: str, lower: str, start: int, end: int) -> Iterator[Named]:
    """``in the third paragraph of the article``; a paragraph of the writer's own is none."""
    for place in word_starts(lower, ORDINAL_STEMS, start, end):
        before = text[max(start, place - BEFORE) : place]
        labelled = LABEL_BEFORE.search(before)
        says = ORDINAL_SAYS.search(text, max(start, place - BEFORE), min(end, place + 2 * BEFORE))
        said = SAID_IN.search(before) and NTH_PARAGRAPH.match(text, place)
        alone = labelled or said or (says and says.start("whole") == place)
        match = (ORDINAL_ALONE if alone else ORDINAL_UNIT).match(text, place, end)
        quoted = match and match.groupdict().get("after", "")[-1:] in ('"', "“") and before.endswith(" the ")
        if match and (alone or quoted or ORDINAL_BEFORE.search(before)):
            locator = " ".join(match["whole"].split())
            work = Work("labelled_locator", locator=locator, labelled=True)
            yield _of_nth_source(text, Named(place, match.end("whole"), work), start, end)


def sources(text: str, lower: str, start: int, end: int) -> Iterator[Named]:
    """``Source B``, ``passage 2``, ``Document A`` in running text."""
    for place in word_starts(lower, SOURCE_STEMS, start, end):
        match = SOURCE.match(text, place, end)
        if match is None:
            continue
        if NO_SOURCE_AFTER.match(text, match.end(), end):
            continue
        before = text[max(start, match.start() - BEFORE) : match.start()]
        if match["text"] and not (TEXT_BEFORE.search(before) or TEXT_AFTER.match(text, match.end(), end)):
            continue
        yield _by_author(text, match.start(), match.end(), start, end)


def _by_author(text: str, begin: int, stop: int, start: int, end: int) -> Named:
    """``Source 2 by Ann Moss``, ``Ann Moss of Source 2``, or the source alone."""
    work = Work("title", None, " ".join(text[begin:stop].split()), labelled=True)
    behind = LABEL_BY.match(text, stop, min(end, stop + 2 * BEFORE))
    if behind and (author := author_name(behind["author"])):
        return _titled_behind(text, Named(begin, behind.end("author"), replace(work, author=author)), end)
    if own := _with_title(text, begin, stop, end):
        return own
    called = LABEL_CALLED.match(text, stop, end)
    if called and (not titled(called["title"]) or _person(text, called["title"], start, begin)):
        called = None
    if called := called or _apposed_title(text, stop, end):
        author = called.groupdict().get("author")
        last = called.end("author" if author else "title")
        title = " ".join(called["title"].split())
        return Named(
            begin, last, _by_person(replace(work, title=title, author=author_name(author) if author else None))
        )
    named = LABEL_NAMED.match(text, stop, min(end, stop + 2 * BEFORE))
    if named and _given(named["author"]) and (author := author_name(named["author"])):
        return Named(begin, named.end("author"), replace(work, author=author))
    floor = max(start, begin - 2 * BEFORE)
    before = LABEL_OF.search(text, floor, begin)
    if before is None and APPOSED_END.match(text, stop, end):
        before = LABEL_APPOSED.search(text, floor, begin)
    author = author_name(before["author"]) if before else None
    if before and author and " " in author and not PERSON_FIRST.match(author):
        at = before.start("author") + opener_length(before["author"])
        return Named(at, stop, replace(work, author=author))
    return Named(begin, stop, work)


def _titled_behind(text: str, one: Named, end: int) -> Named:
    """A source's label with its author, and the title behind a colon: ``Source 2 by Ann Moss: Late Buses Help``."""
    match = LABEL_BY_TITLED.match(text, one.end, min(end, one.end + LONGEST_LABELLED))
    if match is None:
        return one
    title = " ".join((match["quoted"] or match["title"]).split()).rstrip(" ,")
    formed = titled(title) or (labelled_title(title) and not (match["quoted"] or SAYING.search(title)))
    if not formed or len(title.split()) < FEWEST_LABELLED or denied(title, title=True):
        return one
    return Named(one.start, match.end() if match["quoted"] else match.end("title"), replace(one.work, title=title))


def _given(name: str) -> bool:
    """Whether a name of two words or three begins with a first name."""
    words = name.split()
    return (
        2 <= len(words) <= FEWEST_OF_TITLE and words[0].lower() in GIVEN_NAMES and not ORGANISATION_WORDS.search(name)
    )


def _person(text: str, title: str, start: int, begin: int) -> bool:
    """Whether what is called so behind a label is a person: ``the driver from source three named Carlos Ruiz``."""
    if not is_people(title) or plainly_titled(title):
        return False
    given = title.split()[0].lower() in GIVEN_NAMES
    return given or bool(PERSON_OF_LABEL.search(text, max(start, begin - BEFORE), begin))


def _with_title(text: str, begin: int, stop: int, end: int) -> Named | None:
    """A source's label and, behind a colon or in a bracket, its title: ``Source 2: Late Buses Help by Ann Moss``."""
    if text[stop : stop + NEAREST_SIGN].strip()[:1] not in (":", ";", "-", "(", ","):
        return None
    for pattern in LABEL_TITLED:
        match = pattern.match(text, stop, min(end, stop + LONGEST_LABELLED))
        if match is None:
            continue
        groups = match.groupdict()
        title = " ".join(match["title"].split()).rstrip(" ,")
        author = author_name(groups["author"]) if groups.get("author") else None
        formed = titled(title) or "asked" in groups or (labelled_title if "whole" in groups else sentence_cased)(title)
        if len(title.split()) < (1 if author else FEWEST_LABELLED) or denied(title, title=True) or SAYING.search(title):
            continue
        if not author and is_people(title) and len(title.split()) <= FEWEST_OF_TITLE:
            continue  # "Source 1: Ann Moss, a driver"
        if not (author or formed) or (groups.get("closed") and len(title.split()) < FEWEST_OF_TITLE):
            continue
        last = match.end("author" if author else "closed" if groups.get("closed") else "title")
        return Named(begin, last, Work("title", author, title, labelled=True))
    return None


def _heading(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the pointer is a heading of the essay's own: alone on its line."""
    line = text.rfind("\n", start, match.start()) + 1
    stop = text.find("\n", match.end())
    alone = not text[match.end() : len(text) if stop < 0 else stop].strip(" :.")
    return not text[line : match.start()].strip() and (alone or text[match.end() : match.end() + 1] == ":")


def pointers_in(
    text: str,
    lower: str,
    start: int,
    end: int,
    titles: Sequence[Named],
    quotations: Sequence[Quotation],
    known: set[str],
) -> list[Named]:
    """Everything that running text points at: ``titles``, sources and places, joined where they touch.

    Places in quoted words are the source's own. ``known``: surnames of authors; only these become a place's author.
    """
    labelled = list(sources(text, lower, start, end))
    own = [one for one in labelled if not SOURCE.match(one.work.title or "")]
    titles = [one for one in titles if not any(label.start <= one.start < label.end for label in own)]
    taken = Taken()
    for one in titles:
        taken.add(one.start, one.end)
    quoted = Taken()
    for quotation in quotations:
        alone = SOURCE.fullmatch(text[quotation.start : quotation.end].strip(SIGNS + ",."))
        if not alone and quoted.free(quotation.start, quotation.end):
            quoted.add(quotation.start, quotation.end)
    found = list(titles)
    finders = (places, ordinal_places)
    for one in (*labelled, *(one for finder in finders for one in finder(text, lower, start, end))):
        if taken.free(one.start, one.end) and quoted.free(one.start, one.end):
            taken.add(one.start, one.end)
            found.append(one)
    if not found:
        return []
    joined: list[Named] = []
    for one in sorted(found, key=lambda named: named.start):
        both = _joined(text, joined[-1], one) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(one)
    return _authored(text, joined, start, end, known)


def _joined(text: str, one: Named, other: Named) -> Named | None:
    """Title and place, or two places, as one pointer; None where they are two."""
    gap = other.start - one.end
    a, b = one.work, other.work
    closed = a.labelled and text[one.end : one.end + 1] in CLOSING and one.end < other.start
    if gap > JOIN_LONGEST or not JOINED.match(text, one.end + closed, other.start):
        return None
    if a.title and b.title:
        if b.labelled and text[other.end : other.end + 2].strip()[:1] in (":", ";"):
            return None  # "The Trams" Source 1: "Late Buses"
        if (
            a.labelled == b.labelled
            or a.locator
            or b.locator
            or a.author
            or text[one.end : other.start].strip(SEPARATORS)
        ):
            return None
        return Named(one.start, other.end, replace(b if a.labelled else a, author=a.author or b.author, labelled=True))
    if a.author and b.author:
        return None
    if a.title is None and b.title is None and (a.author or b.author):
        return None
    if a.locator and b.locator:
        words = text[one.end : other.start].strip(" ,;")
        if b.title or words not in (LINES_OF if LINE.match(b.locator) else WITHIN):
            return None
        written = " ".join(text[one.start : other.end].split())
        apart = a.paged or b.paged or a.title or words not in WITHIN
        locator = f"{a.locator}, {b.locator}" if apart else written
        return Named(one.start, other.end, replace(a, locator=locator))
    work = replace(
        a if a.title else b, author=a.author or b.author, year=a.year or b.year, locator=a.locator or b.locator
    )
    return Named(one.start, other.end, work)


def announced_authors(text: str, start: int, end: int) -> set[str]:
    """Surnames behind "the author"."""
    names = (author_name(match["name"]) for match in AUTHOR_NAMED.finditer(text, start, end))
    return {surname(name) for name in names if name}


def _authored(text: str, pointers: list[Named], start: int, end: int, known: set[str]) -> list[Named]:
    """The pointers with the author right before or behind them: ``D'Alto states in paragraph 4``."""
    made: list[Named] = []
    for index, one in enumerate(pointers):
        if one.work.author:
            made.append(one)
            continue
        floor = max(start, made[-1].end if made else start, one.start - 2 * BEFORE)
        before = NAME_BEFORE.search(text, floor, one.start)
        if before and (author := author_name(before["author"])) and surname(author) in known:
            begin = before.start("author") + opener_length(before["author"])
            made.append(Named(begin, one.end, replace(one.work, author=author)))
            continue
        made_by = WORK_BY_BEFORE.search(text, floor, one.start)
        if made_by and one.work.title is None and (author := author_name(made_by["author"])):
            made.append(Named(made_by.start("author"), one.end, replace(one.work, author=author)))
            continue
        made_by = BY_BEHIND.match(text, one.end, min(end, one.end + 2 * BEFORE))
        labelled = SOURCE.match(one.work.title or "")
        if made_by and (author := author_name(made_by["author"])) and (labelled or surname(author) in known):
            made.append(Named(one.start, made_by.end("author"), replace(one.work, author=author)))
            continue
        ceiling = min(end, pointers[index + 1].start if index + 1 < len(pointers) else end, one.end + 2 * BEFORE)
        behind = NAME_BEHIND.match(text, one.end, ceiling)
        author = author_name(behind["author"]) if behind else None
        opens = labelled and SENTENCE_IN.search(text, start, one.start)
        said = behind is not None and (behind["called"] or (opens and behind["says"]))
        if behind and author and (said or surname(author) in known):
            known = known | {surname(author)}
            made.append(Named(one.start, behind.end("author"), replace(one.work, author=author)))
            continue
        made.append(one)
    return made
