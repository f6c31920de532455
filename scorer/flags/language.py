"""Texts, or large parts of one, that are not English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

FOREIGN_SHARE = 0.25
"""Share of words that English at large does not know, above which a text is not read as English.

Student essays stay below 0.11; short texts in German, French, Spanish, Italian and Latin have 0.45 to 0.75.
"""
UNKNOWN = 2.0
"""Zipf frequency below which English at large does not know a word."""
FEWEST_WORDS = 20
COMMON_SHARE = 0.25
"""Share of the commonest English words up to which a text with ``STRANGE_SHARE`` rare ones is no English (essays: from
0.44 up)."""
STRANGE_SHARE = 0.2
STRANGE = 3.2
OTHER_LETTERS = 0.3
"""Share of letters of other alphabets from which a text is not in English."""
LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
SENTENCE_WORDS = 5
SENTENCE_COMMON = 0.2
SENTENCE_STRANGE = 0.45
PARTLY = 2


def not_english(doc: Doc) -> Iterator[Finding]:
    """The whole text, or at least two of its sentences."""
    made = view(doc)
    text = text_of(doc)
    letters = [c for c in text if c.isalpha()]
    other = sum(not LATIN.match(c) for c in letters)
    if len(letters) >= FEWEST_WORDS and other > OTHER_LETTERS * len(letters):
        yield Finding(_block(made, f"{percent(other / len(letters))} of the letters are not of the Latin alphabet"))
        return
    # Names count too: the tagger takes unknown words for names.
    judged = [k for k, word in enumerate(made.is_word) if word]
    unknown = sum(made.zipf[k] < UNKNOWN for k in judged)
    if len(judged) < FEWEST_WORDS:
        return
    if unknown > FOREIGN_SHARE * len(judged) or _strange(made, judged, COMMON_SHARE, STRANGE_SHARE):
        yield Finding(_block(made, f"{unknown} of {len(judged)} words are not English words"))
        return
    foreign = [span for span in made.worded_sentences if _is_foreign(made, span)]
    if len(foreign) >= PARTLY:
        found = places(made, foreign)
        share = words_in(made, foreign) / len(made.spelled)
        yield Finding(
            Flag(
                code="not_english",
                severity="review",
                message=f"{len(foreign)} sentences ({percent(share)} of the words) are not in English; "
                "they were not counted.",
                spans=found,
            ),
            cut(text, found),
        )


def _block(made: EssayView, seen: str) -> Flag:
    return Flag(
        code="not_english",
        severity="block",
        message=f"{seen}, so the text was not scored.",
        spans=places(made, made.paragraphs),
    )


def _strange(made: EssayView, words: list[int], common: float, strange: float) -> bool:
    known = sum(made.lower[k] in STOP_WORDS for k in words)
    rare = sum(made.zipf[k] < STRANGE for k in words)
    return known <= common * len(words) and rare >= strange * len(words)


def _is_foreign(made: EssayView, span: range) -> bool:
    words = [k for k in span if made.is_word[k]]
    letters = [c for k in span for c in made.text[k] if c.isalpha()]
    if len(letters) >= FEWEST_WORDS and sum(not LATIN.match(c) for c in letters) > 0.5 * len(letters):
        return True
    return len(words) >= SENTENCE_WORDS and _strange(made, words, SENTENCE_COMMON, SENTENCE_STRANGE)
