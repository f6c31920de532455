"""Quotation marks and brackets that have no partner.

Right: "6\" wide", "1) be kind", ":)". Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in
a reviewed sample of essays: ``unbalanced_quote`` 1 of 1 and 15 of 16; ``unbalanced_bracket`` none and 13 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from scorer.corrections.lexicons.marks import AGAIN, BRACKET, CLOSING, ENUMERATION, MESSAGES, OPENING, SMILEY
from scorer.corrections.places import folded, paragraphs
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import Found, text_of
from scorer.pipeline.quotations.patterns import OPENING_MARKS

CONFIDENCE = 0.92
EACH = 3
"""Marks that are shown one by one; more are said once."""
BROKEN = 300
"""Characters within which two lonely quotation marks on different lines are taken for a pair."""
REACH = 60
"""Characters around a mark from which its neighbours are quoted."""


@check("unbalanced_quote")
def lonely_quotes(doc: Doc) -> Iterator[Mark]:
    """Quotation marks that open nothing or close nothing in their paragraph."""
    text = text_of(doc)
    found = [_quote(text, mark) for mark in _unbroken(text, doc._.unbalanced_quotes)]
    yield from folded(found, AGAIN["quote"], EACH)


def _unbroken(text: str, lonely: Sequence[Found]) -> list[Found]:
    """The marks but for two that stand close on either side of a line break: a broken line, not a slip."""
    kept: list[Found] = []
    for mark in lonely:
        between = text[kept[-1].end : mark.start] if kept and mark.start - kept[-1].end < BROKEN else ""
        if "\n" in between:
            kept.pop()
        else:
            kept.append(mark)
    return kept


def _quote(text: str, mark: Found) -> Mark:
    before, after = _before(text, mark.start), _after(text, mark.end)
    room_before, room_after = not text[mark.start - 1 : mark.start].strip(), not text[mark.end : mark.end + 1].strip()
    opens = bool(after) and room_before and not room_after
    near = after if opens else before or after
    stray = not opens and before and text[mark.start] in OPENING_MARKS
    kind = "quote_stray" if stray else "quote_open" if opens or not before else "quote_close"
    message = MESSAGES[kind].format(near=near)
    return Mark(mark.start, mark.end, message, (), CONFIDENCE)


@check("unbalanced_bracket")
def lonely_brackets(doc: Doc) -> Iterator[Mark]:
    """Brackets without a partner in their paragraph; "1)" and smileys are none, and citations have a check."""
    text = text_of(doc)
    told = [(cited.start, cited.end) for cited in doc._.citations if "unbalanced_bracket" in cited.issues]
    lonely: list[int] = []
    for start, end in paragraphs(doc):
        lonely += [place for place in _lonely(text, start, end) if not any(a <= place < b for a, b in told)]
    found = []
    for place in _without_pairs(text, lonely):
        opens = text[place] in OPENING
        near = _after(text, place + 1) if opens else _before(text, place)
        message = MESSAGES["bracket_open" if opens else "bracket_close"].format(near=near)
        found.append(Mark(place, place + 1, message, (), CONFIDENCE))
    yield from folded(found, AGAIN["bracket"], EACH)


def _lonely(text: str, start: int, end: int) -> list[int]:
    """Offsets of brackets that have no partner of their kind."""
    brackets = [match.start() for match in BRACKET.finditer(text, start, end)]
    if not brackets:
        return []
    entries = {match.end() - 1 for match in ENUMERATION.finditer(text, start, end)}
    smileys = {k for match in SMILEY.finditer(text, start, end) for k in range(*match.span())}
    waiting: dict[str, list[int]] = {bracket: [] for bracket in OPENING}
    alone = []
    for place in brackets:
        sign = text[place]
        if place in smileys:
            continue
        if sign in OPENING:
            waiting[sign].append(place)
        elif opened := waiting[OPENING[CLOSING.index(sign)]]:
            opened.pop()
        elif place not in entries:
            alone.append(place)
    return sorted([*alone, *(place for places in waiting.values() for place in places)])


def _without_pairs(text: str, lonely: list[int]) -> list[int]:
    """The brackets but for those whose partner stands in the next paragraph: a broken line, not a slip."""
    kept: list[int] = []
    for place in lonely:
        if kept and text[kept[-1]] in OPENING and text[place] == CLOSING[OPENING.index(text[kept[-1]])]:
            kept.pop()
        else:
            kept.append(place)
    return kept


def _before(text: str, place: int) -> str:
    return " ".join(text[max(0, place - REACH) : place].split()[-3:]).strip('“”"')


def _after(text: str, place: int) -> str:
    return " ".join(text[place : place + REACH].split()[:3]).strip('“”"')
