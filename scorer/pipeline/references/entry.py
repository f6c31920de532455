"""One entry of the list: does a line look like one, and what are its fields."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.pipeline.references.patterns import (
    ACCESS,
    ANY_YEAR,
    AUTHOR_START,
    BRACKET_YEAR,
    DOTTED_YEAR,
    INITIALS_END,
    LONGEST,
    NUMBER,
    PERSON,
    PUBLICATION,
    QUOTED,
    SEGMENT_END,
    TURNED_NAME,
    URL,
)


@dataclass(frozen=True)
class Fields:
    """Fields of an entry as written, None where not found."""

    author: str | None
    title: str | None
    year: str | None


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
    body = NUMBER.sub("", line, count=1).strip()
    if URL.fullmatch(body):
        return True
    dated = bool(ANY_YEAR.search(body) or URL.search(body))
    published = bool(PUBLICATION.search(body) or URL.search(body))
    if AUTHOR_START.match(body):
        titled = bool(QUOTED.search(body))
        return (dated and (published or titled)) or (published and titled)
    return published and dated and (_leading_year(body) or body[:1] in {'"', "“"})


def fields(entry: str) -> Fields:
    """Author, title and year of an entry by rules (APA, MLA, Chicago); white space is made single.

    >>> fields('Walt, Stephen M. "Who\\'s Afraid of the Balance of Power?" Foreign Policy, 2017.')
    Fields(author='Walt, Stephen M.', title="Who's Afraid of the Balance of Power?", year='2017')
    """
    text = " ".join(NUMBER.sub("", entry, count=1).split())[:LONGEST]
    bracket = BRACKET_YEAR.search(text)
    if bracket and not _publisher_bracket(text, bracket.start()):
        return _around(text, bracket.start(), bracket.end(), bracket["year"])
    dotted = DOTTED_YEAR.search(text)
    if dotted and dotted.start() < 120:
        return _around(text, dotted.start() + 1, dotted.end(), dotted["year"])
    author, title = _author_first(text)
    return Fields(author, title, _year(text))


def _leading_year(body: str) -> bool:
    year = BRACKET_YEAR.search(body, 0, 140)
    return year is not None and body[:1].isupper()


def _publisher_bracket(text: str, start: int) -> bool:
    """A year in brackets late in the entry, behind a quoted title: a journal's ``41 (2017)``."""
    quoted = QUOTED.search(text)
    return quoted is not None and quoted.end() <= start


def _around(text: str, year_start: int, year_end: int, year: str) -> Fields:
    """APA and Chicago: the author stands before the year, the title behind; or the title before it."""
    before, after = text[:year_start].strip(), text[year_end:].strip(" .,")
    quoted = QUOTED.search(before)
    if quoted or not after or URL.match(after):
        title = (quoted["title"] or quoted["single"]) if quoted else before
        return Fields(_clean_author(before[: quoted.start()]) if quoted else None, _clean_title(title), year)
    return Fields(_clean_author(before), _title(after), year)


def _author_first(text: str) -> tuple[str | None, str | None]:
    """MLA and notes: author, then title, parted by a quotation mark or a full stop."""
    quoted = QUOTED.search(text)
    if quoted and quoted.start() < 150:
        return _clean_author(text[: quoted.start()]), _clean_title(quoted["title"] or quoted["single"])
    link = URL.search(text)
    text = text[: link.start()].strip() if link else text
    if not text:
        return None, None
    turned = TURNED_NAME.match(text)
    parts = [turned.group(), *_segments(text[turned.end() :])] if turned else _segments(text)
    if len(parts) == 1:
        return None, _title(text)
    first = parts[0]
    named = "," in first or PERSON.match(first)
    published_next = bool(ANY_YEAR.search(parts[1]) and PUBLICATION.search(parts[1])) or bool(URL.match(parts[1]))
    if turned or (named and not (published_next and not AUTHOR_START.match(first))) or len(parts) > 3:
        return _clean_author(first), _clean_title(parts[1])
    return None, _clean_title(first)


def _segments(text: str) -> list[str]:
    ends = [match.start() + 1 for match in SEGMENT_END.finditer(text)]
    starts = [0, *ends]
    return [text[a:b].strip() for a, b in zip(starts, [*ends, len(text)], strict=True) if text[a:b].strip()]


def _title(text: str) -> str | None:
    quoted = QUOTED.match(text)
    if quoted:
        return _clean_title(quoted["title"] or quoted["single"])
    return _clean_title(_segments(text)[0])


def _year(text: str) -> str | None:
    before = ACCESS.sub("", URL.sub(" ", QUOTED.sub(" ", text)))
    years = [match.group() for match in ANY_YEAR.finditer(before)]
    return years[-1] if years else None


def _clean_author(text: str) -> str | None:
    text = text.strip(' ,;:*_"“”')
    if text.endswith(".") and not INITIALS_END.search(text):
        text = text[:-1].rstrip()
    return text if any(c.isalpha() for c in text) else None


def _clean_title(text: str) -> str | None:
    text = text.strip(' ,;:*_"“”')
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1].rstrip(" ,")
    return text or None
