"""Connectives in front of nearly every sentence, and rare words strewn in for show."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.corrections.dictionary import dictionary
from scorer.flags.finding import Finding, cut, place_of
from scorer.flags.lexicons.stuffing import OPENER, SENTENCE
from scorer.pipeline.annotations import text_of
from scorer.pipeline.normalise import Replacement
from scorer.pipeline.view import EssayView, view

FEWEST = 6
OPENED = 0.72
"""Share of sentences that open with a connective and a comma (essays of the develop draws have at most 0.45; of AAE's,
whose writers were taught to, one in fifty has 0.6 or more)."""
HEAPED = 3
"""Sentences that open with two connectives or more in a row."""
RARE = 2.7
"""Zipf frequency below which a word of the dictionary is rare. A word that no dictionary has is a slip of spelling."""
LETTERS = 6
RARE_WORDS = 6
RARE_PER_100 = 1.5
"""Different rare words, and uses per 100 words (of 976 essays of the develop draws one has as many)."""
CLOSED = frozenset({"DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "INTJ"})
DRESSING = frozenset({"ADJ", "ADV"})
"""Parts of speech that a sentence can do without."""


def stuffing(doc: Doc) -> Iterator[Finding]:
    """Both kinds; connectives and rare words that are stuffed in are taken out before scoring."""
    made = view(doc)
    yield from _connectives(doc, made)
    yield from _rare_words(doc, made)


def _connectives(doc: Doc, made: EssayView) -> Iterator[Finding]:
    text = text_of(doc)
    starts = [start for paragraph in made.paragraphs for start in _sentence_starts(text, place_of(made, paragraph))]
    opened = [match for start in starts if (match := OPENER.match(text, start)) and match.end() < len(text)]
    heaped = sum(match[0].count(",") > 1 for match in opened)
    if (len(opened) >= FEWEST and len(opened) > OPENED * len(starts)) or heaped >= HEAPED:
        yield Finding(
            Flag(
                code="stuffing",
                severity="review",
                message=f"{len(opened)} of {len(starts)} sentences open with a connective such as "
                f"“{opened[0][0].split(',')[0].strip()}”; these openings were not counted.",
                spans=tuple(Place(start=m.start(), end=m.start() + len(m[0].rstrip())) for m in opened),
            ),
            tuple(Replacement(m.start(), m.end() + 1, text[m.end()].upper()) for m in opened),
        )


def _sentence_starts(text: str, paragraph: Place) -> list[int]:
    inside = text[paragraph.start : paragraph.end]
    return [paragraph.start + match.end() for match in SENTENCE.finditer(inside)]


def _rare_words(doc: Doc, made: EssayView) -> Iterator[Finding]:
    rare = [k for k, zipf in enumerate(made.zipf) if zipf < RARE and is_rare(made, k)]
    different = {made.lower[k] for k in rare}
    if len(different) >= RARE_WORDS and made.rate(len(rare)) >= RARE_PER_100:
        found = tuple(Place(start=made.start[k], end=made.start[k] + len(made.text[k])) for k in rare)
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(made.lower[k] for k in rare))[:3])
        dressing = tuple(place for place, k in zip(found, rare, strict=True) if made.pos[k] in DRESSING)
        yield Finding(
            Flag(
                code="stuffing",
                severity="review",
                message=f"Unusually many rare words ({len(rare)}, such as {shown}): check that they fit. "
                "Adjectives and adverbs among them were not counted.",
                spans=found,
            ),
            cut(text_of(doc), dressing),
            told=dressing,
        )


def is_rare(made: EssayView, k: int) -> bool:
    """Whether the token is a rare word in small letters."""
    word = made.text[k]
    return (
        len(word) >= LETTERS
        and word.isalpha()
        and word.islower()
        and made.zipf[k] < RARE
        and made.pos[k] not in CLOSED
        and word in dictionary().words
    )
