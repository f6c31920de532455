"""The choice between "a" and "an", by the sound that follows.

Wrong: "a hour", "an university", "a MRI", "an European". Right: "a one-time visit", "an NBA player", "an 8-year-old",
"a unanimous vote", "vitamin A and". Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a
reviewed sample of essays: ``a_an`` 2 of 2 and 16 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.lexicons.sound import AFTER_A, MESSAGES, NOT_AFTER, NOT_AFTER_AN, SPELLED_OUT
from scorer.corrections.registry import Mark, check
from scorer.corrections.sound import begins_with_vowel
from scorer.corrections.stream import Stream, cased, stream
from scorer.pipeline.annotations import text_of

CONFIDENCE = 0.96


@check("a_an")
def by_sound(doc: Doc) -> Iterator[Mark]:
    """ "A" before a vowel sound, "an" before a consonant: "a hour", "an university", "a MRI"."""
    row, text = stream(doc), text_of(doc)
    for article, other in (("a", "an"), ("an", "a")):
        for n in row.where.get(article, ()):
            if n + 1 >= len(row.word) or not row.own[n] or text[row.end[n] : row.start[n + 1]] != " ":
                continue
            written, word = text[row.start[n] : row.end[n]], text[row.start[n + 1] : row.end[n + 1]]
            if begins_with_vowel(word) is (article == "a") and _is_article(row, n, written, word):
                right = f"{cased(written, other)} {word}"
                message = MESSAGES[other].format(phrase=f"{written} {word}", right=right, word=word)
                yield Mark(row.start[n], row.end[n + 1], message, (right,), CONFIDENCE)


def _is_article(row: Stream, n: int, written: str, word: str) -> bool:
    """Whether the word is the article, not a letter, a grade, a note or another slip."""
    after, tag = row.word[n + 1], row.tag[n + 1]
    if written == "A" and not row.opens[n]:
        return False
    if len(after) == 1 and not after.isdigit():
        return word.isupper() and after != "i" and row.tag[n] == "DT"
    if after in NOT_AFTER or (
        written.lower() == "an" and (after in NOT_AFTER_AN or tag in {"NNS", "PRP", "VB", "VBP", "VBD", "VBG"})
    ):
        return False
    if after[0].isdigit() or (after in SPELLED_OUT and word.isupper()):
        return True
    return (tag in AFTER_A or after == "one") and row.tag[n] == "DT"
