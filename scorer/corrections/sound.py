"""Whether a word begins with a vowel when it is spoken."""

from __future__ import annotations

from scorer.corrections.lexicons.sound import (
    CONSONANT_NUMBERS,
    CONSONANT_WORDS,
    EITHER,
    SPELLED_OUT,
    VOWEL_LETTERS,
    VOWEL_WORDS,
)

_VOWELS = frozenset("aeiou")
_TEENS = ("11", "18")


def begins_with_vowel(word: str) -> bool | None:
    """True for "hour", "MRI", "8", "F"; False for "university", "one", "UFO"; None where it cannot be told.

    ``word`` as written, since capitals tell abbreviations.
    """
    low = word.lower()
    if low[:1].isdigit():
        return _number(low)
    if not low[:1].isascii() or not low[:1].isalpha():
        return None
    if len(word) == 1 or (low in SPELLED_OUT and word.isupper()):
        return low[0] in VOWEL_LETTERS if low[0] != "u" else False
    if word[:2].isupper():
        return None if word.isupper() and len(word) < 6 else _spoken(low)
    return _spoken(low)


def _spoken(word: str) -> bool | None:
    if VOWEL_WORDS.match(word):
        return True
    if CONSONANT_WORDS.match(word):
        return False
    if EITHER.match(word):
        return None
    return word[0] in _VOWELS


def _number(word: str) -> bool | None:
    digits = word[: next((n for n, sign in enumerate(word) if not sign.isdigit()), len(word))]
    if digits[0] == "8":
        return True
    if digits in _TEENS:
        return True
    return False if CONSONANT_NUMBERS.match(digits) and len(digits) < 4 else None
