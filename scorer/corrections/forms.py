"""Forms of verbs and nouns, by rule and from the lists of irregular ones. All words in lower case."""

from __future__ import annotations

from functools import lru_cache

from scorer.corrections.lexicons.forms import DOUBLING, IRREGULAR_PLURALS, IRREGULAR_VERBS
from scorer.remembered import WORDS

_VOWELS = "aeiou"
_SINGULARS = {plural: noun for noun, plural in IRREGULAR_PLURALS.items()}
_BASES = {
    form: base for base, forms in reversed(IRREGULAR_VERBS.items()) for form in forms if form not in IRREGULAR_VERBS
}


def with_s(word: str) -> str:
    """The word with the -s of plurals and third persons: "tries", "boxes", "days"."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {"go", "do"}:
        return word + "es"
    return word + "s"


def without_s(word: str) -> str:
    """The word without the -s of plurals and third persons; unchanged where it has none."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")) or word in {
        "goes",
        "does",
        "heroes",
        "potatoes",
        "echoes",
    }:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=WORDS)
def plural(noun: str) -> str:
    """The plural of a singular noun."""
    return IRREGULAR_PLURALS.get(noun) or with_s(noun)


@lru_cache(maxsize=WORDS)
def singular(noun: str) -> str:
    """The singular of a plural noun."""
    return _SINGULARS.get(noun) or without_s(noun)


@lru_cache(maxsize=WORDS)
def third(base: str) -> str:
    """The third person of a verb."""
    return {"be": "is", "have": "has"}.get(base) or with_s(base)


@lru_cache(maxsize=WORDS)
def past(base: str) -> str:
    """The past tense of a verb."""
    return IRREGULAR_VERBS[base][0] if base in IRREGULAR_VERBS else _with_ed(base)


@lru_cache(maxsize=WORDS)
def participle(base: str) -> str:
    """The past participle of a verb."""
    if base == "be":
        return "been"
    return IRREGULAR_VERBS[base][1] if base in IRREGULAR_VERBS else _with_ed(base)


@lru_cache(maxsize=WORDS)
def gerund(base: str) -> str:
    """The -ing form of a verb."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return (base + base[-1] if base in DOUBLING else base) + "ing"


def base_of_past(form: str) -> str | None:
    """The base of an irregular past tense or participle; None for other words."""
    return _BASES.get(form)


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return (base + base[-1] if base in DOUBLING else base) + "ed"
