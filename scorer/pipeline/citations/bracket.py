"""What stands in a bracket, read as citations: ``(Nau 5283)``, ``(Smith & Jones, 2019; Lee et al., 2020a)``."""

from __future__ import annotations

import re
from dataclasses import replace

from scorer.pipeline.citations.canon import canonical_title, is_case
from scorer.pipeline.citations.canon_patterns import SHORTENED, VERSION
from scorer.pipeline.citations.mark_patterns import DOMAIN, LINK
from scorer.pipeline.citations.name_patterns import BODY_FIRST, LOWER_NAMES, NAME_ACRONYM, ORGANISATION_WORDS
from scorer.pipeline.citations.names import denied, is_organisation, is_people, sentence_cased, titled
from scorer.pipeline.citations.patterns import (
    ACCESSED,
    APPOSITION,
    BY_TITLED,
    CREDIT,
    DATE_FIRST,
    EDITION,
    GLUED_PAGE,
    IBID,
    KIND_FIRST,
    LEAD_IN,
    PERSONAL,
    PLACE_FIRST,
    QUOTED_TITLE,
    SECONDARY,
    SELF_REFERENCE,
    SOURCE_LABEL,
    TITLE_AND_SITE,
    TITLE_BY,
    TITLE_FIRST,
    TRAILING,
    WHOLE_ENTRY,
    YEAR_FIRST,
)
from scorer.pipeline.citations.place_patterns import (
    DAY,
    LABELLED,
    LAST_NUMBER,
    LAST_YEARS,
    ONE_YEAR,
    PAGE_LIKE,
    SECTION,
    WRITTEN_FIRST,
    YEAR_RANGE,
)
from scorer.pipeline.citations.word_lists import EVENT_WORDS, GIVEN_NAMES, STREETS
from scorer.pipeline.citations.work import Form, Tail, Work

SEVERAL_WORKS = re.compile(r"(?<=\d)(?:,? (?:and|&)|,) (?=[A-Z][a-z])")
"""``Hendry 5, Osei 3``: commas in place of semicolons."""
_UNNAMED = Work("author_locator")
UNPAGED_WORK = re.compile(r"\w,? n\.\s?p(?:ag)?\.?$")
"""What says that a work has no pages, and so that it is one."""
DIVISION = re.compile(r"\s*(?:ch|vol|sec|bk|pt|act)[a-z]*\.?\s[\dIVX]", re.IGNORECASE)
"""Behind a page and a semicolon, what helps readers of other editions: ``(Marx 79; ch. 1)``."""
PAIR = re.compile(r"(?P<low>\d+)\s?[-–—]\s?(?P<high>\d+)")
LONGEST_TITLE = 16  # words
FEWEST_OF_SENTENCE = 4  # words of a title in sentence case and without marks
LONGEST_ACRONYM = 5  # letters; longer words in capitals are names in capitals
TITLE_ONLY = frozenset({"At", "Of", "In", "On", "For", "To", "The", "With"})  # no name of a person has them
OLDEST = 19  # years: an age that a bracket behind a first name tells
LONGEST = 300  # characters; a longer bracket holds prose
_QUOTED_SEMICOLON = re.compile(
    r"[\"“„«][^\"“”„«»]*[\"”»]|;|(?:,? (?:and|&)|(?<=[A-H\d]),) (?=(?:Source|Document|Passage)s? [A-H\d])"
)
_BLANK_BEFORE = re.compile(r" (?=[,;:](?:\s|\d))")
_ABBREVIATED_END = re.compile(rf"(?:\b[nN]\.\s?[dD]|\bal|\bJr|\bSr|\b[A-Z]|\d\s?ff?|\b[eE]ds?|\b{SHORTENED})\.$")


def works(inside: str) -> list[Work]:
    """The works that a bracket cites, in order; empty where it is no citation. Parts that cite nothing are passed over.

    >>> [(work.author, work.year) for work in works("Smith & Jones, 2019; Lee et al., 2020a")]
    [('Smith & Jones', '2019'), ('Lee et al.', '2020a')]
    """
    if len(inside) > LONGEST or "@" in inside:
        return []
    text = _BLANK_BEFORE.sub("", " ".join(inside.split()))
    found: list[Work] = []
    for part in _parts(text):
        made = _part(part, found[-1] if found else None)
        if made and found and found[-1].form == "author_only" and made[0].author == found[-1].author:
            found.pop()  # "(Smith; 14)": the semicolon stands for the space before the page
        elif made and found and found[-1].locator and DIVISION.match(part):
            found[-1] = replace(found[-1], locator=f"{found[-1].locator}; {made[0].locator}")
            continue
        found.extend(made)
    return found


def _parts(text: str) -> list[str]:
    parts, begin = [], 0
    for match in _QUOTED_SEMICOLON.finditer(text):
        if match.group()[0] not in '"“„«':
            parts.append(text[begin : match.start()])
            begin = match.end()
    return [*parts, text[begin:]]


def _part(part: str, before: Work | None) -> list[Work]:
    """One work, or one for each year of an author; none where the part is no citation."""
    unpaged = bool(UNPAGED_WORK.search(part))
    text = VERSION.sub("", EDITION.sub("", TRAILING.sub("", part.strip(" ,"))))
    address = ACCESSED.sub("", text)
    if LINK.fullmatch(address) or DOMAIN.fullmatch(address):
        return [Work("link", title=address)]
    if (sited := TITLE_AND_SITE.match(text)) and DOMAIN.fullmatch(sited["site"]):
        return [replace(work, sure=True) for work in _part(sited["head"], None)]
    if personal := PERSONAL.match(text):
        author = personal["author"]
        return [Work("author_date", author, None, personal["year"], comma=True)] if is_people(author) else []
    if (first := DATE_FIRST.match(text)) and is_people(first["author"]) and not denied(first["author"]):
        return [Work("author_date", first["author"], None, first["year"], comma=True, weak=True)]
    if len(pieces := SEVERAL_WORKS.split(text)) > 1:
        made = [_part(piece, None) for piece in pieces]
        if all(len(one) == 1 and one[0].author and (one[0].year or one[0].locator) for one in made):
            return [one[0] for one in made]
    if (label := SOURCE_LABEL.match(LEAD_IN.sub("", NAME_ACRONYM.sub("", text)))) and (
        work := _labelled(label["author"], label["label"], label["rest"], colon=label["sign"] == ":")
    ):
        return [work]
    if again := IBID.match(text):
        tail = read_tail(text[again.end() :])
        return [Work("again", locator=tail.locator)] if tail and not (tail.head or tail.years) else []
    if (first := PLACE_FIRST.match(text)) and _begins_name(first["head"]):
        text = f"{first['head']}, {first['place']}"
    itself = bool(SELF_REFERENCE.search(text))
    secondary = SECONDARY.match(text)
    text = text[secondary.end() :] if secondary else text
    whole = text
    while lead := LEAD_IN.match(text):
        text = text[lead.end() :]
    glued = GLUED_PAGE.search(text)
    tail = read_tail(f"{text[: glued.start()]} {text[glued.start() :]}" if glued else text)
    if tail is None:
        return []
    if not tail.head:
        if before is not None and not itself:
            return _inherited(before, tail)
        said = itself or (tail.years and text != whole)  # "(see page 5)", "(in 1990)"
        return [] if said else _headless(tail)
    work = _headed(tail) or _whole_entry(text)
    if work is None:
        return []
    if glued and not ORGANISATION_WORDS.search(tail.head):
        work = replace(work, weak=True)
    work = replace(
        work,
        sure=unpaged
        or work.sure
        or bool(secondary and secondary["quoted"])
        or " et al" in (work.author or "")
        or bool(CREDIT.match(whole)),
    )
    return [replace(work, year=year) for year in tail.years] or [work]


def _whole_entry(text: str) -> Work | None:
    entry = WHOLE_ENTRY.match(text)
    return Work("title", None, entry["title"], entry["year"], quoted=True) if entry else None


def _begins_name(head: str) -> bool:
    """Whether what stands behind a place can be an author or a title, and is no further place."""
    tail = read_tail(head)
    return (head[0].isupper() or head[0] in '"“') and tail is not None and bool(tail.head)


def _labelled(author: str | None, label: str, rest: str | None, *, colon: bool) -> Work | None:
    """``Source 3``, with its author, its title or a place in it; behind a ``colon`` stands its title."""
    if author and not BODY_FIRST.match(author) and not (is_people(author) and not denied(author)):
        return None
    if not rest:
        return Work("title", author, label, labelled=True)
    rest = KIND_FIRST.sub("", rest)
    if (by := TITLE_BY.match(rest)) and author is None and is_people(by["author"]) and not denied(by["author"]):
        return Work("title", by["author"].removeprefix("the "), by["title"].strip(' "“”,.'), labelled=True)
    if (by := BY_TITLED.match(rest)) and author is None and is_people(by["author"]) and not denied(by["author"]):
        return _labelled(by["author"], label, by["title"], colon=True)
    tail = read_tail(rest if colon and rest.startswith("in ") else LEAD_IN.sub("", rest))
    if tail is None or tail.years:
        return None
    quoted = QUOTED_TITLE.match(tail.head)
    if quoted and not quoted["author"]:
        title = (quoted["double"] or quoted["single"] or quoted["marked"]).strip(" ,.")
        return Work("title", author, title, None, tail.locator, quoted=True, labelled=True)
    body = bool(ORGANISATION_WORDS.search(tail.head)) and is_organisation(tail.head)
    if not tail.head or (author is None and (body or is_people(tail.head)) and not denied(tail.head)):
        return Work("title", author or tail.head.removeprefix("the ") or None, label, None, tail.locator, labelled=True)
    capital = tail.head[0].isupper()
    plain = (colon and capital) or ((colon or capital) and sentence_cased(tail.head[0].upper() + tail.head[1:]))
    if titled(tail.head) or (plain and FEWEST_OF_SENTENCE <= len(tail.head.split()) <= LONGEST_TITLE):
        return Work("title", author, tail.head, None, tail.locator, labelled=True)
    return None


def read_tail(text: str) -> Tail | None:
    """Year and locator from the right end of a citation, and what is left; None for spans of years and decades."""
    text = text.strip(" ,")
    if text.endswith(".") and not _ABBREVIATED_END.search(text):
        text = text[:-1].rstrip()
    whole, text = text, DAY.sub("", WRITTEN_FIRST.sub("", text)).rstrip()
    daily = len(text) < len(whole) and "[" not in whole
    locators: list[str] = []
    paged = comma = False
    while label := LABELLED.search(text):
        locators.insert(0, label["pages"] or label["whole"])
        paged = bool(label["page"])
        comma = text[: label.start("whole")].rstrip().endswith(",")
        text = text[: label.start("whole")].rstrip(" ,:;(-")
    if section := SECTION.search(text):
        locators.insert(0, section["name"])
        text = text[: section.start()]
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
    if (years or locators) and head.endswith(".") and not _ABBREVIATED_END.search(head):
        head = head[:-1] + ","  # "Smith. 2019"
    comma = comma or head.endswith(",")
    return Tail(
        head.strip(" ,:"),
        tuple(year.strip() for year in years),
        ", ".join(locators) or None,
        comma,
        labelled,
        paged,
        daily,
    )


def _falling(number: str) -> bool:
    """Whether a range goes down, as a score does and pages do not: ``3-2``, but not ``112-15``."""
    low, high = (found["low"], found["high"]) if (found := PAIR.fullmatch(number)) else ("0", "0")
    return len(low) == len(high) and int(high) < int(low)


def _inherited(before: Work, tail: Tail) -> list[Work]:
    """``(Smith, 2019; 2020)``: the author goes on."""
    if before.form == "link":
        return []
    if before.form == "author_only":
        work = _headed(replace(tail, head=before.author or ""))
        return [work] if work else []
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
    if title := canonical_title(head, tail.locator, year):
        return Work("title", None, title, year, tail.locator, comma=tail.comma, sure=is_case(title))
    quoted = QUOTED_TITLE.match(head)
    if quoted:
        author = quoted["author"].strip(" ,:")
        title = (quoted["double"] or quoted["single"] or quoted["marked"]).strip(" ,.")
        if (author and not (is_people(author) or is_organisation(author))) or denied(title, title=True):
            return None
        comma = tail.comma or head[:-1].rstrip().endswith(",")
        return Work("title", author or None, title, year, tail.locator, comma=comma, quoted=True)
    if (first := TITLE_FIRST.match(head)) and is_people(first["author"]) and not denied(first["author"]):
        title = first["title"].strip(" ,.")
        if not titled(title) or denied(title, title=True):
            return None
        return Work("title", first["author"], title, year, tail.locator, comma=tail.comma, quoted=True)
    if BODY_FIRST.match(head) and tail.locator:
        return replace(_UNNAMED, author=head, year=year, locator=tail.locator, comma=tail.comma, labelled=tail.labelled)
    sentence_opener = denied(head) and titled(head) and len(head.split()) >= FEWEST_OF_SENTENCE
    if (is_people(head) or is_organisation(head)) and not sentence_opener:
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
    if title.lower() in GIVEN_NAMES and is_people(author) and not denied(author):
        person = _named(author, tail, year)  # "(Ostrander, Lena 14)"
        return replace(person, author=head) if person else None
    named = (is_people(author) or is_organisation(author)) and not denied(author)
    if named and BODY_FIRST.match(title) and tail.locator:
        return replace(_UNNAMED, author=head, year=year, locator=tail.locator, comma=tail.comma, labelled=tail.labelled)
    if named and year is None and (first := YEAR_FIRST.match(title)):
        return Work("author_date", author, None, first["year"], tail.locator, comma=True)
    if named and titled(title) and not denied(title, title=True) and (tail.locator or year or len(title.split()) >= 3):
        return Work("title", author, title, year, tail.locator, comma=tail.comma)
    if titled(head) and not denied(head, title=True) and tail.locator and len(head.split()) > 1:
        return Work("title", None, head, year, tail.locator, comma=tail.comma, weak=True)
    parted = tail.labelled and PAGE_LIKE.match(tail.locator or "") and len(head.split()) >= FEWEST_OF_SENTENCE
    if parted and named and title[:1].islower():
        return replace(_UNNAMED, author=author, locator=tail.locator, comma=tail.comma, labelled=True)
    if parted and sentence_cased(head) and not denied(head, title=True):
        return Work("title", None, head, year, tail.locator, comma=tail.comma, weak=True)
    return None


def _named(head: str, tail: Tail, year: str | None) -> Work | None:
    """A name alone before year and locator; a name that is not people's and has a bare number is a title."""
    if denied(head):
        return None
    organisation = bool(ORGANISATION_WORDS.search(head))
    people = is_people(head) and not reads_as_title(head)
    shortened = head != tail.head.rstrip()
    said = shortened or (year is not None and bool(tail.locator or not year.isdigit()))  # nobody dates an event so
    if year and not said and head.lower().split()[-1] in EVENT_WORDS:
        return None
    short = head.isupper() and max(map(len, head.split())) <= LONGEST_ACRONYM
    weak = not (people or organisation or said) or (short and not (tail.labelled or (year and tail.comma)))
    weak = weak or tail.daily or head.lower().split()[-1] in STREETS
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


def reads_as_title(head: str) -> bool:
    """Whether a run of capitalised words is too long for one person, or begins with an article."""
    words = head.split()
    alone = not {"and", "&", "et"} & set(words) and "." not in head
    small = any(word in TITLE_ONLY for word in words[1:])
    return alone and (words[0] == "The" or small or (len(words) > 3 and head[0].isupper()))
