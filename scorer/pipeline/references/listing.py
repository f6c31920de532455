"""Where the list of references is, and where each of its entries begins and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from scorer.pipeline.references.entry import is_prose, may_be_entry, published, shaped, starts_entry
from scorer.pipeline.references.patterns import (
    ACCESS,
    ANY_YEAR,
    AUTHOR_YEAR,
    COMPLETE,
    HEADING,
    HEADING_IN_LINE,
    NAMES_IN_LINE,
    NOISE,
    NUMBER,
    PROSE_WORDS,
    STRONG_LINK,
    TURNED_START,
    URL,
)

FIRST = 500
"""Characters behind a heading on its own line in which the first entry must show itself."""

AHEAD = 400
"""Characters behind a heading in running text in which the first entry must show itself."""

LAST = 80
"""Characters before a possible beginning in which the entry before it must show that it is complete."""

Stretch = tuple[int, int]
"""Start and end of an entry in the text, white space around it not yet left out."""


@dataclass(frozen=True)
class Line:
    """A line that is not empty. ``after_blank``: a blank one, or the list's beginning, comes before it."""

    start: int
    end: int
    indented: bool
    after_blank: bool
    text: str


def find_entries(text: str, begin: int, headless: bool) -> tuple[list[Stretch], Literal["headed", "headless"]]:
    """The entries of the list behind ``begin``, and whether a heading opens it."""
    start = _list_start(text, begin)
    if start is not None:
        return list(_parted(text, _entries(list(_lines(text, start))))), "headed"
    lines = _final_run(text, begin) if headless else []
    return list(_parted(text, _entries(lines))), "headless"


def _lines(text: str, start: int, end: int | None = None) -> Iterator[Line]:
    place, blank, end = start, True, len(text) if end is None else end
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        raw = text[place:stop]
        if not NOISE.match(raw) and not HEADING.fullmatch(raw):
            yield Line(place, stop, raw[0].isspace() and raw[:2] != " " + raw.strip()[:1], blank, raw)
        blank = not raw.strip()
        place = stop + 1


def _list_start(text: str, begin: int) -> int | None:
    """Where the list's first line begins: behind the heading that entries follow, up to the end or the next heading."""
    start = None
    begin += len(text[begin:]) - len(text[begin:].lstrip())
    for heading in reversed(list(HEADING.finditer(text, begin))):
        if heading.start() <= begin or not _opens_list(text, heading.end(), bool(heading["notes"])):
            continue
        if start is not None and any(
            is_prose(line.text) or not (starts_entry(line.text) or published(line.text) or line.indented)
            for line in _lines(text, heading.end(), start)
        ):
            break
        start = heading.end()
    return _start_in_line(text, begin) if start is None else start


def _opens_list(text: str, place: int, notes: bool) -> bool:
    lines = list(islice(_lines(text, place, min(len(text), place + FIRST)), 3))
    if not lines or is_prose(lines[0].text) or (notes and not NUMBER.match(lines[0].text)):
        return False
    return any(starts_entry(line.text) or shaped(line.text) or published(line.text) for line in lines)


def _start_in_line(text: str, begin: int) -> int | None:
    """The same where the heading stands in running text."""
    if not any(name in text for name in NAMES_IN_LINE):  # most essays are done with so
        return None
    for heading in reversed(list(HEADING_IN_LINE.finditer(text, begin))):
        ahead = text[heading.end() : heading.end() + AHEAD].split("\n", 1)[0]
        if heading.start() > begin and starts_entry(ahead) and _goes_on(ahead):
            return heading.end()
    return None


def _final_run(text: str, begin: int) -> list[Line]:
    """The last lines of the text, as long as entries shaped like some hold them together; at least two of these."""
    run: list[Line] = []
    entries = 0
    pending: list[Line] = []
    lines = list(_lines(text, begin))
    for line in reversed(lines):
        if len(line.text.split()) <= PROSE_WORDS and shaped(line.text):
            run = [line, *pending, *run]
            pending = []
            entries += 1
        elif (line.indented and not line.after_blank and not pending) or may_be_entry(line.text):
            pending = [line, *pending]
        else:
            break
    return run if entries >= 2 and len(run) < len(lines) else []


def _entries(lines: list[Line]) -> list[list[Line]]:
    """The lines of each entry, up to the line where prose begins again."""
    entries: list[list[Line]] = []
    all_indented = all(line.indented for line in lines)
    numbered = sum(NUMBER.match(line.text) is not None for line in lines) >= 2 and bool(NUMBER.match(lines[0].text))
    for line in lines:
        if entries and _continues(entries[-1], line, all_indented, numbered):
            entries[-1].append(line)
        elif is_prose(line.text):
            break
        else:
            entries.append([line])
    return entries


def _continues(entry: list[Line], line: Line, all_indented: bool, numbered: bool) -> bool:
    """Whether ``line`` goes on with the entry so far."""
    so_far, body = " ".join(part.text.strip() for part in entry), line.text.strip()
    if NUMBER.match(body) and (numbered or body[:1] not in "-–*?"):
        return False
    if so_far.endswith((",", " and", " &", "-", ":", "(")) or body[0] in ".,;:)]”":
        return True
    if _open_quote(so_far) and not is_prose(line.text):
        return True
    if URL.fullmatch(body):
        return not STRONG_LINK.search(so_far) and not URL.fullmatch(so_far)
    if ACCESS.match(body):
        return True
    if line.after_blank:
        return (body[:1].islower() and not starts_entry(body)) or (
            so_far.endswith('."') and len(entry) == 1 and _is_site(body)
        )
    if line.indented and not all_indented:
        return True
    if starts_entry(line.text) or shaped(line.text):
        return False
    ended = so_far.endswith((".", ")", ">", "]")) or URL.search(so_far.split()[-1]) is not None
    return not ended or body[:1].islower()


def _open_quote(text: str) -> bool:
    """Whether a quoted title has not been closed."""
    return text.count("“") > text.count("”") or (text.count('"') % 2 == 1 and "”" not in text and "''" not in text)


def _is_site(line: str) -> bool:
    """A short line that names where the work stood: ``Chicago Tribune`` below a title."""
    return len(line.split()) <= 6 and not starts_entry(line) and not shaped(line)


def _parted(text: str, entries: list[list[Line]]) -> Iterator[Stretch]:
    """The entries as stretches; one line that holds several is parted where each begins."""
    for lines in entries:
        start, end = lines[0].start, lines[-1].end
        begin = start
        for place in _beginnings(text, start, end):
            before = text[begin:place].rstrip()
            if URL.fullmatch(before.strip()) or (
                COMPLETE.search(before[-LAST:])
                and _goes_on(text[place : min(end, place + AHEAD)])
                and not _same_work(text[begin:place], text[place])
            ):
                yield begin, place
                begin = place
        yield begin, end


def _beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """Places behind the first character where another entry could begin."""
    stretch = text[start:end]
    quoted = False
    for place in range(1, len(stretch)):
        if stretch[place - 1] in '"“”':
            quoted = stretch[place - 1] == "“" or (stretch[place - 1] == '"' and not quoted)
        if stretch.startswith(("https://", "http://"), place) or (
            stretch[place - 1].isspace() and not quoted and _may_begin(stretch, place)
        ):
            yield start + place


def _same_work(before: str, first: str) -> bool:
    """Whether what ``first`` begins belongs to the work before it: its title behind author and year, or its link."""
    if first in '"“':
        return bool(AUTHOR_YEAR.fullmatch(before.rstrip()))
    return first in "hw" and before[-1] != "\n" and not STRONG_LINK.search(before)


def _may_begin(stretch: str, place: int) -> bool:
    first = stretch[place]
    if first in '"“' or stretch.startswith("www.", place):
        return True
    if first.isdigit() or first == "[":
        number = NUMBER.match(stretch[place : place + 8])
        return number is not None
    return bool(TURNED_START.match(stretch, place))


def _goes_on(rest: str) -> bool:
    """Whether a number, a quotation mark, a year or a link says that a work follows a complete entry."""
    return bool(NUMBER.match(rest) or ANY_YEAR.search(rest) or URL.search(rest)) or rest[0] in '"“'
