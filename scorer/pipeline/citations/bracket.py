"""What stands in a bracket, read as citations: ``(Nau 5283)``, ``(Smith & Jones, 2019; Lee et al., 2020a)``."""

from __future__ import annotations

import re
from dataclasses import replace

from scorer.pipeline.citations.names import denied, is_organisation, is_people, titled
from scorer.pipeline.citations.patterns import (
    APPOSITION,
    DOMAIN,
    EVENT_WORDS,
    GIVEN_NAMES,
    IBID,
    LABELLED,
    LAST_NUMBER,
    LAST_YEARS,
    LEAD_IN,
    LINK,
    LOWER_NAMES,
    NAME_ACRONYM,
    ONE_YEAR,
    ORGANISATION_WORDS,
    PAGE_LIKE,
    PERSONAL,
    QUOTED_TITLE,
    SECONDARY,
    SELF_REFERENCE,
    SOURCE_LABEL,
    TRAILING,
    YEAR_RANGE,
)
from scorer.pipeline.citations.work import Form, Tail, Work

PAIR = re.compile(r"(?P<low>\d+)\s?[-–—]\s?(?P<high>\d+)")
OLDEST = 19  # years: an age that a bracket behind a first name tells
LONGEST = 300  # characters; a longer bracket holds prose
_QUOTED_SEMICOLON = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]|;")
_ABBREVIATED_END = re.compile(r"(?:\b[nN]\.\s?[dD]|\bal|\bJr|\bSr|\b[A-Z]|\d\s?ff?|\b[eE]ds?)\.$")


def works(inside: str) -> list[Work]:
    """The works that a bracket cites, in order; empty where it is no citation. Parts that cite nothing are passed over.

    >>> [(work.author, work.year) for work in works("Smith & Jones, 2019; Lee et al., 2020a")]
    [('Smith & Jones', '2019'), ('Lee et al.', '2020a')]
    """
    if len(inside) > LONGEST or "@" in inside:
        return []
    text = " ".join(inside.split())
    found: list[Work] = []
    for part in _parts(text):
        found.extend(_part(part, found[-1] if found else None))
    return found


def _parts(text: str) -> list[str]:
    parts, begin = [], 0
    for match in _QUOTED_SEMICOLON.finditer(text):
        if match.group() == ";":
            parts.append(text[begin : match.start()])
            begin = match.end()
    return [*parts, text[begin:]]


def _part(part: str, before: Work | None) -> list[Work]:
    """One work, or one for each year of an author; none where the part is no citation."""
    text = TRAILING.sub("", part.strip(" ,"))
    if LINK.fullmatch(text) or DOMAIN.fullmatch(text):
        return [Work("link", title=text)]
    if personal := PERSONAL.match(text):
        author = personal["author"]
        return [Work("author_date", author, None, personal["year"], comma=True)] if is_people(author) else []
    if (label := SOURCE_LABEL.match(text)) and (work := _labelled(label["author"], label["label"], label["rest"])):
        return [work]
    itself = bool(SELF_REFERENCE.search(text))
    text = IBID.sub("", text)
    secondary = SECONDARY.match(text)
    text = text[secondary.end() :] if secondary else text
    whole = text
    while lead := LEAD_IN.match(text):
        text = text[lead.end() :]
    tail = read_tail(text)
    if tail is None:
        return []
    if not tail.head:
        if before is not None and not itself:
            return _inherited(before, tail)
        said = itself or (tail.years and text != whole)  # "(see page 5)", "(in 1990)"
        return [] if said else _headless(tail)
    work = _headed(tail)
    if work is None:
        return []
    work = replace(work, sure=bool(secondary and secondary["quoted"]) or " et al" in (work.author or ""))
    return [replace(work, year=year) for year in tail.years] or [work]


def _labelled(author: str | None, label: str, rest: str | None) -> Work | None:
    """``Source 3``, with its author, its title or a place in it."""
    if author and not (is_people(author) and not denied(author)):
        return None
    if not rest:
        return Work("title", author, label, labelled=True)
    tail = read_tail(LEAD_IN.sub("", rest))
    if tail is None or tail.years:
        return None
    quoted = QUOTED_TITLE.match(tail.head)
    if quoted and not quoted["author"]:
        title = (quoted["double"] or quoted["single"] or quoted["marked"]).strip(" ,.")
        return Work("title", author, title, None, tail.locator, quoted=True, labelled=True)
    body = bool(ORGANISATION_WORDS.search(tail.head)) and is_organisation(tail.head)
    if not tail.head or (author is None and (body or is_people(tail.head)) and not denied(tail.head)):
        return Work("title", author or tail.head or None, label, None, tail.locator, labelled=True)
    if titled(tail.head):
        return Work("title", author, tail.head, None, tail.locator, labelled=True)
    return None


def read_tail(text: str) -> Tail | None:
    """Year and locator from the right end of a citation, and what is left; None for spans of years and decades."""
    text = text.strip(" ,")
    if text.endswith(".") and not _ABBREVIATED_END.search(text):
        text = text[:-1].rstrip()
    locators: list[str] = []
    paged = comma = False
    while label := LABELLED.search(text):
        locators.insert(0, label["pages"] or label["whole"])
        paged = bool(label["page"])
        comma = text[: label.start("whole")].rstrip().endswith(",")
        text = text[: label.start("whole")].rstrip(" ,:;(-")
    labelled = bool(locators)
    years: list[str] = []
    if found := LAST_YEARS.search(text):
        years, comma, text = found["years"].split(","), bool(found["comma"]), text[: found.start()]
    elif not labelled and (number := LAST_NUMBER.search(text)):
        value = number["number"]
        if YEAR_RANGE.match(value) or _falling(value):
            return None
        comma, text = number["sign"] == ",", text[: number.start()]
        first, _, rest = value.partition(",")
        if rest and ONE_YEAR.match(first.strip()):
            years, locators = [first], [rest.strip()]
        else:
            locators = [value]
            if number["sign"] and (found := LAST_YEARS.search(text)):
                years, comma, text = found["years"].split(","), bool(found["comma"]), text[: found.start()]
    head = text.rstrip()
    comma = comma or head.endswith(",")
    return Tail(
        head.strip(" ,:"), tuple(year.strip() for year in years), ", ".join(locators) or None, comma, labelled, paged
    )


def _falling(number: str) -> bool:
    """Whether a range goes down, as a score does and pages do not: ``3-2``, but not ``112-15``."""
    low, high = (found["low"], found["high"]) if (found := PAIR.fullmatch(number)) else ("0", "0")
    return len(low) == len(high) and int(high) < int(low)


def _inherited(before: Work, tail: Tail) -> list[Work]:
    """``(Smith, 2019; 2020)``: the author goes on."""
    if before.form == "link":
        return []
    if tail.years:
        return [replace(before, year=year, locator=tail.locator) for year in tail.years]
    return [replace(before, locator=tail.locator)] if tail.locator else []


def _headless(tail: Tail) -> list[Work]:
    if tail.years:
        return [Work("year", year=year, locator=tail.locator, labelled=tail.labelled) for year in tail.years]
    if tail.locator is None or (not tail.labelled and set(tail.locator) <= set("0")):
        return []
    form: Form = "labelled_locator" if tail.labelled else "bare_locator"
    plain = tail.labelled and not tail.paged and not PAGE_LIKE.match(tail.locator)
    return [Work(form, locator=tail.locator, labelled=tail.labelled, paged=tail.paged, weak=plain)]


def _headed(tail: Tail) -> Work | None:
    """The work whose author or title stands before year and locator."""
    head = NAME_ACRONYM.sub("", tail.head)
    year = tail.years[0] if tail.years else None
    quoted = QUOTED_TITLE.match(head)
    if quoted:
        author = quoted["author"].strip(" ,:")
        title = (quoted["double"] or quoted["single"] or quoted["marked"]).strip(" ,.")
        if (author and not (is_people(author) or is_organisation(author))) or denied(title, title=True):
            return None
        comma = tail.comma or head[:-1].endswith(",")
        return Work("title", author or None, title, year, tail.locator, comma=comma, quoted=True)
    if is_people(head) or is_organisation(head):
        return _named(head, tail, year)
    if LOWER_NAMES.match(head) and (year or tail.locator) and not denied(head):
        sure = bool(year and tail.comma)
        form: Form = "author_date" if year else "author_locator"
        return Work(
            form, head, None, year, tail.locator, comma=tail.comma, labelled=tail.labelled, paged=tail.paged,
            doubtful_year=sure and tail.locator is None and " " not in head, weak=not sure,
        )  # fmt: skip
    if APPOSITION.search(head):
        return None
    author, _, title = head.partition(", ")
    named = (is_people(author) or is_organisation(author)) and not denied(author)
    if named and titled(title) and not denied(title, title=True) and (tail.locator or year or len(title.split()) >= 3):
        return Work("title", author, title, year, tail.locator, comma=tail.comma)
    if titled(head) and not denied(head, title=True) and tail.locator and len(head.split()) > 1:
        return Work("title", None, head, year, tail.locator, comma=tail.comma, weak=True)
    return None


def _named(head: str, tail: Tail, year: str | None) -> Work | None:
    """A name alone before year and locator; a name that is not people's and has a bare number is a title."""
    if denied(head):
        return None
    organisation = bool(ORGANISATION_WORDS.search(head))
    people = is_people(head) and not _reads_as_title(head)
    shortened = head != tail.head.rstrip()
    said = shortened or (year is not None and bool(tail.locator or not year.isdigit()))  # nobody dates an event so
    if year and not said and head.lower().split()[-1] in EVENT_WORDS:
        return None
    weak = not (people or organisation or said) or (head.isupper() and not (year and tail.comma))
    if year:
        plain = tail.locator is None and not tail.comma and year.isdigit()
        return Work(
            "author_date",
            head,
            None,
            year,
            tail.locator,
            comma=tail.comma,
            doubtful_year=plain,
            weak=weak or (plain and not people),
        )
    if tail.locator is None:
        return Work("author_only", head, weak=True)
    if not people and (not organisation or head.startswith("The ")):
        return Work("title", None, head, None, tail.locator, comma=tail.comma, weak=True)
    return Work(
        "author_locator",
        head,
        None,
        None,
        tail.locator,
        comma=tail.comma,
        paged=tail.paged,
        labelled=tail.labelled,
        weak=weak or (not tail.labelled and _aged(head, tail.locator)),
    )


def _aged(names: str, number: str) -> bool:
    """Whether first names alone have a number behind them that is more likely an age: ``Jada and Tom 3``."""
    words = [word.strip(",&").lower() for word in names.split() if word not in ("and", "&")]
    return number.isdigit() and int(number) <= OLDEST and all(word in GIVEN_NAMES for word in words if word)


def _reads_as_title(head: str) -> bool:
    """Whether a run of capitalised words is too long for one person, or begins with an article."""
    words = head.split()
    alone = not {"and", "&", "et"} & set(words) and "." not in head
    return alone and (words[0] == "The" or (len(words) > 3 and head[0].isupper()))
