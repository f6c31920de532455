"""Misspelled words, words run together, one word written as two.

Marked are words that no list of words has (``dictionary``), that are no name, no word of the prompt, sources, titles or
quotations, no term that the essay uses again and again, and that stand near a word that may be meant (``edits``).

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``spelling`` 187 of 188 and 16 of 16.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.dictionary import Dictionary, dictionary
from scorer.corrections.edits import FAR, NEAR, Candidate
from scorer.corrections.ground import given_words, names, own_words, place
from scorer.corrections.lexicons.spelling import (
    FORMS,
    INFORMAL,
    MESSAGES,
    MISSPELLINGS,
    SPLIT,
    SPLIT_FIRST,
    SPLIT_SAFE_AFTER,
)
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import text_of
from scorer.pipeline.frequency import zipf
from scorer.pipeline.view import EssayView, view

SURE, LIKELY = 0.95, 0.85
"""Confidence of marks: a listed slip or one cheap step from a common word; anything further off."""
MARGIN = 0.8
"""Zipf steps by which the first candidate must lead for it to be suggested."""
TERM = 3
"""Uses of an unknown word from which it is taken for a term, unless a common word is one cheap step away."""
GAP = 2.3
"""How much commoner, in Zipf, a word must be to be meant where the word written may be a word, too."""
STRONG = 1.6
"""Score of a candidate that outweighs doubts: a derived word, a name in lower case, a term."""
_LISTED = MISSPELLINGS.keys() | SPLIT_FIRST
_PLAIN = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_LETTER_CODES = frozenset({"u", "ur"})
_BROKEN = frozenset("\ufffd'’")
"""Signs that touch what is left of a word: one that no program could read, an apostrophe without its letter."""


@check("spelling")
def misspellings(doc: Doc) -> Iterator[Mark]:
    """Words that do not exist, each with what was likely meant."""
    made = view(doc)
    own, given, listed_names = own_words(doc), given_words(doc), names(doc)
    uses = Counter(made.spelled)
    starts = {sentence.start for sentence in made.sentences}
    known = dictionary()
    doubted = {word for word in (uses.keys() - known.words) | (uses.keys() & _LISTED) if _PLAIN.fullmatch(word)}
    ends = [*made.spelled_at[1:], len(made)]
    for n in [n for n, word in enumerate(made.spelled) if word in doubted]:
        k, word = made.spelled_at[n], made.spelled[n]
        if not own[k]:
            continue
        after = made.spelled[n + 1] if n + 1 < len(made.spelled) else ""
        if (word, after) in SPLIT and _is_split(made, n):
            yield _mark(made, k, ends[n], made.spelled_at[n + 1], "split", SPLIT[word, after], SURE)
            continue
        right = MISSPELLINGS.get(word)
        capital = made.text[k][0].isupper()
        if capital and (k not in starts or (len(word) > 1 and made.text[k].isupper())):
            continue
        if right and word not in given and not (len(word) <= 2 and capital):
            kind = (
                "informal" if word in INFORMAL else "form" if word in FORMS else "joined" if " " in right else "known"
            )
            yield _mark(made, k, ends[n], k, kind, right, SURE)
        elif not right and len(word) > 2 and word not in listed_names and word not in given and not known.has(word):
            if _is_broken(made, k):
                continue
            yield from _unknown(made, k, ends[n], word, uses[word], capital, known)


def _is_broken(made: EssayView, k: int) -> bool:
    """Whether the word at ``k`` is a piece of one: "couldn\ufffdt", "aren' aware"."""
    start, text = made.start[k], text_of(made.doc)
    stop = start + len(made.text[k])
    cut = text[stop : stop + 1] in _BROKEN and not made.lower[k].endswith("s") and not _goes_on(made, k)
    return cut or text[start - 1 : start] == "\ufffd"


def _goes_on(made: EssayView, k: int) -> bool:
    """Whether the rest of a contraction follows at once."""
    return k + 1 < len(made) and made.is_word[k + 1] and made.start[k + 1] == made.start[k] + len(made.text[k])


def _unknown(
    made: EssayView, k: int, end: int, word: str, uses: int, capital: bool, known: Dictionary
) -> Iterator[Mark]:
    candidates = known.speller.candidates(word)
    parts = _run_together(word, known)
    best = candidates[0] if candidates else None
    if parts and not (best and best.cost <= NEAR and best.score > STRONG):
        if uses < TERM and not capital:
            yield _mark(made, k, end, k, "joined", parts, LIKELY)
        return
    if best is None or zipf(best.word) < zipf(word) + GAP:
        return
    doubtful = capital or uses >= TERM or word in known.names or known.is_derived(word) or "-" in word
    if doubtful and not (best.cost <= NEAR and best.score > STRONG):
        return
    safe = _leads(candidates) and best.cost <= FAR
    confidence = SURE if best.cost <= NEAR and best.score > STRONG else LIKELY
    yield _mark(made, k, end, k, "one" if safe else "open", best.word if safe else "", confidence)


def _leads(candidates: tuple[Candidate, ...]) -> bool:
    return len(candidates) == 1 or candidates[0].score - candidates[1].score >= MARGIN


def _run_together(word: str, known: Dictionary) -> str:
    """The two common words that the unknown one is made of, or nothing."""
    best, parts = 0.0, ""
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        if left in known.words and right in known.words:
            score = min(zipf(left), zipf(right))
            if score > best:
                best, parts = score, f"{left} {right}"
    return parts if best >= 5.0 else ""


def _is_split(made: EssayView, n: int) -> bool:
    """Whether the pair stands in one clause with one space, and no word after it explains the pair."""
    k, other = made.spelled_at[n], made.spelled_at[n + 1]
    pair = (made.spelled[n], made.spelled[n + 1])
    after = made.spelled[n + 2] if n + 2 < len(made.spelled) else ""
    apart = made.start[other] - (made.start[k] + len(made.text[k]))
    return other == k + 1 and apart == 1 and after not in SPLIT_SAFE_AFTER.get(pair, frozenset())


def _mark(made: EssayView, k: int, end: int, last: int, kind: str, right: str, confidence: float) -> Mark:
    """The mark on the whole word at ``k`` (with the parts of a contraction), through the word at ``last``."""
    start, stop = place(made, k, last)
    if last == k:
        while k + 1 < end and made.is_word[k + 1] and made.start[k + 1] == stop:
            k += 1
            stop = place(made, k)[1]
    written = text_of(made.doc)[start:stop]
    if written[0].isupper() and right:
        right = right[0].upper() + right[1:]
    message = MESSAGES[kind].format(word=" ".join(written.split()), right=right)
    return Mark(start, stop, message, (right,) if right else (), confidence)
