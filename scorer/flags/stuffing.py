"""Connectives in front of nearly every sentence, and rare words strewn in for show."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.flags.finding import Finding, cut, place_of_sentence
from scorer.flags.lexicons.stuffing import OPENER, SENTENCE
from scorer.pipeline.annotations import text_of
from scorer.pipeline.normalise import Replacement
from scorer.pipeline.view import EssayView, view

FEWEST = 6
OPENED = 0.55
"""Share of sentences that open with a connective and a comma (essays of the develop draws: at most 0.45)."""
HEAPED = 3
"""Sentences that open with two connectives or more in a row."""
RAREST, RARE = 0.5, 2.7
"""Zipf frequencies between which an adjective or adverb is rare and yet no slip of spelling."""
RARE_WORDS = 6
RARE_PER_100 = 2.5
"""Different rare ones, and uses per 100 words (99.8% of the develop draws: 5 and 2.0)."""


def stuffing(doc: Doc) -> Iterator[Finding]:
    """Both kinds; connectives and rare words that are stuffed in are taken out before scoring."""
    made = view(doc)
    yield from _connectives(doc, made)
    yield from _rare_words(doc, made)


def _connectives(doc: Doc, made: EssayView) -> Iterator[Finding]:
    text = text_of(doc)
    starts = [m for p in made.paragraphs for m in SENTENCE.finditer(text, *_ends(made, p))]
    opened = [match for start in starts if (match := OPENER.match(text, start.end())) and match.end() < len(text)]
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


def _ends(made: EssayView, span: range) -> tuple[int, int]:
    place = place_of_sentence(made, span)
    return place.start, place.end


def _rare_words(doc: Doc, made: EssayView) -> Iterator[Finding]:
    rare = [k for k in range(len(made)) if is_rare(made, k)]
    different = {made.lower[k] for k in rare}
    if len(different) >= RARE_WORDS and made.rate(len(rare)) >= RARE_PER_100:
        found = tuple(Place(start=made.start[k], end=made.start[k] + len(made.text[k])) for k in rare)
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(made.lower[k] for k in rare))[:3])
        yield Finding(
            Flag(
                code="stuffing",
                severity="review",
                message=f"Unusually many rare words ({len(rare)}, such as {shown}): check that they fit. "
                "They were not counted.",
                spans=found,
            ),
            cut(text_of(doc), found),
        )


def is_rare(made: EssayView, k: int) -> bool:
    """Whether the token is a rare adjective or adverb in small letters."""
    return (
        made.pos[k] in {"ADJ", "ADV"}
        and made.is_word[k]
        and made.text[k][0].islower()
        and "-" not in made.text[k]
        and RAREST < made.zipf[k] < RARE
    )
