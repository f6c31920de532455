"""Words that stand twice in a row: "when when".

Right: "had had", "that that", "very very", "came in in a hurry", "Walla Walla". Measured (``docs/feedback.md``), marks
on an error, on learners' sentences and in a reviewed sample of essays: ``doubled_word`` 2 of 2 and 15 of 16. The word
that is too many is now and then another than the one meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from scorer.corrections.lexicons.doubled import ALLOWED, IS_IS_AFTER, MESSAGE, TAGS
from scorer.corrections.registry import Mark, check
from scorer.corrections.stream import Stream, stream
from scorer.pipeline.annotations import text_of

CONFIDENCE = 0.96


@check("doubled_word")
def doubled_words(doc: Doc) -> Iterator[Mark]:
    """The same word twice, with nothing but white space between, where no grammar or emphasis asks for it."""
    row, text = stream(doc), text_of(doc)
    for n in [n for n, (before, word) in enumerate(pairwise(row.word), start=1) if word == before]:
        if _is_slip(row, n):
            start, end = row.start[n - 1], row.end[n]
            first, second = text[start : row.end[n - 1]], text[row.start[n] : end]
            if not text[row.end[n - 1] : row.start[n]].isspace() or (second[0].isupper() and not first.isupper()):
                continue
            yield Mark(start, end, MESSAGE.format(word=second), (first,), CONFIDENCE)


def _is_slip(row: Stream, n: int) -> bool:
    word = row.word[n]
    if (
        not word[0].isalpha()
        or not (row.own[n] and row.own[n - 1])
        or word in ALLOWED
        or len(word) == 1 != (word == "i")
    ):
        return False
    around = row.word[max(0, n - 2) : n - 1] + row.word[n + 1 : n + 2]
    if word in around or not {row.tag[n], row.tag[n - 1]} & TAGS:
        return False
    return not (word in {"is", "was"} and around and around[0] in IS_IS_AFTER)
