"""What a stretch of text is about: its content words, compared by word family.

Two words are of one family when their lemmas begin with the same six letters (*compete, competition,
competitive*). Truncation is the plainest stemmer; it needs no lexicon and joins nouns, verbs and adjectives,
which lemmas keep apart.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.lang.en.stop_words import STOP_WORDS

from scorer.features.arithmetic import ratio
from scorer.features.running_text import apparatus
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, shared

FAMILY_LETTERS = 6
TOPIC_SIZE = 10

# Content words that any essay has, whatever it is about; instructions of the assignment among them.
EMPTY_LEMMAS = frozenset({
    "agree", "also", "answer", "argue", "argument", "ask", "become", "believe", "claim", "come", "conclusion",
    "disagree", "discuss", "do", "essay", "even", "evidence", "example", "explain", "extent", "fact", "feel",
    "finally", "first", "firstly", "get", "give", "go", "have", "however", "just", "keep", "know", "let", "lot",
    "main", "make", "many", "more", "most", "much", "necessary", "need", "not", "now", "only", "opinion", "other",
    "paragraph", "point", "position", "prompt", "reason", "really", "say", "second", "secondly", "see", "should",
    "so", "statement", "still", "such", "support", "take", "tell", "then", "there", "therefore", "thing", "think",
    "third", "thus", "too", "use", "very", "view", "want", "way", "well", "when", "why", "will", "would", "write",
})  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def family(lemma: str) -> str:
    """The word family of a lower-case lemma: its first six letters."""
    return lemma[:FAMILY_LETTERS]


def singular(word: str) -> str:
    """A lower-case word without its plural or third-person ``s`` (the S stemmer of Harman 1991)."""
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if word.endswith("s") and not word.endswith(("us", "ss")):
        return word[:-1]
    return word


@shared
def families(view: EssayView) -> list[str]:
    """The family of the content word at each position, ``""`` where there is none (and in bracketed citations)."""
    result, aside, lemma = [""] * len(view), apparatus(view.doc), view.lower_lemma
    for k in view.content_at:
        if not aside[k] and lemma[k] not in EMPTY_LEMMAS:
            result[k] = family(lemma[k])
    return result


@shared
def topics(view: EssayView) -> frozenset[str]:
    """The ten families that the essay uses most (twice at least)."""
    counts = Counter(name for name in families(view.doc) if name)
    return frozenset(name for name, times in counts.most_common(TOPIC_SIZE) if times > 1)


@shared
def prompt_families(view: EssayView) -> frozenset[str]:
    """The families of the assignment: the text given apart, else the prompt found at the head of the file."""
    given, found = view.doc._.given_prompt, view.doc._.prompt
    text = given or (text_of(view.doc)[found.start : found.end] if found else "")
    return _families_of(text, dict(zip(view.lower, view.lemma, strict=True)))


def _families_of(text: str, lemmas: dict[str, str]) -> frozenset[str]:
    """Families of unparsed text; ``lemmas`` knows the forms that the essay itself uses."""
    words = {match.group().lower() for match in _WORD.finditer(text)} - STOP_WORDS
    bases = {lemmas[word].lower() if word in lemmas else singular(word) for word in words}
    return frozenset(family(base) for base in bases - EMPTY_LEMMAS)


def share_named(wanted: frozenset[str], said: frozenset[str]) -> float:
    """Share of the wanted families that are said, 0 to 1; 0.0 where nothing is wanted."""
    return ratio(len(wanted & said), len(wanted))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard similarity of two sets of families, 0 (nothing shared) to 1 (the same); 0.0 for two empty sets."""
    return ratio(len(one & other), len(one | other))
