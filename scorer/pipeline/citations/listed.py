"""Titles known from the list of references or the assignment where the text names them: ``In Old Wars, Walt says``."""

from __future__ import annotations

from collections.abc import Iterable

from scorer.pipeline.citations.names import titled
from scorer.pipeline.citations.narrative import Named, with_author
from scorer.pipeline.citations.word_lists import SMALL_WORDS
from scorer.pipeline.citations.work import Work

SHORTEST = 8  # letters of a title that is looked for; shorter ones are everyday words
SUBTITLE = (": ", "? ", ". ")
MARKS = '"“”*_'


def listed_titles(text: str, lower: str, start: int, end: int, titles: Iterable[str]) -> list[Named]:
    """Every place that names one of the titles, whole or without its subtitle, in text order and none overlapping."""
    wanted: set[str] = set()
    for name in titles:
        title = " ".join(name.lower().split())
        mains = [title.split(sign)[0] for sign in SUBTITLE if sign in title]
        mains = [main for main in mains if main.split()[-1:] and main.split()[-1] not in SMALL_WORDS]
        wanted.update(form for form in (title, *mains) if len(form) >= SHORTEST and " " in form)
    found: list[Named] = []
    for title in sorted(wanted, key=len, reverse=True):
        place = lower.find(title, start, end)
        while place >= 0:
            stop = place + len(title)
            whole = not (text[place - 1 : place].isalnum() or text[stop : stop + 1].isalnum())
            free = all(stop <= one.start or one.end <= place for one in found)
            if whole and free and titled(text[place:stop]):
                found.append(with_author(text, _marked(text, place, stop, start, end), start, end))
            place = lower.find(title, stop, end)
    return sorted(found, key=lambda one: one.start)


def _marked(text: str, start: int, end: int, floor: int, ceiling: int) -> Named:
    """The title with the marks around it."""
    a, b = start, end
    if start > floor and text[start - 1] in MARKS:
        a -= 1
        b += len(text[b:ceiling]) - len(text[b:ceiling].lstrip(MARKS + ",."))
    return Named(a, b, Work("title", None, text[start:end]))
