"""Does a line, or a stretch of one, look like an entry of the list?"""

from __future__ import annotations

from scorer.pipeline.references.patterns import (
    ANY_YEAR,
    AUTHOR_START,
    BRACKET_YEAR,
    DATED_AUTHOR,
    LONGEST,
    NOTE,
    NUMBER,
    PROSE_WORDS,
    PUBLICATION,
    QUOTED,
    TURNED_AUTHOR,
    URL,
    YEAR_AT_END,
)


def starts_entry(line: str) -> bool:
    """Whether a line begins as entries do: a number, a name turned round, a quoted title, a link or a dated name."""
    body = NUMBER.sub("", line, count=1).lstrip()
    if not body:
        return False
    marked = body != line.lstrip()
    return marked or bool(AUTHOR_START.match(body) or URL.match(body) or body[0] in '"“') or _leading_year(body)


def shaped(line: str) -> bool:
    """Whether a whole line is shaped like an entry, with no heading to vouch for it."""
    if len(line) > LONGEST:
        return False
    number = NUMBER.match(line)
    body = NUMBER.sub("", line, count=1).strip()
    if URL.fullmatch(body) or DATED_AUTHOR.match(body):
        return True
    if (TURNED_AUTHOR.match(body) and YEAR_AT_END.search(body)) or (number and NOTE.search(body)):
        return True
    dated = bool(ANY_YEAR.search(body) or URL.search(body))
    said = bool(PUBLICATION.search(body) or URL.search(body))
    if AUTHOR_START.match(body):
        titled = bool(QUOTED.search(body))
        return (dated and (said or titled)) or (said and titled)
    return (said or bool(YEAR_AT_END.search(body))) and dated and (_leading_year(body) or body[:1] in {'"', "“"})


def may_be_entry(line: str) -> bool:
    """Whether a short line could be an entry among others: numbered, dated, or with a title in quotation marks."""
    short = len(line.split()) <= PROSE_WORDS // 2
    return short and bool(NUMBER.match(line) or ANY_YEAR.search(line) or URL.search(line) or QUOTED.search(line))


def published(line: str) -> bool:
    """Whether a line holds words of publication and a date, or a link."""
    link = URL.search(line)
    return bool(link or (PUBLICATION.search(line) and ANY_YEAR.search(line)))


def is_prose(line: str) -> bool:
    """Whether a line is running text, which ends the list."""
    return len(line.split()) > PROSE_WORDS and not shaped(line) and not starts_entry(line)


def _leading_year(body: str) -> bool:
    year = BRACKET_YEAR.search(body, 0, 140)
    return year is not None and body[:1].isupper()
