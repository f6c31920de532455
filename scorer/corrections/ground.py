"""Where a check may look: the student's own words, sentences whose parse can be trusted, and words that are names."""

from __future__ import annotations

import re
from bisect import bisect_left

from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, shared

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@|\.(?:com|org|net|edu|gov)\b)\S*", re.IGNORECASE)
_SIGNS = ("://", "www.", "@", ".com", ".org", ".net", ".edu", ".gov")
"""One of these every address has."""
LONGEST_SOUND = 45
"""Tokens above which a sentence is most likely several that run on, with a parse to match."""
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})


@shared
def own_words(made: EssayView) -> list[bool]:
    """True for tokens that the student wrote as a sentence of her own.

    Not: what stands in quotation marks or is quoted as a block, in a bracket of a citation, in the prompt's or a
    source's words, or is part of an address.
    """
    own = [True] * len(made)
    doc = made.doc
    citations = [found for found in doc._.citations if found.style != "narrative"]
    plain = text_of(doc).lower()
    addresses = [match.span() for match in _ADDRESS.finditer(plain)] if any(sign in plain for sign in _SIGNS) else []
    copied = [(found.start, found.end) for found in doc._.copied]
    quoted = [(found.start, found.end) for found in (*doc._.quotations, *citations)]
    for start, end in (*quoted, *copied, *addresses):
        for k in range(bisect_left(made.start, start), bisect_left(made.start, end)):
            own[k] = False
    return own


@shared
def given_words(made: EssayView) -> frozenset[str]:
    """Lower-case words of prompt, sources, citations, references and quotations: they are no misspellings."""
    doc = made.doc
    text = text_of(doc)
    found = [*doc._.citations, *doc._.references, *doc._.quotations, *([doc._.prompt] if doc._.prompt else ())]
    given = [doc._.given_prompt or "", *doc._.given_sources, *(text[one.start : one.end] for one in found)]
    return frozenset(word.lower().replace("’", "'") for piece in given for word in _WORD.findall(piece))


@shared
def names(made: EssayView) -> frozenset[str]:
    """Lower-case forms of words with a capital inside a sentence, but for whole lines of capitals."""
    found = set()
    for k in [k for k, text in enumerate(made.text) if text[0].isupper()]:
        text = made.text[k]
        inside = k > 0 and made.sentence[k - 1] == made.sentence[k] and made.is_word[k - 1]
        if inside and not (text.isupper() and made.text[k - 1].isupper()):
            found.add(made.lower[k])
    return frozenset(found)


@shared
def sound_sentences(made: EssayView) -> list[bool]:
    """For each sentence, whether its parse can be trusted: not endless, with a verb, and mostly words that exist."""
    sound = []
    strange = [word and zipf < 2 for word, zipf in zip(made.is_word, made.zipf, strict=True)]
    for sentence in made.sentences:
        inside = slice(sentence.start, sentence.stop)
        finite = not FINITE_TAGS.isdisjoint(made.tag[inside])
        rare = sum(made.text[k].islower() for k in sentence if strange[k]) if any(strange[inside]) else 0
        sound.append(finite and len(sentence) <= LONGEST_SOUND and rare * 8 <= sum(made.is_word[inside]))
    return sound


def place(made: EssayView, first: int, last: int | None = None) -> tuple[int, int]:
    """Code points from the first token through the last (the same one if None)."""
    last = first if last is None else last
    return made.start[first], made.start[last] + len(made.text[last])
