"""Brackets that read like citations, closed and unclosed."""

from __future__ import annotations

from dataclasses import dataclass

from scorer.pipeline.annotations import Quotation
from scorer.pipeline.citations.bracket import LONGEST, works
from scorer.pipeline.citations.names import titled
from scorer.pipeline.citations.patterns import (
    ACQUAINTANCE,
    AFTER_QUOTE,
    APPOSED_SUBJECT,
    BRACKET,
    CLAUSE_END,
    FAVOURED,
    LONGEST_UNCLOSED,
    MADE_THINGS,
    SCORED,
    SQUARE,
    SUNG,
    UNCLOSED_END,
)
from scorer.pipeline.citations.word_lists import ROLES, SCHOLARLY
from scorer.pipeline.citations.work import HEADLESS, Work

WORDS_AFTER = 3  # a bracket with so many words of the quotation behind it belongs to the words quoted
SHORTEST_TITLE = 3  # words of a title that stands without quotation marks and without its author
LONGEST_WORD = 14  # letters of the word looked at before a bracket
SUNG_BEFORE = 90  # characters before a bracket in which a word says that something is sung or played
MOST_ENDS = 8  # places at which an unclosed bracket is tried to end


@dataclass(frozen=True)
class Candidate:
    """A bracket that reads like a citation, and what stands around it; ``end`` is behind its last field if unclosed.

    ``made_thing``: name and year alone, behind "movie" or "storm", which have both; a title behind "song".
    """

    start: int
    end: int
    works: list[Work]
    after_quote: bool
    clause_end: bool
    closed: bool = True
    made_thing: bool = False


def candidates_in(text: str, start: int, end: int) -> list[Candidate]:
    """Round brackets that read like citations; one inside another is tried where the outer one fails."""
    pairs: list[tuple[int, int]] = []
    unclosed: list[int] = []
    stack: list[int] = []
    for sign in BRACKET.finditer(text, start, end):
        if sign.group() == "(":
            stack.append(sign.start())
        elif sign.group() != ")":
            unclosed += stack
            stack.clear()
        elif stack:
            pairs.append((stack.pop(), sign.end()))
    unclosed += stack
    found: list[Candidate] = []
    for a, b in sorted(pairs):
        if (found and a < found[-1].end) or b - a > LONGEST:
            continue
        if read := works(text[a + 1 : b - 1]):
            if _counts(text, start, a, read):
                continue
            made = _made(text, start, a, b, read)
            clause_end = bool(CLAUSE_END.match(text, b))
            found.append(Candidate(a, b, read, _behind_quote(text, start, a), clause_end, made_thing=made))
    for square in SQUARE.finditer(text, start, end):
        a, b = square.span()
        if (read := works(square["inside"])) and CLAUSE_END.match(text, b) and all(map(_certain, read)):
            found.append(Candidate(a, b, read, _behind_quote(text, start, a), True))
    for a in unclosed:
        if candidate := _unclosed(text, start, a, end):  # it ends before the next bracket begins
            found.append(candidate)
    return sorted(found, key=lambda candidate: candidate.start)


def _identifies(text: str, floor: int, start: int, end: int) -> bool:
    """Whether a bracket says which thing a sentence begins with: ``My school (Harlow High, 2018) starts early``."""
    subject = APPOSED_SUBJECT.search(text, max(floor, start - SUNG_BEFORE), start)
    if subject is None or not (text[end : end + 1] == " " and text[end + 1 : end + 2].islower()):
        return False
    noun = subject["noun"]
    return not (
        noun in SCHOLARLY or noun in ROLES or noun.endswith(("ion", "ions", "ment", "ments", "ity", "is", "ism"))
    )


def _made(text: str, floor: int, start: int, end: int, read: list[Work]) -> bool:
    """Whether a bracket tells who made a thing, and when, or which thing is meant."""
    near = max(floor, start - SUNG_BEFORE), start
    if read[0].form == "title":
        return bool(SUNG.search(text, *near))
    if len(read) > 1 or read[0].form != "author_date":
        return False
    plain = read[0].locator is None and " " not in (read[0].author or "")
    thing = plain and (
        MADE_THINGS.search(text, max(floor, start - LONGEST_WORD), start) or FAVOURED.search(text, *near)
    )
    return bool(thing) or _identifies(text, floor, start, end)


def _counts(text: str, floor: int, start: int, read: list[Work]) -> bool:
    """Whether names with bare numbers are people and their ages, or teams and their points."""
    if not all(w.form == "author_locator" and not w.labelled and (w.locator or "").isdigit() for w in read):
        return False
    near = max(floor, start - SUNG_BEFORE), start
    return bool(ACQUAINTANCE.search(text, *near) or (len(read) > 1 and SCORED.search(text, *near)))


def _certain(work: Work) -> bool:
    """Whether a work in square brackets, which mostly hold a writer's additions, is one beyond doubt."""
    dated = work.form == "author_date" and work.comma
    source = (work.form == "title" and work.labelled) or work.form == "link"
    return (dated or source or work.form == "author_locator") and not work.weak


def _behind_quote(text: str, floor: int, place: int) -> bool:
    return bool(AFTER_QUOTE.search(text, max(floor, place - 6), place))


def _unclosed(text: str, floor: int, start: int, end: int) -> Candidate | None:
    """The citation behind a bracket that nothing closes: the longest stretch that reads like one beyond doubt."""
    stop = min(end, start + LONGEST_UNCLOSED)
    for sign in ("\n", "("):
        place = text.find(sign, start + 1, stop)
        stop = place if place >= 0 else stop
    ends = [match.start() for match in UNCLOSED_END.finditer(text, start + 2, stop)][:MOST_ENDS]
    after_quote = _behind_quote(text, floor, start)
    for place in reversed(ends):
        inside = text[start + 1 : place].rstrip(" .")
        if not CLAUSE_END.match(text, start + 1 + len(inside)):
            continue
        read = works(inside)
        candidate = Candidate(start, start + 1 + len(inside), read, after_quote, True, closed=False)
        certain = read and all(
            work.form in ("author_date", "author_locator", "title") and (work.author or work.quoted) for work in read
        )
        headless = len(read) == 1 and read[0].locator and read[0].form in HEADLESS and not read[0].weak
        if headless or (certain and all(is_strong(work, candidate) for work in read)):
            return candidate
    return None


def in_quotation(text: str, candidate: Candidate, quotation: Quotation | None) -> bool:
    """Whether the bracket belongs to the words quoted; one at their end was put inside the marks by mistake."""
    if quotation is None or quotation.unopened or quotation.block:
        return False
    if quotation.start < candidate.start and candidate.end < quotation.end:
        return len(text[candidate.end : quotation.end].split()) >= WORDS_AFTER
    return False


def is_strong(work: Work, candidate: Candidate) -> bool:
    """Whether the bracket and its place are enough to take it for a citation."""
    placed = candidate.after_quote or candidate.clause_end
    if work.sure:
        return True
    if work.form == "link" or work.form == "labelled_locator" or (work.form == "title" and work.labelled):
        return True
    if work.form == "title" and work.weak:
        return placed and len((work.title or "").split()) >= SHORTEST_TITLE
    if work.weak:
        return False
    if work.form == "author_date":
        return (placed or not work.doubtful_year) and not candidate.made_thing
    if work.form == "author_locator":
        return placed or work.labelled
    if work.form == "title":
        return bool(work.locator or work.year) or (
            placed
            and len((work.title or "").split()) >= (2 if work.author else SHORTEST_TITLE)
            and (work.author is not None or (work.quoted and not candidate.made_thing and titled(work.title or "")))
        )
    return False
