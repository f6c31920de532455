"""Notes on slips: the corrections of one kind together, said once with the first examples and the count.

What is marked, and how sure that is, is the business of ``scorer.corrections``; nothing else is called a slip here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections import Mark, marks
from scorer.corrections.dictionary import dictionary
from scorer.corrections.lexicons.spelling import MISSPELLINGS
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    in_all,
    is_alone,
    listed,
    place_of,
    quoted,
    sentence_at,
    text_of,
    times,
)
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.slip_kinds import GRAMMAR, KINDS, Slip
from scorer.pipeline.view import EssayView, shared, view

SIDE = 25
"""Characters between two marks of grammar within which both may show the same slip."""
RIVAL = 1.0
"""Score of a second candidate from which it may be the one that was meant."""
FAR, STRONG = 1.0, 2.5
"""Cost of a whole letter too many or too few, and the score that a suggestion at that distance needs."""
_RUN = re.compile(r"[.!?]{2,}[\"”'’]?\s*$")
_SPACED = re.compile(r"\w[ \t]+[.,;:!?]")
DAMAGED = "\ufffd"
"""What stands for a character that was lost on the way."""
ALSO_ADJECTIVES = frozenset({"mean", "open", "clean", "dry", "free", "slow", "complete", "welcome", "own", "perfect"})
"""Verbs that may stand after a "be" as adjectives."""
SLANG = frozenset({"gonna", "wanna", "gotta", "kinda", "sorta", "lemme", "gimme", "dunno"})
"""Words of talk: they are spelled as they are said."""
LETTERS = 6
"""Letters of a misspelled word from which the word that was meant is hardly another one."""
POINTING = frozenset({"this", "that", "these", "those"})
COPULAS = frozenset({"is", "are", "was", "were", "be", "been"})
OPENERS = frozenset({"who", "that", "which", "and", "but", "if", "because", "when", "what", "how"})


@finder
def slips(doc: Doc) -> Iterator[Note]:
    """One note for each kind of slip that was marked."""
    made = view(doc)
    for slip, told in _told(doc):
        count = sum(mark.times for mark in told)
        shown = _first_shown(made, slip, told)
        fields = {
            "examples": listed(_example(made, slip, mark) for mark in shown),
            "in_all": in_all(count, shown=len(shown)),
            "times": _at_least(made, slip, count),
        }
        places = [*shown, *(mark for mark in told if mark not in shown)][:MARKED]
        yield Note(slip.message, tuple((mark.start, mark.end) for mark in places), fields)


def _at_least(made: EssayView, slip: Slip, count: int) -> str:
    """How often, as far as that is sure: of spaces before a mark, some may be left unmarked."""
    more = slip.message == "space_before_mark" and len(_SPACED.findall(text_of(made.doc))) > count
    return f"at least {times(count)}" if more else times(count)


@shared
def slipped_at(made: EssayView) -> set[int]:
    """Positions of the words that a correction on words, marks or grammar touches."""
    return {
        k
        for slip in KINDS
        for code in slip.codes
        for mark in marks(made.doc).get(code, ())
        for k in range(_token_at(made, mark.start), bisect_left(made.start, mark.end))
    }


def _told(doc: Doc) -> Iterator[tuple[Slip, list[Mark]]]:
    """The kinds that were marked, with the marks that are sure enough, in text order."""
    found = marks(doc)
    taken: list[Mark] = list(found.get("spelling", ()))
    for slip in KINDS:
        told = sorted((mark for code in slip.codes for mark in found.get(code, ())), key=lambda mark: mark.start)
        told = [mark for mark in told if mark.confidence >= slip.told and _is_sound(doc, slip, mark)]
        told = [mark for mark in told if mark.suggestions[:1] != (text_of(doc)[mark.start : mark.end],)]
        if slip.message == "misspelled":
            told = [mark for mark in told if text_of(doc)[mark.start : mark.end].lower() not in SLANG]
        if slip.codes[0] in GRAMMAR:
            told = [mark for mark in told if not _is_beside(mark, taken)]
            taken.extend(told)
        if told:
            yield slip, told


def _first_shown(made: EssayView, slip: Slip, told: list[Mark]) -> list[Mark]:
    """The marks that are quoted, each word once: those with something to write instead before others."""
    text = text_of(made.doc)
    different = {text[mark.start : mark.end].lower(): mark for mark in reversed(told)}
    once = sorted(different.values(), key=lambda mark: mark.start) if slip.message == "misspelled" else told
    return sorted(once, key=lambda mark: not _is_shown(made, slip, mark))[:SHOWN]


def _is_beside(mark: Mark, taken: list[Mark]) -> bool:
    return any(mark.start - SIDE < other.end and other.start < mark.end + SIDE for other in taken)


def _is_sound(doc: Doc, slip: Slip, mark: Mark) -> bool:
    """Whether nothing near a mark says that it may be another thing.

    A fragment alone in its paragraph may be a heading; the quotation mark of a citation has a note of its own; what
    stands right behind "were" is no second verb ("there were no visits").
    """
    made = view(doc)
    first = _token_at(made, mark.start)
    if slip.message == "fragment":
        return not is_alone(made, sentence_at(made, first))
    if slip.message == "quotation_mark_alone":
        if DAMAGED in text_of(doc):
            return False  # what stands there may be the partner
        return mark.end not in {q.end for q in doc._.quotations if q.unopened and q.citation is not None}
    if slip.message == "noun_number":
        before = made.lower[max(0, first - 1) : first]  # "family and friends", "pre-cambrian time"
        return (
            made.lower[first] not in POINTING
            and made.lower[first + 1 : first + 2] != ["and"]
            and not any(len(word) == 1 and word not in {"a", "i"} for word in made.lower[max(0, first - 3) : first])
            and before not in (["and"], ["-"])
            and "-" not in "".join(made.lower[max(0, first - 2) : first])
        )
    if slip.message == "verb_form":
        return made.lower[first] not in ALSO_ADJECTIVES
    if slip.message == "pronoun_small":
        after = made.lower[first + 1 : first + 2]  # "i n", "Venus i the closest"
        return not any((len(word) == 1 and word.isalpha()) or word in {"the", "a"} for word in after)
    if slip.message == "beginning_small":
        after_marks = _RUN.search(text_of(doc), max(0, mark.start - 5), mark.start)
        return not after_marks and (mark.end - mark.start > 1 or made.text[first + 1 : first + 2] != ["."])
    if slip.message == "verb_disagrees":
        before = made.lower[max(sentence_at(made, first).start, first - 3) : first]
        return OPENERS.intersection(before) != set() or (COPULAS.isdisjoint(before) and "others" not in before)
    return True


def _is_shown(made: EssayView, slip: Slip, mark: Mark) -> bool:
    """Whether the suggestion is safe to show: of a word in many letters that is no plural and no two words in one."""
    if mark.confidence < slip.shown or not mark.suggestions:
        return False
    if slip.message != "misspelled" or " " in mark.suggestions[0]:
        return True
    word, right = text_of(made.doc)[mark.start : mark.end].lower(), mark.suggestions[0].lower()
    known = dictionary().words
    if word in MISSPELLINGS:
        return True
    candidates = dictionary().speller.candidates(word)[:2]
    if not candidates or any(rival.score > RIVAL for rival in candidates[1:]):
        return False
    if candidates[0].cost >= FAR and candidates[0].score < STRONG:
        return False
    joined = any(word[:cut] in known and word[cut:] in known for cut in range(3, len(word) - 2))
    return len(word) >= LETTERS and word[-1] == right[-1] and not word.endswith("ys") and not joined


def _example(made: EssayView, slip: Slip, mark: Mark) -> str:
    """The marked words with neighbours of their sentence, and what to write instead where that is safe."""
    text = text_of(made.doc)
    start, end = _widened(made, mark, slip.before, slip.after, past_marks=slip.message == "quotation_mark_alone")
    written = quoted(text, (start, end), keep_end=True)
    if not _is_shown(made, slip, mark):
        return written
    right = text[start : mark.start] + mark.suggestions[0] + text[mark.end : end]
    return f"{written} → {quoted(right, (0, len(right)), keep_end=True)}"


def _widened(made: EssayView, mark: Mark, before: int, after: int, past_marks: bool = False) -> Place:
    """The place of a mark with so many words before and after, as far as its sentence and, mostly, the next mark."""
    first = _token_at(made, mark.start)
    last = max(first, bisect_left(made.start, mark.end) - 1)
    sentence = sentence_at(made, first)
    while before and first > sentence.start and (made.is_word[first - 1] or past_marks):
        first -= 1
        before -= not _is_joined(made, first)
    while after and last + 1 < sentence.stop and (made.is_word[last + 1] or (past_marks and last + 2 < sentence.stop)):
        last += 1
        after -= not _is_joined(made, last + 1)
    start, end = place_of(made, range(first, last + 1))
    return min(start, mark.start), max(end, mark.end)


def _token_at(made: EssayView, offset: int) -> int:
    return max(0, bisect_left(made.start, offset + 1) - 1)


def _is_joined(made: EssayView, k: int) -> bool:
    """Whether no space stands before a token."""
    return 0 < k < len(made) and made.start[k - 1] + len(made.text[k - 1]) == made.start[k]
