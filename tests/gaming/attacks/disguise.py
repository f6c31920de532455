"""The essay in another dress: other letters, unseen characters, capitals, no marks."""

from __future__ import annotations

import re
from random import Random

from attacks.material import Material

CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
GREEK = str.maketrans("ovABEHIKMNOPTXYZ", "ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ")
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff")


def homoglyphs(essay: Material, rng: Random) -> str:
    """Cyrillic letters for Latin ones in every third word."""
    return _words(essay, rng, 1 / 3, lambda word: word.translate(CYRILLIC))


def homoglyphs_greek(essay: Material, rng: Random) -> str:
    """Greek letters for Latin ones wherever they look alike."""
    return _words(essay, rng, 1.0, lambda word: word.translate(GREEK))


def full_width(essay: Material, rng: Random) -> str:
    """Full-width letters in every fourth word."""
    return _words(essay, rng, 1 / 4, lambda word: word.translate(FULL_WIDTH))


def unseen_characters(essay: Material, rng: Random) -> str:
    """Zero-width characters inside every other word."""

    def split(word: str) -> str:
        at = rng.randint(1, max(1, len(word) - 1))
        return word[:at] + rng.choice(UNSEEN) + word[at:]

    return _words(essay, rng, 0.5, split)


def all_capitals(essay: Material, rng: Random) -> str:
    """Every letter a capital."""
    return essay.text.upper()


def no_punctuation(essay: Material, rng: Random) -> str:
    """No mark and no capital."""
    return re.sub(r"[^\w\s'’]", "", essay.text).lower()


def no_full_stops(essay: Material, rng: Random) -> str:
    """Full stops gone, or commas."""
    return re.sub(r"[.!?](?=\s)", lambda _: rng.choice(("", ",")), essay.text)


def _words(essay: Material, rng: Random, share: float, change) -> str:  # type: ignore[no-untyped-def]
    return re.sub(r"[A-Za-z]{3,}", lambda m: change(m[0]) if rng.random() < share else m[0], essay.text)
