"""When two ways of writing a name mean the same person."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_ACCENTED = ("LATIN ", "GREEK ")
"""Alphabets whose marks are accents, which are left out in haste; elsewhere they tell names apart."""
_JOINER = "Cf"
"""The category of what is not seen between letters."""


def index_keys(name: str) -> frozenset[str]:
    """Keys to file a name under: its words in any order, and run together as Canvas writes file names.

    Case, accents of Latin and Greek letters, apostrophes, hyphens and the comma of "Last, First" do not count.

    >>> sorted(index_keys("O’Brien, Ana"))
    ['= anaobrien', '= obrienana', 'ana obrien']
    """
    words = _words(name)
    together = {"= " + "".join(words[start:] + words[:start]) for start in range(len(words))}
    return frozenset({" ".join(sorted(words))} | together) if words else frozenset()


def lookup_key(name: str) -> str:
    """The key under which a name is found; empty where it has no letter or digit.

    A name of one word may be one that was run together; a name of several words is not compared that way, or Ann
    Elee would be Anne Lee.
    """
    words = _words(name)
    return "= " + words[0] if len(words) == 1 else " ".join(sorted(words))


def _words(name: str) -> list[str]:
    """Letters, digits and the marks that make a letter another: those of "é" do not, the vowel signs of "कु" do."""
    letters: list[str] = []
    accented = False
    for c in unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold():
        kind = unicodedata.category(c)
        if kind.startswith("M"):
            if not accented:
                letters.append(c)
        elif kind != _JOINER:
            accented = unicodedata.name(c, "").startswith(_ACCENTED)
            letters.append(c if kind[0] in "LN" else " ")
    return "".join(letters).split()
