"""Works that the assignment names or hands out: their titles and authors are known before the essay is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from scorer.pipeline.citations.cues import lowered
from scorer.pipeline.citations.narrative import author_name, named_works
from scorer.pipeline.citations.narrative_patterns import NAMES

LONGEST_TITLE = 16  # words
HEAD = 400  # characters of a source in which its title and author stand
_BY = re.compile(rf"(?:^|\n)\s*[Bb][Yy]:?\s(?P<name>{NAMES})")
_QUOTED = re.compile(r"[\"“](?P<title>[A-Z0-9][^\"“”\n]{3,120}?)[.,]?[\"”]")

KnownWork = tuple[str | None, str | None]
"""Author and title."""


def assigned_works(assignments: Iterable[str], sources: Sequence[str]) -> list[KnownWork]:
    """The works that the assignment names with marks or with an author, and those given as sources.

    >>> assigned_works(['Read "Late Buses" by Ann Moss.'], ["Small Trains\\nBy Jo Hendry, The Ledger\\n\\nThey run."])
    [('Ann Moss', 'Late Buses'), (None, 'Late Buses'), ('Jo Hendry', 'Small Trains')]
    """
    works: list[KnownWork] = []
    for text in assignments:
        works += [(one.work.author, one.work.title) for one in named_works(text, lowered(text), 0, len(text))]
        works += [(None, match["title"]) for match in _QUOTED.finditer(text)]
    for source in sources:
        head = source.lstrip()[:HEAD]
        first = head.split("\n", 1)[0].strip(' #*"“”')
        by = _BY.search(head)
        titled = 0 < len(first.split()) <= LONGEST_TITLE and first[-1] not in ".,"
        works.append((author_name(by["name"]) if by else None, first if titled else None))
    return works
