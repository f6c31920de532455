"""Notes on what is in place in spelling and marks, and on long stretches without a mark; slips have their own file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections import marks
from scorer.features.capitals import FINAL_MARKS
from scorer.features.connectives import opening_connective
from scorer.feedback.excerpts import (
    SHOWN,
    listed,
    over,
    place_of,
    quoted,
    quoted_word,
    text_of,
    whole_sentences,
    words_in,
)
from scorer.feedback.flaws import is_sound
from scorer.feedback.notes import Note, finder
from scorer.feedback.patterns import SET_OFF
from scorer.feedback.slips import slipped_at
from scorer.pipeline.view import EssayView, view

UNMARKED = 60
"""Words without any mark at the end of a sentence from which one is missed."""
HEAVY_MARKS = frozenset({";", ":", "—", "–", "..."})
_BARE = re.compile(
    rf"(?:^|[.!?][\"”’)]*|,(?=\s+(?-i:[A-Z])))\s*(?:{'|'.join(map(re.escape, sorted(SET_OFF)))})\b(?!\s*,)",
    re.IGNORECASE | re.MULTILINE,
)
"""Such a connective at the head of a sentence without its comma."""
_STOPS = FINAL_MARKS | HEAVY_MARKS


@finder
def unmarked(doc: Doc) -> Iterator[Note]:
    """A long stretch without a mark that could end a sentence."""
    made = view(doc)
    run = _longest_unmarked(made)
    told_as_one = any(
        2 * len(range(max(s.start, run.start), min(s.stop, run.stop))) > len(run) for s in whole_sentences(doc)
    )
    bare = FINAL_MARKS.isdisjoint(text_of(doc)[slice(*place_of(made, run))]) if len(run) else False
    if words_in(made, run) >= UNMARKED and bare and not told_as_one:
        place = place_of(made, run)
        fields = {"words": over(made, run), "beginning": quoted(text_of(doc), place)}
        yield Note("marks_missing", (place,), fields)


@finder
def in_place(doc: Doc) -> Iterator[Note]:
    """Commas after opening words that are as they should be, where none is missing."""
    made, found = view(doc), marks(doc)
    odd = slipped_at(doc)
    opened = [(s, opening_connective(made, s)) for s in made.worded_sentences]
    set_off = [(s, s.start + len(words)) for s, words in opened if " ".join(words) in SET_OFF]
    well = all(_is_comma_at(made, k) for _, k in set_off) and not found.get("comma_after_introduction")
    well = well and not _BARE.search(text_of(doc)) and odd.isdisjoint(s.start for s, _ in set_off)
    if len(set_off) >= SHOWN and well and is_sound(doc):
        places = [place_of(made, range(s.start, k + 1)) for s, k in set_off]
        fields = {"examples": listed(quoted_word(text_of(doc)[start:end]) for start, end in places)}
        yield Note("opening_commas_right", tuple(places[:SHOWN]), fields)


def _is_comma_at(made: EssayView, k: int) -> bool:
    """Whether a comma follows the word before at once."""
    return k < len(made) and made.text[k] == "," and made.start[k] == made.start[k - 1] + len(made.text[k - 1])


def _longest_unmarked(made: EssayView) -> range:
    """The longest stretch inside a paragraph without a final mark or one that could stand for it."""
    best = range(0)
    for paragraph in made.paragraphs:
        start = paragraph.start
        for k in [k for k in paragraph if made.text[k] in _STOPS] + [paragraph.stop]:
            if k - start > len(best):
                best = range(start, k)
            start = k + 1
    return best
