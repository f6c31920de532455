"""Which citations point at the same work."""

from __future__ import annotations

import re

from scorer.features.running_text import positions_of
from scorer.pipeline.annotations import Citation
from scorer.pipeline.view import EssayView, shared

MARKS = frozenset({"numeric", "chicago-note"})
"""Styles whose number stands for a work."""
_FIRST_AUTHOR = re.compile(r",|;|&| and | et al| with ", re.IGNORECASE)


@shared
def works(view: EssayView) -> list[int]:
    """For each of ``doc._.citations`` the index of the citation that stands for its work.

    Two citations point at one work if they have the same reference, or the same author and no two titles or
    years that differ, or, one of them without author, the same title. Places without more ("paragraph 3",
    "paragraph 5") are in one work, which has no name; a note mark is its own text.
    """
    citations = view.doc._.citations
    # The fullest first, so that a bare "(Walt 12)" joins one of Walt's works and does not join two of them.
    order = sorted(range(len(citations)), key=lambda k: -_fullness(citations[k]))
    firsts: list[int] = []
    result = [0] * len(citations)
    for k in order:
        same = (first for first in firsts if _same(view, citations[k], citations[first]))
        result[k] = next(same, k)
        if result[k] == k:
            firsts.append(k)
    return result


def surname(author: str) -> str:
    """The first author's last name, lower-case: ``"Stephen M. Walt and Ann Lee"`` gives ``"walt"``."""
    names = _FIRST_AUTHOR.split(author.lower(), maxsplit=1)[0].split()
    return names[-1].strip(".") if names else ""


def _fullness(citation: Citation) -> int:
    return sum(field is not None for field in (citation.reference, citation.author, citation.title, citation.year))


def _same(view: EssayView, one: Citation, other: Citation) -> bool:
    if one.reference is not None and other.reference is not None:
        return one.reference == other.reference
    if one.author and other.author:
        return surname(one.author) == surname(other.author) and _agree(one, other)
    if one.title and other.title:
        return _agree(one, other)
    if one.author or other.author or one.title or other.title:
        return False
    if one.locator and other.locator and not {one.style, other.style} & MARKS:
        return True
    return (_written(view, one), one.locator) == (_written(view, other), other.locator)


def _written(view: EssayView, citation: Citation) -> list[str]:
    places = positions_of(view, citation)
    return view.lower[places.start : places.stop]


def _agree(one: Citation, other: Citation) -> bool:
    """Whether titles and years are the same, where both have them."""
    titles = not (one.title and other.title) or one.title.lower() == other.title.lower()
    return titles and (not (one.year and other.year) or one.year == other.year)
