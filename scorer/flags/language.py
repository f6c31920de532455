"""Texts, or large parts of one, that are not English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag
from scorer.flags.finding import Finding, cut, percent, places, words_in
from scorer.flags.sentences import stop_words
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
OTHER_SIGN = re.compile("[^\x00-\x7f\u00c0-\u024f\u1e00-\u1eff]")
"""What is no letter of the Latin alphabet; many of these signs are no letters at all."""
SENTENCE_WORDS = 5
SENTENCE_COMMON = 0.2
SENTENCE_STRANGE = 0.45
PARTLY = 2


def not_english(doc: Doc) -> Iterator[Finding]:
    """The whole text, or at least two of its sentences."""
    made = view(doc)
    text = text_of(doc)
    other = _other_letters(text)
    if _is_much(other, text, OTHER_LETTERS):
        share = other / sum(map(str.isalpha, text))
        yield Finding(_block(made, f"{percent(share)} of the letters are not of the Latin alphabet"))
        return
    # Names count too: the tagger takes unknown words for names.
    judged = made.is_word.count(True)
    if judged < FEWEST_WORDS:
        return
    unknown = sum([word and zipf < UNKNOWN for word, zipf in zip(made.is_word, made.zipf, strict=True)])
    if unknown > FOREIGN_SHARE * judged or _strange(made, range(len(made)), COMMON_SHARE, STRANGE_SHARE):
        yield Finding(_block(made, f"{unknown} of {judged} words are not English words"))
        return
    foreign = [span for span in made.worded_sentences if _is_foreign(made, span, other > 0)]
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


def _other_letters(text: str) -> int:
    return sum(map(str.isalpha, OTHER_SIGN.findall(text)))


def _is_much(other: int, text: str, share: float) -> bool:
    """Whether so many letters of other alphabets are more than a share of a text's letters, if it has enough."""
    letters = sum(map(str.isalpha, text)) if other else 0
    return letters >= FEWEST_WORDS and other > share * letters


def _strange(made: EssayView, span: range, common: float, strange: float) -> bool:
    words = made.is_word[span.start : span.stop].count(True)
    if stop_words(made.doc)[span.start : span.stop].count(True) > common * words:
        return False
    return sum(made.is_word[k] and made.zipf[k] < STRANGE for k in span) >= strange * words


def _is_foreign(made: EssayView, span: range, has_others: bool) -> bool:
    if has_others:
        text = "".join(made.text[span.start : span.stop])
        if _is_much(_other_letters(text), text, 0.5):
            return True
    words = made.is_word[span.start : span.stop].count(True)
    return words >= SENTENCE_WORDS and _strange(made, span, SENTENCE_COMMON, SENTENCE_STRANGE)
