"""The component that finds the list of references."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from scorer.pipeline.annotations import Reference, trimmed
from scorer.pipeline.references.entry import fields, shaped, starts_entry
from scorer.pipeline.references.patterns import (
    ACCESS,
    ANY_YEAR,
    CONFIDENCE,
    HEADING,
    NOISE,
    NUMBER,
    PROSE_WORDS,
    PUBLICATION,
    URL,
)


@dataclass(frozen=True)
class Line:
    """A line that is not empty. ``after_blank``: a blank one, or the list's beginning, comes before it."""

    start: int
    end: int
    indented: bool
    after_blank: bool
    text: str


class References:
    """Finds the list of references (Works Cited, Bibliography, Sources, ...) and reads its entries.

    The list begins behind the last heading whose next line looks like an entry, or, without a heading, is a
    final run of at least two lines that are each shaped like an entry. It ends with the text or where prose
    begins again. Entries are lines; hanging-indented and wrapped lines are joined to the one before them.
    ``doc._.paragraphs`` is left as it is, with the list's lines among them. Fields are read by rules.

    >>> import spacy
    >>> text = 'Peace matters.\\n\\nWorks Cited\\nNau, Henry. Perspectives on International Relations. CQ Press, 2017.'
    >>> doc = References()(spacy.blank("en")(text))
    >>> doc._.references[0].author, doc._.references[0].title, doc._.references[0].year
    ('Nau, Henry', 'Perspectives on International Relations', '2017')

    Attributes set
        ``doc._.references``: list of :class:`~scorer.pipeline.annotations.Reference`, the heading left out.

    Parameters
        ``headless``: whether to look for a list without a heading (default True).
    """

    def __init__(self, *, headless: bool = True) -> None:
        self.headless = headless

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.references``."""
        text = doc.text
        begin = doc._.prompt.end if doc._.prompt else 0
        start = _list_start(text, begin)
        lines = _lines(text, start) if start is not None else _final_run(text, begin) if self.headless else []
        kinds = ("headed", "headed_doubtful") if start is not None else ("headless", "headless")
        found = []
        for first, last in _entries(lines):
            a, b = trimmed(text, first.start, last.end)
            entry = text[a:b]
            read = fields(entry)
            confidence = CONFIDENCE[kinds[0] if shaped(" ".join(entry.split())) else kinds[1]]
            found.append(Reference(a, b, confidence, read.author, read.title, read.year))
        doc._.references = found
        return doc


def _lines(text: str, start: int, end: int | None = None) -> list[Line]:
    lines, place, blank = [], start, True
    for raw in text[start:end].split("\n"):
        if not NOISE.match(raw):
            lines.append(
                Line(place, place + len(raw), raw[0].isspace() and raw[:2] != " " + raw.strip()[:1], blank, raw)
            )
        blank = not raw.strip()
        place += len(raw) + 1
    return lines


def _list_start(text: str, begin: int) -> int | None:
    """Where the list's first line begins, behind the last heading that an entry follows."""
    for heading in reversed(list(HEADING.finditer(text, begin))):
        lines = _lines(text, heading.end())[:3]
        if not lines or not text[begin : heading.start()].strip():
            continue
        if heading["notes"] and not NUMBER.match(lines[0].text):
            continue
        if any(
            starts_entry(line.text) or shaped(line.text) or _published(line.text) for line in lines
        ) and not _is_prose(lines[0]):
            return heading.end()
    return None


def _published(line: str) -> bool:
    return bool((PUBLICATION.search(line) or URL.search(line)) and (ANY_YEAR.search(line) or URL.search(line)))


def _is_prose(line: Line) -> bool:
    return len(line.text.split()) > PROSE_WORDS and not shaped(line.text) and not starts_entry(line.text)


def _final_run(text: str, begin: int) -> list[Line]:
    """The last lines of the text, as long as each entry is shaped like one; at least two of them."""
    lines = _lines(text, begin)
    run: list[Line] = []
    entries = 0
    pending: list[Line] = []
    for line in reversed(lines):
        if len(line.text.split()) <= PROSE_WORDS and shaped(line.text):
            run = [line, *pending, *run]
            pending = []
            entries += 1
        elif line.indented and not line.after_blank and not pending:
            pending = [line]
        else:
            break
    return run if entries >= 2 and len(run) < len(lines) else []


def _entries(lines: list[Line]) -> list[tuple[Line, Line]]:
    """First and last line of each entry, up to the line where prose begins again."""
    entries: list[tuple[Line, Line]] = []
    all_indented = all(line.indented for line in lines)
    for line in lines:
        if entries and _continues(entries[-1][1], line, all_indented):
            entries[-1] = (entries[-1][0], line)
        elif _is_prose(line):
            break
        else:
            entries.append((line, line))
    return entries


def _continues(before: Line, line: Line, all_indented: bool) -> bool:
    """Whether ``line`` goes on with the entry that ``before`` belongs to."""
    if URL.fullmatch(line.text.strip()):
        return not URL.search(before.text) and bool(before.text.strip())
    if ACCESS.match(line.text.strip()):
        return True
    if line.after_blank:
        return line.text.lstrip()[:1].islower()
    if line.indented and not all_indented:
        return True
    if starts_entry(line.text) or shaped(line.text):
        return False
    ended = before.text.rstrip().endswith((".", ")", ">", "]")) or URL.search(before.text.split()[-1]) is not None
    return not ended or line.text.lstrip()[:1].islower()
