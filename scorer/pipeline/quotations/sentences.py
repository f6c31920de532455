"""Where sentences begin, from the text alone: sloppy spacing and ellipses (". . .") are no boundary."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from scorer.pipeline.quotations.patterns import ABBREVIATIONS, NEW_LINE, SENTENCE_END


class SentenceStarts:
    """Offsets at which sentences of ``text`` begin; line breaks begin one too.

    >>> SentenceStarts("He left . . . and Dr. Nau stayed (28). We agree.").before(40)
    39
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:  # many an essay needs none
        text = self._text
        starts = {0, *(match.end() for match in NEW_LINE.finditer(text))}
        for found in SENTENCE_END.finditer(text):
            before = text[max(0, found.start() - 12) : found.start()]
            if before.endswith(".") or (before[-1:].isspace() and (before[-2:-1] == "." or before[-2:-1].isspace())):
                continue  # an ellipsis ends no sentence
            word = "" if before[-1:].isspace() else (before.split() or [""])[-1].strip('(["“”')
            initial = len(word) == 1 and word.isupper() and word != "I"
            if found["mark"] == "." and (initial or word.lower() in ABBREVIATIONS):
                continue
            starts.add(found.end())
        return sorted(starts)

    def before(self, offset: int) -> int:
        """The start of the sentence that ``offset`` is in."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def after(self, offset: int) -> int:
        """Where the sentence that ``offset`` is in ends, the white space behind it included."""
        index = bisect_right(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else len(self._text)

    def previous(self, offset: int) -> int:
        """The start of the sentence before the one that ``offset`` is in (0 at the first)."""
        return self._starts[max(0, bisect_right(self._starts, offset) - 2)]

    def same(self, one: int, other: int) -> bool:
        """Whether both offsets are in one sentence."""
        return bisect_right(self._starts, one) == bisect_right(self._starts, other)
