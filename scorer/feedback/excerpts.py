"""The student's words inside a message: where they stand, and how they are quoted and counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from scorer.features.capitals import FINAL_MARKS
from scorer.feedback.notes import Place
from scorer.pipeline.annotations import Found
from scorer.pipeline.annotations import text_of as pipeline_text
from scorer.pipeline.view import EssayView, shared

MOST_WORDS = 12
MOST_LETTERS = 90
CLOSERS = frozenset({'"', "”", "'", "’", ")", "''", "]"})
DENIALS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "nothing", "none"})
SHOWN = 3
"""So many examples of one kind are quoted."""
MARKED = 6
"""So many examples of one kind are pointed at."""

_GLUED = re.compile(
    r"(?<=[a-z\s?!])[.!?][\"'”’]?[A-Za-z]{2}|(?<=[A-Z]{2})[.!?][A-Z][a-z]|[.!?]\d+\s+[A-Z]|[.!?][\"'”’]\s+[A-Z]"
)
"""A final mark inside a sentence, without a space after it."""

_ENDS = re.compile(r"[.!?]+[\"'”’)]*\s|\n")
"""Where a reader may see a sentence end."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_INNER_MARKS = str.maketrans({'"': "'", "“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


@shared
def text_of(made: EssayView) -> str:
    """The document's text, which spaCy puts together anew at every asking."""
    return str(pipeline_text(made.doc))


def place_of(made: EssayView, positions: Sequence[int]) -> Place:
    """Offsets from the first of the positions through the last."""
    last = positions[-1]
    return made.start[positions[0]], made.start[last] + len(made.text[last])


def places_of(made: EssayView, found: Iterable[int]) -> tuple[Place, ...]:
    """Offsets of single tokens, as many as are pointed at."""
    return tuple(place_of(made, [k]) for k in list(found)[:MARKED])


def span(found: Found) -> Place:
    """Offsets of a finding."""
    return found.start, found.end


def sentence_at(made: EssayView, position: int) -> range:
    """The sentence that a position is in."""
    return made.sentences[made.sentence[position]]


def is_alone(made: EssayView, sentence: range) -> bool:
    """Whether a sentence is a paragraph of its own, as headings are."""
    paragraph = made.paragraphs[made.paragraph[sentence.start]]
    return sentence.start == paragraph.start and sentence.stop == paragraph.stop


def is_own(made: EssayView, positions: range) -> bool:
    """Whether no word in a stretch is quoted."""
    start, end = place_of(made, positions)
    return not any(quotation.start < end and start < quotation.end for quotation in made.doc._.quotations)


@shared
def whole_sentences(made: EssayView) -> list[range]:
    """Sentences that the writer marked off: after a final mark or a break, up to the only final mark in them.

    What the parser alone parted is left out, so that their number of words can be relied on.
    """
    whole = []
    for sentence in made.worded_sentences:
        first, last = sentence.start, sentence.stop - 1
        while last > first and made.text[last] in CLOSERS:
            last -= 1
        fresh = first == 0 or made.paragraph[first - 1] != made.paragraph[first]
        marked = made.text[last] in FINAL_MARKS and FINAL_MARKS.isdisjoint(made.text[first:last])
        marked = marked and not _GLUED.search(text_of(made.doc), made.start[first], made.start[last])
        if marked and (fresh or not FINAL_MARKS.isdisjoint(made.text[max(0, first - 3) : first])):
            whole.append(sentence)
    return whole


def is_glued(made: EssayView, stretch: range) -> bool:
    """Whether a sentence may end inside a stretch, without a space behind its mark."""
    return _GLUED.search(text_of(made.doc), *place_of(made, stretch)) is not None


def denies(made: EssayView, stretch: range) -> bool:
    """Whether a "not" stands in a stretch: what denies the other says no such thing."""
    return any(made.lower[k] in DENIALS for k in stretch)


def words_in(made: EssayView, stretch: range) -> int:
    """Whole words that begin in a stretch."""
    return bisect_left(made.spelled_at, stretch.stop) - bisect_left(made.spelled_at, stretch.start)


def quoted(text: str, place: Place, most: int = MOST_WORDS, keep_end: bool = False) -> str:
    """The words at a place in quotation marks, shortened at the end; marks inside become single.

    ``keep_end``: a mark at the end is what is spoken of, and stays.
    """
    words = (_single(text, place) if keep_end else _plain(text, place)).split()
    kept = words[:most]
    while len(kept) > 1 and len(" ".join(kept)) > MOST_LETTERS:
        kept.pop()
    shown = " ".join(kept)[:MOST_LETTERS]
    return f"“{shown}”" if shown == " ".join(words) else f"“{shown.rstrip(' .,;:')}…”"


def quoted_end(text: str, place: Place, words: int = 6) -> str:
    """The last words at a place in quotation marks, shortened at the beginning."""
    every = _plain(text, place).split()
    kept = every[-words:]
    return f"“{'…' if len(kept) < len(every) else ''}{' '.join(kept)[-MOST_LETTERS:]}”"


def quoted_word(word: str) -> str:
    """One word or phrase in quotation marks."""
    return f"“{word[:MOST_LETTERS]}”"


def listed(items: Iterable[str]) -> str:
    """Different items with commas and "and", as many as are shown."""
    kept = list(dict.fromkeys(items))[:SHOWN]
    return " and ".join([", ".join(kept[:-1]), kept[-1]] if len(kept) > 1 else kept)


def number(count: int) -> str:
    """A count up to ten in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def times(count: int) -> str:
    """How often: once, twice, three times."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def in_all(count: int, shown: int = SHOWN) -> str:
    """ " (and more)" where more were found than are shown, else nothing: a reader may count others."""
    if count <= shown:
        return ""
    return " (more than once)" if shown == 1 else " (and more)"


def over(made: EssayView, stretch: range, step: int = 10) -> str:
    """A number that a stretch has more words than, however hyphens and figures are counted."""
    start, end = place_of(made, stretch)
    fewest = min(words_in(made, stretch), len(text_of(made.doc)[start:end].split()))
    return str((fewest - 1) // step * step)


def at_least(count: int) -> str:
    """Where, so far as is sure: a reader may find more."""
    return {1: "in one place", 2: "in more than one place"}.get(count, "in several places")


def uses_in(text: str, phrase: str) -> list[Place]:
    """Every place where words stand, whatever their case, in quotations too: what a reader would count."""
    return [match.span() for match in _uses(phrase).finditer(text)]


@lru_cache(maxsize=2048)  # essays of a class have their words in common, and patterns take long to make
def _uses(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"(?<![\w'’]){words}(?![\w'’])", re.IGNORECASE)


@shared
def longest_sentence(made: EssayView) -> range | None:
    """The longest sentence, where no other stretch between two marks or breaks has as many words; else None."""
    text = text_of(made.doc)
    own = [sentence for sentence in whole_sentences(made.doc) if is_own(made, sentence)]
    if not own:
        return None
    best = max(own, key=lambda sentence: words_in(made, sentence))
    start, end = place_of(made, best)
    others = _ENDS.split(f"{text[:start]}\n{text[end:]}")
    most = max(len(piece.split()) for piece in others)
    return best if words_in(made, best) > most else None


def _plain(text: str, place: Place) -> str:
    """The words without line breaks, and without marks at their end that the message sets itself."""
    return _single(text, place).rstrip(" .,;:")


def _single(text: str, place: Place) -> str:
    return " ".join(text[place[0] : place[1]].split()).translate(_INNER_MARKS)
