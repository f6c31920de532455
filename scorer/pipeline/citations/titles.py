"""Titles that running text names without their author: ``in the article "Smart Cities"``."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import replace

from scorer.pipeline.annotations import Quotation
from scorer.pipeline.citations.cues import word_starts
from scorer.pipeline.citations.linking import title_key
from scorer.pipeline.citations.name_patterns import ORGANISATION_WORDS
from scorer.pipeline.citations.names import LONGEST_PLAIN, denied, labelled_title, sentence_cased, titled
from scorer.pipeline.citations.narrative import Named, with_author
from scorer.pipeline.citations.narrative_patterns import AUTHOR_OF, BY_PERSON, LABEL_AHEAD, NOUN_STEMS
from scorer.pipeline.citations.pointing_patterns import (
    AND_TITLE,
    APPOSED_KIND,
    BARE_LEAD,
    BOOK_BEFORE,
    BY_NAME,
    CLAUSE_BEHIND,
    CREDITED,
    DATED_WORDS,
    DETERMINER,
    HONORIFIC,
    HONOURED,
    IN_DATED,
    IN_LEAD,
    IN_THE_BEFORE,
    KIND_BEHIND,
    LOWER_LEAD,
    MARKED_TITLE,
    NAMED_BEHIND,
    NEXT_SOURCE,
    ON_SITE,
    OWN_HEADING,
    OWN_WORDS,
    OWN_WORK,
    PART_LEAD,
    PLACE_FOLLOW,
    PLACE_LEAD,
    PLACED_BEHIND,
    PLAIN_BEFORE,
    PLAIN_TITLE,
    QUOTED_NEXT,
    SOURCE,
    SPOKEN_BEFORE,
    SUBTITLED,
    THE_WORK,
    THEY_SAY,
    TITLE_FOLLOW,
    TITLE_LEAD,
    TITLE_WORDS,
    WHAT_IT_SAYS,
    WHO_BEHIND,
    WRITER_FOLLOW,
    YEAR_LEAD,
)
from scorer.pipeline.citations.spans import apart
from scorer.pipeline.citations.word_lists import GIVEN_NAMES, NICKNAMES, SMALL_WORDS
from scorer.pipeline.citations.work import Work

LONGEST_TITLE = 18  # words
BEFORE = 70  # characters looked at before a title
FEWEST_OF_SENTENCE = 5  # words of a title in sentence case behind "source 2"
FEWEST_UNANNOUNCED = 3  # words of a title that no noun announces
SHORT_BEFORE = 30  # characters looked at before "article" or "book"
SIGNS = "\"'“”„‟«»‘’`″*_ "


def named_titles(text: str, lower: str, start: int, end: int, quotations: Sequence[Quotation]) -> list[Named]:
    """Titles in text order, their quotation marks included in the span.

    >>> text = "In the article Making Mona Lisa Smile the author writes it."
    >>> [text[one.start : one.end] for one in named_titles(text, text.lower(), 0, len(text), [])]
    ['Making Mona Lisa Smile']
    """
    within = [one for one in quotations if start <= one.start and one.end <= end]
    spans = [(one.start, one.end) for one in within if not (one.unopened or one.block)]
    if "*" in text or "_" in text:
        spans += [match.span() for match in MARKED_TITLE.finditer(text, start, end)]
    sure: list[Named] = []
    doubtful: list[tuple[int, int, str]] = []
    for a, b in spans:
        title = LABEL_AHEAD.sub("", " ".join(text[a:b].strip(SIGNS + ",.;:").split()))
        if not title or len(title.split()) > LONGEST_TITLE or not any(map(str.isalpha, title)):
            continue
        if _announced(text, max(start, a - BEFORE), a, b, title):
            sure.append(_named(a, b, title))
        else:
            doubtful.append((a, b, title))
    plain = apart([*_plain_titles(text, lower, start, end), *_appositions(text, start, end)])
    keys = {title_key(one.work.title) for one in (*sure, *plain)}
    ends = sorted(one.end for one in sure)
    for a, b, title in doubtful:
        floor = max(start, a - BEFORE)
        leads = (TITLE_LEAD, BARE_LEAD, PLACE_LEAD)
        led = (
            not text[floor:a].strip()
            or text[floor:a].rstrip()[-1] in ".!?"
            or any(lead.search(text, floor, a) for lead in leads)
        )
        repeated = led and title_key(title) in keys and len(title.split()) >= FEWEST_UNANNOUNCED
        if repeated or _continues(text, ends, a, title):
            sure.append(_named(a, b, title))
            insort(ends, b)
    found = [_dated(text, with_author(text, one, start, end), start) for one in (*sure, *plain)]
    return sorted(found, key=lambda one: one.start)


def _continues(text: str, ends: Sequence[int], start: int, title: str) -> bool:
    """Whether a title stands behind another one, which ends at one of ``ends``, and an "and"."""
    index = bisect_right(ends, start) - 1
    before = ends[index] if index >= 0 else start
    return start - before <= SHORT_BEFORE and bool(AND_TITLE.fullmatch(text, before, start)) and _capitalised(title)


def _dated(text: str, one: Named, start: int) -> Named:
    """The title with the year that stands before the word for what it names: ``the 2017 film "Late Buses"``."""
    if one.work.year or not (lead := YEAR_LEAD.search(text, max(start, one.start - BEFORE), one.start)):
        return one
    return replace(one, start=lead.start("year"), work=replace(one.work, year=lead["year"]))


def _appositions(text: str, start: int, end: int) -> list[Named]:
    """Titles that only what stands beside them shows: ``Late Buses, a film by``, ``the poem Late Buses``."""
    found = []
    patterns = (ON_SITE, THE_WORK, IN_DATED)
    for pattern in (APPOSED_KIND, *patterns) if KIND_BEHIND.search(text, start, end) else patterns:
        for match in pattern.finditer(text, start, end):
            title, year = match["title"], match.groupdict().get("dated")
            if denied(title, title=True) or not titled(title) or title.lower() in GIVEN_NAMES:
                continue
            first, *others = title.split()
            if HONORIFIC.match(title) or (len(others) == 1 and first.lower() in GIVEN_NAMES):
                continue  # "the poem Maria Lopez uses"
            stop = match.end("dated") + 1 if year else match.end("title")
            found.append(Named(match.start("title"), stop, Work("title", None, " ".join(title.split()), year)))
    return found


def _named(start: int, end: int, title: str) -> Named:
    return Named(start, end, Work("title", None, title, quoted=True))


def _announced(text: str, floor: int, start: int, end: int, title: str) -> bool:
    """Whether the words before and behind quoted words say that they are a title."""
    capital = title[0].isupper() or title[0].isdigit()
    many = len(title.split())
    lead = TITLE_LEAD.search(text, floor, start)
    if lead and OWN_WORK.search(text, floor, start):
        return False
    if lead and lead["label"]:  # what follows "source 2" are its words more often than its title
        whole = all(word[0].isupper() or word.lower() in SMALL_WORDS for word in title.split() if word[0].isalpha())
        whole = whole or (many >= FEWEST_OF_SENTENCE and titled(title))
        asked = title.endswith("?") and bool(
            TITLE_FOLLOW.match(text, end) or (many <= LONGEST_PLAIN and text[end : end + 1] == ",")
        )
        colon = (lead["comma"] or "").strip() in (":", ";")
        touching = (colon or not lead["comma"]) and text[start:end].rstrip("\"”’' ")[-1:] not in ".!"
        cased = touching and many >= FEWEST_OF_SENTENCE and sentence_cased(title)
        asked = asked or (cased and (colon or bool(WHAT_IT_SAYS.match(text, end))))
        asked = asked or (many >= FEWEST_OF_SENTENCE and labelled_title(title) and bool(NEXT_SOURCE.match(text, end)))
        if not capital:
            read = touching and many >= FEWEST_OF_SENTENCE and labelled_title(title)
            return read and _lower_titled(text, floor, lead, end, title)
        return asked or bool(BY_NAME.match(text, end)) or (whole and many >= FEWEST_UNANNOUNCED - 1)
    verb = lead and lead["noun"] and lead["noun"].lower() == "text"
    if lead and verb and not DETERMINER.search(text, floor, lead.start("noun")):
        return False  # "do not text "Lol""
    if lead:
        if lead["called"]:
            return capital or many <= LONGEST_PLAIN
        if not capital or DATED_WORDS.match(title):
            return False
        ended = text[start:end].rstrip("\"”’' ")[-1:] in ".!"
        plain = sentence_cased(title) and (not lead["comma"] or WHAT_IT_SAYS.match(text, end))
        return _capitalised(title) or (not ended and bool(plain))
    if capital and (AUTHOR_OF.search(text, floor, start) or (many > 1 and PART_LEAD.search(text, floor, start))):
        return True
    if not capital and many >= FEWEST_UNANNOUNCED and LOWER_LEAD.search(text, floor, start):
        return bool(THEY_SAY.match(text, end))
    if not capital or not _capitalised(title):
        return False
    comma = text[end - 2 : end] in (',"', ",”") and text[end : end + 1] == " "
    if comma and many > 1 and IN_LEAD.search(text, floor, start) and title.split()[0].lower() not in NICKNAMES:
        return True
    follow = TITLE_FOLLOW.match(text, end)
    bare = BARE_LEAD.search(text, floor, start)
    if bare and not bare["the"] and WRITER_FOLLOW.match(text, end):
        return True
    if bare and many < FEWEST_UNANNOUNCED and title.split()[0].lower() in NICKNAMES:
        return False  # "according to "Uncle Joe," it rained"
    placed = PLACE_FOLLOW.match(text, end)
    nameless = GIVEN_NAMES.isdisjoint(title.lower().split())
    credited = bare and nameless and "," in text[end - 2 : end + 1] and CREDITED.search(text, floor, start)
    if many < (FEWEST_UNANNOUNCED - 1 if (bare and follow) or placed or credited else FEWEST_UNANNOUNCED):
        return False
    if bare:
        body = ORGANISATION_WORDS.search(title) and not (SUBTITLED.search(title) or PLACED_BEHIND.match(text, end))
        return (bool(follow) or not bare["the"]) and not body
    opens = not text[floor:start].strip() or text[floor:start].rstrip()[-1] in ".!?"
    whole = all(word[0].isupper() or word.lower() in SMALL_WORDS for word in title.split())
    return bool(follow) and opens and whole and not SPOKEN_BEFORE.search(text, floor, start)


def _lower_titled(text: str, floor: int, lead: re.Match[str], end: int, title: str) -> bool:
    """Whether lower-case words in marks behind "source 3" are its title: what it says follows, no more quoted words."""
    if lead["comma"]:
        return bool(QUOTED_NEXT.match(text, end))
    if text[end - 2] in ",;" or not IN_THE_BEFORE.search(text, floor, lead.start()):
        return False
    asked = title.endswith("?") and NAMED_BEHIND.match(text, end)
    return bool(asked or WHAT_IT_SAYS.match(text, end) or CLAUSE_BEHIND.match(text, end))


def _capitalised(title: str) -> bool:
    words = title.split()
    return (
        titled(title)
        and not HONORIFIC.match(title)
        and not denied(title, title=len(words) > 1)
        and not title.rstrip().endswith(".")
    )


def _plain_titles(text: str, lower: str, start: int, end: int) -> list[Named]:
    """Titles that only their capital letters and the noun before them show."""
    found: list[Named] = []
    for place in word_starts(lower, NOUN_STEMS, start, end):
        match = PLAIN_TITLE.match(text, place, end)
        if match is None or (found and place < found[-1].end) or SOURCE.match(text, place, end):
            continue
        before = text[max(start, place - SHORT_BEFORE) : place]
        if not (BOOK_BEFORE if match["book"] else PLAIN_BEFORE).search(before):
            continue
        if not match["called"] and OWN_HEADING.search(text, start, match.start("title")):
            continue
        title = BY_PERSON.sub("", HONOURED.sub("", OWN_WORDS.sub("", match["title"])))
        first, _, last = title.rpartition(" ")
        if (
            last.lower() in GIVEN_NAMES
            and len(first.split()) > FEWEST_UNANNOUNCED
            and WHO_BEHIND.match(text, match.end("title"))
        ):
            title = first  # "In the story The Boy on the Late Bus Luke, the hero, says"
        words = title.split()
        if title.isupper() or title.endswith(("’s", "'s")):
            continue
        enough = len(words) >= (1 if match["called"] and match["book"] else 2 if match["called"] else 3)
        said = match["called"] or match["book"]
        if enough and (titled(title) if said else plainly_titled(title)) and not denied(title, title=True):
            begin = match.start("title")
            found.append(Named(begin, begin + len(title), Work("title", None, " ".join(words))))
    return found


def plainly_titled(title: str) -> bool:
    """Whether words without marks read like a title by their capitals and the small words that names seldom have."""
    words = title.split()
    small = any(word.lower() in TITLE_WORDS or word.endswith("ing") for word in words)
    return len(words) >= FEWEST_UNANNOUNCED and small and titled(title)
