"""Where sentences begin, from the text alone: sloppy spacing and ellipses (". . .") are no boundary."""

from __future__ import annotations

from bisect import bisect_right

from scorer.pipeline.quotations.patterns import ABBREVIATIONS, SENTENCE_END


class SentenceStarts:
    """Offsets at which sentences of ``text`` begin; line breaks begin one too.

    >>> SentenceStarts("He left . . . and Dr. Nau stayed (28). We agree.").before(40)
    39
    """

    def __init__(self, text: str) -> None:
        starts = {0}
        for found in SENTENCE_END.finditer(text):
            before = text[max(0, found.start() - 12) : found.start()]
            word = "" if before[-1:].isspace() else (before.split() or [""])[-1].strip('(["“”')
            initial = len(word) == 1 and word.isupper() and word != "I"
            if found["mark"] == "." and (initial or word.lower() in ABBREVIATIONS):
                continue
            starts.add(found.end())
        place = text.find("\n")
        while place >= 0:
            starts.add(place + 1)
            place = text.find("\n", place + 1)
        self._starts = sorted(starts)

    def before(self, offset: int) -> int:
        """The start of the sentence that ``offset`` is in."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def previous(self, offset: int) -> int:
        """The start of the sentence before the one that ``offset`` is in (0 at the first)."""
        return self._starts[max(0, bisect_right(self._starts, offset) - 2)]

    def same(self, one: int, other: int) -> bool:
        """Whether both offsets are in one sentence."""
        return bisect_right(self._starts, one) == bisect_right(self._starts, other)
