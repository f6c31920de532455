"""How long and how learned the words look: letters, syllables, endings. A mean over nothing is 0.0."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.tokens import Doc

from scorer.features.arithmetic import mean, ratio, share_of, spread
from scorer.features.lexicons.vocabulary import LEARNED_ENDINGS
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view
from scorer.remembered import WORDS

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]es?|[^laeiouytd]ed|[^aeiouy]le[sd])$")
_LONGEST = 20  # longer strings are addresses or keyboard noise


@lru_cache(maxsize=WORDS)
def syllables(word: str) -> int:
    """Syllables of a lower-case English word: groups of vowel letters without silent endings; at least 1."""
    groups = len(_VOWELS.findall(word))
    if (
        groups > 1
        and _SILENT_END.search(word)
        and not word.endswith(("ses", "ces", "zes", "ges", "xes", "shes", "ches"))
    ):
        groups -= 1
    return max(1, groups)


@shared
def _lengths(made: EssayView) -> list[int]:
    """Letters of each whole word."""
    return [min(_LONGEST, len(word) if word.isalpha() else sum(map(str.isalpha, word))) for word in made.spelled]


@shared
def _syllables(made: EssayView) -> list[int]:
    return [syllables(word[:_LONGEST]) for word in made.spelled]


@feature(
    group="language", label="average word length", unit="letters", direction="higher", source="Attali & Burstein 2006"
)
def word_length(doc: Doc) -> float:
    """Mean letters per whole word. 0 to 20, mostly 3.8 to 5; high: longer, more learned words."""
    return mean(_lengths(doc))


@feature(
    group="language", label="mix of short and long words", unit="letters", direction="higher", source="this project"
)
def word_length_spread(doc: Doc) -> float:
    """Standard deviation of letters per word. 0 to 10; high: long words stand among short ones, low: all short."""
    return spread(_lengths(doc))


@feature(
    group="language", label="average syllables per word", unit="syllables", direction="higher", source="Flesch 1948"
)
def syllables_per_word(doc: Doc) -> float:
    """Mean syllables per word, counted from the spelling. 1 to 3 (0.0 without words); high: learned words."""
    return mean(_syllables(doc))


@feature(
    group="language", label="words of three syllables or more", unit="share", direction="higher", source="Gunning 1952"
)
def polysyllables(doc: Doc) -> float:
    """Words of three or more syllables / words. 0 to 1; high: learned words, low: simple words."""
    return share_of(count >= 3 for count in _syllables(doc))


@feature(group="language", label="long words", unit="share", direction="higher", source="Björnsson 1968 (LIX)")
def long_words(doc: Doc) -> float:
    """Words of seven or more letters / words. 0 to 1; high: learned words, low: simple words."""
    return share_of(length >= 7 for length in _lengths(doc))


@feature(group="language", label="very long words", unit="share", direction="higher", source="after Björnsson 1968")
def very_long_words(doc: Doc) -> float:
    """Words of ten or more letters / words. 0 to 1; high: technical or abstract vocabulary."""
    return share_of(length >= 10 for length in _lengths(doc))


@feature(
    group="language", label="words with learned endings", unit="per 100 words", direction="higher", source="Biber 1988"
)
def learned_endings(doc: Doc) -> float:
    """Words of seven letters or more in -tion, -ity, -ence, -ive... per 100 words. 0 to 100; high: abstract."""
    made = view(doc)
    return made.rate(sum(len(word) >= 7 and word.endswith(LEARNED_ENDINGS) for word in made.spelled))


@feature(group="language", label="reading grade (Flesch-Kincaid)", unit="grade", source="Kincaid et al. 1975")
def reading_grade(doc: Doc) -> float:
    """``.39 words/sentences + 11.8 syllables/words - 15.59``. About -3 to 30; 0.0 without words.

    High: long sentences or long words (also where full stops are missing), low: short and simple.
    """
    made = view(doc)
    count = len(made.spelled)
    if not count:
        return 0.0
    return 0.39 * ratio(count, len(made.worded_sentences)) + 11.8 * sum(_syllables(doc)) / count - 15.59
