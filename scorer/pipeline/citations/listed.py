"""Titles known from the list of references or the assignment where the text names them: ``In Old Wars, Walt argues``."""

from __future__ import annotations

from collections.abc import Iterable

from scorer.pipeline.citations.names import opener_length, titled
from scorer.pipeline.citations.narrative import Named, author_name
from scorer.pipeline.citations.narrative_patterns import AFTER_TITLE, BEFORE_TITLE
from scorer.pipeline.citations.work import Work

SHORTEST = 8  # letters of a title that is looked for; shorter ones are everyday words
BEFORE, BEHIND = 120, 80  # characters around a title in which its author is looked for
SUBTITLE = (": ", "? ", ". ")
MARKS = "\"“”*_"


def listed_titles(text: str, lower: str, start: int, end: int, titles: Iterable[str]) -> list[Named]:
    """Every place that names one of the titles, whole or without its subtitle, in text order and none overlapping."""
    wanted: set[str] = set()
    for name in titles:
        title = " ".join(name.lower().split())
        mains = [title.split(sign)[0] for sign in SUBTITLE if sign in title]
        wanted.update(form for form in (title, *mains) if len(form) >= SHORTEST and " " in form)
    found: list[Named] = []
    for title in sorted(wanted, key=len, reverse=True):
        place = lower.find(title, start, end)
        while place >= 0:
            stop = place + len(title)
            whole = not (text[place - 1 : place].isalnum() or text[stop : stop + 1].isalnum())
            free = all(stop <= one.start or one.end <= place for one in found)
            if whole and free and titled(text[place:stop]):
                found.append(_with_author(text, place, stop, start, end))
            place = lower.find(title, stop, end)
    return sorted(found, key=lambda one: one.start)


def _with_author(text: str, start: int, end: int, floor: int, ceiling: int) -> Named:
    """The title, its marks included, and the author right before or behind it."""
    title = text[start:end]
    a, b = start, end
    if text[a - 1 : a] in MARKS and a > floor:
        a -= 1
        b += len(text[b:ceiling]) - len(text[b:ceiling].lstrip(MARKS + ",."))
    before = BEFORE_TITLE.search(text, max(floor, a - BEFORE), a)
    if before and (author := author_name(before["author"])):
        at = before.start("author") + opener_length(before["author"])
        return Named(at, b, Work("title", author, title, before["year"]))
    behind = AFTER_TITLE.match(text, b, min(ceiling, b + BEHIND))
    name = "by" if behind and behind["by"] else "author"
    if behind and (author := author_name(behind[name])):
        return Named(a, behind.end(name), Work("title", author, title, behind["dated"]))
    return Named(a, b, Work("title", None, title))
