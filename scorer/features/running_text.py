"""The running text: the essay without its apparatus of bracketed citations, note marks and addresses."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from scorer.pipeline.annotations import Found, Role
from scorer.pipeline.view import EssayView, shared


def positions_of(view: EssayView, found: Found | Role) -> range:
    """Positions of the tokens that begin inside the finding; empty where it lies outside the essay proper."""
    return range(bisect_left(view.start, found.start), bisect_left(view.start, found.end))


@shared
def apparatus(view: EssayView) -> list[bool]:
    """True for tokens of citations, unless the writer's own sentence holds them ("Walt (2017) argues")."""
    result = [False] * len(view)
    for citation in view.doc._.citations:
        if citation.style != "narrative":
            for k in positions_of(view, citation):
                result[k] = True
    return result


@shared
def running(view: EssayView) -> list[bool]:
    """True where a whole word of the running text begins (a contraction is one word)."""
    result, aside = [False] * len(view), apparatus(view.doc)
    for k in view.spelled_at:
        result[k] = not aside[k]
    return result


@shared
def words_before(view: EssayView) -> list[int]:
    """Number of words of the running text before each position; the last item counts all words."""
    return [0, *accumulate(running(view.doc))]
