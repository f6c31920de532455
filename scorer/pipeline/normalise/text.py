"""The text that is analysed: plain letters, nothing unseen, no shouting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from scorer.pipeline.frequency import zipf
from scorer.pipeline.normalise import patterns
from scorer.pipeline.normalise.origin import Origin, Replacement, replaced

KNOWN = 2.0
"""Zipf frequency from which a word of look-alikes is the English word that it looks like."""


@dataclass(frozen=True)
class Normalised:
    """``text`` to analyse, and ``origin``, the way back to the text as read (None where nothing was changed).

    ``disguised``: stretches of the text as read whose letters only look like plain ones, or hold unseen characters.
    ``shouted``: nearly all letters were capitals, and were read as small ones.
    """

    text: str
    origin: Origin | None = None
    disguised: tuple[tuple[int, int], ...] = ()
    shouted: bool = False


def normalised(text: str) -> Normalised:
    """Unseen characters go, compositions are composed, look-alikes become what they look like, capitals small letters.

    A letter of another alphabet is changed only in a word with Latin letters, or where all its letters are look-alikes
    and give an English word in a text in Latin letters: a Greek or Russian quotation stays as it is.
    """
    shouted = _shouted(text)
    if text.isascii() and not shouted:
        return Normalised(text)
    changes = [] if text.isascii() else list(_changes(text))
    plain, origin = replaced(text, changes) if changes else (text, None)
    disguised = tuple(_disguised(text, changes)) if changes else ()
    if shouted:
        plain = lowered(plain)
    return Normalised(plain, origin, disguised, shouted)


def lowered(text: str) -> str:
    """Small letters, but for the first of each sentence and "I"; as long as before."""
    small = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    small = patterns.SENTENCE_OPENS.sub(lambda m: m[0][:-1] + _upper(m[1]), small)
    return patterns.ALONE.sub("I", small)


def _upper(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


def _shouted(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    letters = sum(map(str.isalpha, text))
    return capitals > patterns.SHOUTED * letters and len(text.split()) >= patterns.SHOUTED_WORDS


def _changes(text: str) -> Iterator[Replacement]:
    for match in patterns.UNSEEN_RUN.finditer(text):
        yield Replacement(match.start(), match.end())
    for match in patterns.VARIANTS.finditer(text):
        for place, letter in enumerate(match[0], start=match.start()):
            yield from _normal(place, letter, unicodedata.normalize("NFKC", letter))
    for match in patterns.COMBINED.finditer(text):
        yield from _normal(match.start(), match[0], unicodedata.normalize("NFC", match[0]))
    if patterns.FOREIGN.search(text):
        yield from _look_alikes(text)


def _normal(start: int, written: str, plain: str) -> Iterator[Replacement]:
    if plain != written:
        yield Replacement(start, start + len(written), plain)


def _look_alikes(text: str) -> Iterator[Replacement]:
    latin = sum(c.isascii() and c.isalpha() for c in text)
    mostly_latin = 2 * latin > sum(map(str.isalpha, text))
    for match in patterns.WORD.finditer(patterns.UNSEEN_RUN.sub(lambda m: "a" * len(m[0]), text)):
        word = text[match.start() : match.end()]
        if not patterns.FOREIGN.search(word):
            continue
        mixed = any(c.isascii() and c.isalpha() for c in word)
        whole = all(c in patterns.CONFUSABLE for c in word)
        looks = "".join(patterns.CONFUSABLE.get(c, c) for c in word).lower()
        if mixed or (whole and mostly_latin and zipf(looks) >= KNOWN):
            for k, letter in enumerate(word):
                if letter in patterns.CONFUSABLE:
                    yield Replacement(match.start() + k, match.start() + k + 1, patterns.CONFUSABLE[letter])


def _disguised(text: str, changes: list[Replacement]) -> Iterator[tuple[int, int]]:
    """The words whose letters were changed, each once."""
    marks = [(m.start(), m.end()) for m in patterns.BETWEEN_LETTERS.finditer(text)]
    marks += [(c.start, c.end) for c in changes if c.text and patterns.FOREIGN.match(text[c.start])]
    marks += [(m.start(), m.end()) for m in patterns.DISGUISED.finditer(text)]
    done = -1
    for start, end in sorted(marks):
        if start < done:
            continue
        while start > 0 and _inside_word(text[start - 1]):
            start -= 1
        while end < len(text) and _inside_word(text[end]):
            end += 1
        yield start, end
        done = end


_WORDLIKE = re.compile(rf"[\w{patterns.UNSEEN}'’]")


def _inside_word(character: str) -> bool:
    return bool(_WORDLIKE.match(character))
