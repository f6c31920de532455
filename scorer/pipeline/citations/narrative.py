"""Works that running text names: ``In his 1994 book Diplomacy, Kissinger``, ``"Title" by Walt``, ``Walt (2017)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scorer.pipeline.annotations import Found
from scorer.pipeline.citations.names import denied, opener_length, titled
from scorer.pipeline.citations.narrative_patterns import (
    AFTER_BRACKET,
    BEFORE_BRACKET,
    BEFORE_NAME,
    NARRATIVE_CUE,
    NARRATIVES,
    NOT_SPEAKERS,
    PRONOUN_SIGNAL,
    SAYING,
    SIGNALS,
)
from scorer.pipeline.citations.work import Work
from scorer.pipeline.quotations.sentences import SentenceStarts

BEFORE_CUE, BEHIND_CUE = 80, 200  # characters searched around a quotation mark, a word like "article", a bracketed year
WINDOW = 100  # characters before a bracket in which the name that touches it stands


@dataclass(frozen=True)
class Named:
    """A work named in running text, its span included. ``weak`` as in :class:`Work`."""

    start: int
    end: int
    work: Work


def named_works(text: str, start: int, end: int) -> list[Named]:
    """Narrative citations that give an author with a title or a year, in text order, none overlapping another."""
    windows: list[tuple[int, int]] = []
    for cue in NARRATIVE_CUE.finditer(text, start, end):
        line, stop = text.rfind("\n", start, cue.start()) + 1, text.find("\n", cue.end(), end)
        a = max(start, line, cue.start() - BEFORE_CUE)
        b = min(end if stop < 0 else stop, cue.end() + BEHIND_CUE)
        while a > max(start, line) and not text[a - 1].isspace():
            a -= 1
        if windows and a <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(b, windows[-1][1]))
        else:
            windows.append((a, b))
    return [named for a, b in windows for named in _in_window(text, a, b)]


def _in_window(text: str, start: int, end: int) -> list[Named]:
    found: list[Named] = []
    for pattern in NARRATIVES:
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            quoted, plain = groups.get("quoted"), groups.get("plain")
            author = author_name(match["author"])
            title = " ".join((quoted or plain or "").split()).strip(" ,.") or None
            year = groups.get("year") or groups.get("dated") or groups.get("dated2")
            if not author or (title and (not titled(title) or denied(title, title=True))) or not (title or year):
                continue
            a, b = _stretch(match)
            if all(b <= other.start or a >= other.end for other in found):
                found.append(Named(a, b, Work("title", author, title, year, quoted=quoted is not None)))
    return sorted(found, key=lambda named: named.start)


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    """The smallest stretch that holds author, title (its marks included) and year (its bracket included)."""
    spans = [(match.start("author") + opener_length(match["author"]), match.end("author"))]
    for name, margin in (("quoted", 1), ("plain", 0), ("year", 0), ("dated", 1), ("dated2", 1)):
        if name in match.re.groupindex and match[name]:
            spans.append((match.start(name) - margin, match.end(name) + margin))
    return min(a for a, _ in spans), max(b for _, b in spans)


def author_name(name: str) -> str | None:
    """An author as written, without possessive and the words that only open the sentence; None if none is left."""
    bare = " ".join(name[opener_length(name) :].split()).removesuffix(" I")
    for ending in ("’s", "'s", "’", "'"):
        bare = bare.removesuffix(ending)
    first = bare.split(" ", 1)[0].lower()
    lone = first == bare.lower() and (first.endswith("ly") or SAYING.fullmatch(first))
    return None if not bare or lone or first in NOT_SPEAKERS or denied(bare) or any(map(str.isdigit, bare)) else bare


def touching_author(text: str, bracket: int, floor: int) -> tuple[str, int, bool, bool] | None:
    """The name right before a bracket: (author, where it starts, possessive, whether a phrase announces it)."""
    begin = max(floor, bracket - WINDOW)
    while begin > floor and not text[begin - 1].isspace():
        begin += 1
        if begin >= bracket:
            return None
    found = BEFORE_BRACKET.search(text, begin, bracket)
    if found is None:
        return None
    author = author_name(found["author"])
    if author is None:
        return None
    at = found.start("author") + opener_length(found["author"])
    return author, at, bool(found["owner"]), bool(BEFORE_NAME.search(text, floor, at))


def reported(text: str, bracket_end: int) -> bool:
    """Whether a verb of saying follows a bracket: ``Walt (2017) argues``."""
    return bool(AFTER_BRACKET.match(text, bracket_end))


def signal_author(
    text: str, bracket: int, sentences: SentenceStarts, named: list[Named], quotations: Sequence[Found], floor: int
) -> str | None:
    """The author whom the sentence's signal phrase names before ``bracket``, or its pronoun stands for."""
    start = max(floor, sentences.before(bracket))
    author = _first_author(text, start, bracket, named, quotations)
    if author or not PRONOUN_SIGNAL.search(text, start, bracket):
        return author
    earlier = max(floor, sentences.previous(start))
    return _first_author(text, earlier, start, named, quotations)


def _first_author(text: str, start: int, end: int, named: list[Named], quotations: Sequence[Found]) -> str | None:
    """The first author outside of quoted words, whose speakers are not the ones cited."""
    places = [
        (one.start, one.work.author) for one in named if start <= one.start and one.end <= end and one.work.author
    ]
    for pattern in SIGNALS:
        for match in pattern.finditer(text, start, end):
            quoted = any(one.start <= match.start() < one.end for one in quotations)
            if not quoted and (author := author_name(match["name"])):
                places.append((match.start(), author))
                break
    return min(places)[1] if places else None
