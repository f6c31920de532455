"""The labels of the two chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

CLAIMS = frozenset({"Claim", "Against"})
NOTHING = "None"
"""A segment that is no component after all."""

EARLY, LATE = "Premise:early", "Premise:late"
"""A premise before and after the first claim of its part: so the chain remembers whether there was one."""


def remembered(labels: Iterable[str], parts: Iterable[int]) -> list[str]:
    """Component labels as the second chain learns them."""
    result = []
    had: set[int] = set()
    for label, part in zip(labels, parts, strict=True):
        result.append((LATE if part in had else EARLY) if label == "Premise" else label)
        if label in CLAIMS:
            had.add(part)
    return result


def plain(label: str) -> str:
    """A component label from one of the second chain."""
    return label.partition(":")[0]


SPAN = re.compile("[BI]I*")


def spans(labels: Sequence[str], lengths: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first, last, sentence) of the stretches that B- and I-labels mark; none crosses the end of a sentence."""
    marks = "".join(labels)
    ends = accumulate(lengths)
    return [
        (*match.span(), sentence)
        for sentence, (end, length) in enumerate(zip(ends, lengths, strict=True))
        for match in SPAN.finditer(marks, end - length, end)
    ]
