"""Author, title and year where the signs of the known styles say beyond doubt where each begins and ends."""

from __future__ import annotations

from scorer.pipeline.references.patterns import (
    ABBREVIATION_END,
    AUTHOR_YEAR,
    BRACKET_TAIL,
    CUES,
    DATED,
    INITIALS_AUTHOR,
    LIST_OF_NAMES,
    MADE_BY,
    NO_NAME,
    NOTE_EDITION,
    NOTE_LEAD,
    NOTE_TITLE,
    NUMBER,
    ONLY_PUBLISHER,
    OPENING_MARKS,
    PLAIN_BY,
    QUOTED,
    THREE_PARTS,
    TITLE_END,
    TITLE_NOTE,
    TURNED_AUTHOR,
    UNMARKED_BY,
)

LONGEST_AUTHOR = 16  # words
SMALL = frozenset(
    ["a", "an", "the", "of", "and", "for", "on", "in", "to", "at", "&", "de", "la", "van", "von", "der", "al", "et"]
)
Form = tuple[str | None, str | None, str | None]
"""Author, title, year: None where the form does not tell."""


def known_form(entry: str) -> Form | None:
    """What an entry's style tells of it; None where it has no known one. Names and titles keep the marks
    behind them.

    >>> known_form("Reed, A. (2019). Phones in class. Calder.")
    ('Reed, A.', 'Phones in class', '2019')
    >>> known_form('1. Amy Reed, "Phones in Class," Learning Today 4 (2019): 7.')
    ('Amy Reed, ', 'Phones in Class,', None)
    """
    number = NUMBER.match(entry)
    body = NOTE_LEAD.sub("", entry[number.end() :], count=1) if number else entry
    turned = TURNED_AUTHOR.match(body) or INITIALS_AUTHOR.match(body)
    dated = DATED.match(body)
    if dated and dated["plain"]:
        if turned and turned.end() < dated.start("plain"):
            dated = None  # the year is behind the title
        elif ONLY_PUBLISHER.match(body, dated.end()):
            return dated["author"], dated["plain"], None
    if dated and AUTHOR_YEAR.fullmatch(BRACKET_TAIL.sub(")", body[: dated.end() - 1])):
        author, year, rest = dated["author"], dated["year"] or dated["plain"], body[dated.end() :]
        untitled = NO_NAME.match(author) or (not named(author) and author.rstrip()[-1] in ".?!" and "," not in author)
        if untitled and not any(CUES.get(word.lower()) == "body" for word in author.split()):
            return None, author.strip().removesuffix("."), year
        return (author, _title(rest), year) if named(author) else None
    if made := MADE_BY.match(body):
        return None, made["title"], None
    if by := PLAIN_BY.match(body):
        return by["author"], by["title"], None
    if not QUOTED.search(body) and (by := UNMARKED_BY.match(body)) and by["author"].count(" ") < LONGEST_AUTHOR:
        return by["author"], by["title"], None
    if (quoted := QUOTED.search(body)) and body[: quoted.start()].rstrip()[-1:] in (".", ","):
        author = body[: quoted.start()]
        return (author, quoted["title"] or quoted["single"], None) if named(author) else None
    if number and (listed := LIST_OF_NAMES.match(body)) and body[listed.end() + 1 : listed.end() + 2] != ".":
        return listed["author"], _note_title(body[listed.end() :]), None
    first, _, rest = body.partition(", " if number else ". ")
    if named(first) and "," not in first and any(CUES.get(word) == "body" for word in first.lower().split()):
        return first, _note_title(rest) if number else _title(rest, inner=True), None
    if turned:
        end = turned.end() - 1
        return body[:end], _title(body[end:]), None
    if (parts := THREE_PARTS.match(body)) and named(parts["author"]):
        return parts["author"], _title(body[parts.start("title") :]), None
    if number and named(first) and (title := NOTE_TITLE.match(rest)):
        return first, NOTE_EDITION.sub("", title["title"]), None
    return None


def named(text: str) -> bool:
    """Whether words read like authors: not too many, and each capitalised but small ones."""
    words = text.split()
    capital = all(word[0].isupper() or word[0] in "(&[-—@" or word.strip(".,") in SMALL for word in words)
    return 0 < len(words) <= LONGEST_AUTHOR and capital and text.rstrip()[-1] not in "?!"


def _title(rest: str, *, inner: bool = False) -> str | None:
    """The title that ``rest`` begins with, up to its first full stop or question mark.

    ``inner``: something must follow it.
    """
    rest = rest.lstrip()
    if rest[:1] in OPENING_MARKS:
        quoted = QUOTED.match(rest)
        return (quoted["title"] or quoted["single"]) if quoted else None
    for end in TITLE_END.finditer(rest):
        if ABBREVIATION_END.search(rest[: end.start() + 1]):
            continue
        title = TITLE_NOTE.sub("", rest[: end.start() + (end.group()[0] != ".")])
        return title if not inner or rest[end.end() :].strip() else None
    return None


def _note_title(rest: str) -> str | None:
    """The title in a note: up to the bracket that holds its year, or up to its full stop."""
    if rest[:1] in OPENING_MARKS:
        return _title(rest)
    noted = NOTE_TITLE.match(rest)
    return NOTE_EDITION.sub("", noted["title"]) if noted else _title(rest, inner=True)
