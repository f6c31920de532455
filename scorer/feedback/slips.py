"""Notes on slips: the corrections of one kind together, said once with the first examples and the count.

What is marked, and how sure that is, is the business of ``scorer.corrections``; nothing else is called a slip here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from scorer.corrections import Mark, marks
from scorer.corrections.dictionary import dictionary
from scorer.corrections.lexicons.apostrophes import SHORT
from scorer.corrections.lexicons.spelling import MISSPELLINGS
from scorer.corrections.places import token_at
from scorer.features.clauses import FINITE_TAGS
from scorer.feedback.excerpts import (
    MARKED,
    SHOWN,
    at_least,
    in_all,
    is_alone,
    listed,
    place_of,
    quoted,
    sentence_at,
    text_of,
    times,
    words_in,
)
from scorer.feedback.genre import is_narrative
from scorer.feedback.notes import Note, Place, finder
from scorer.feedback.slip_kinds import GRAMMAR, KINDS, Slip
from scorer.pipeline.view import EssayView, shared, view

SIDE = 25
"""Characters between two marks of grammar within which both may show the same slip."""
_RUN = re.compile(r"[.!?]{2,}[\"”'’]?\s*$")
SPACED = re.compile(r"\w[ \t]+[.,;:!?]")
"""A space before a mark."""
DAMAGED = "\ufffd"
"""What stands for a character that was lost on the way."""
ALSO_ADJECTIVES = frozenset({"mean", "open", "clean", "dry", "free", "slow", "complete", "welcome", "own", "perfect"})
"""Verbs that may stand after a "be" as adjectives."""
VOWELS = frozenset("aeiouy")
SLANG = frozenset({"gonna", "wanna", "gotta", "kinda", "sorta", "lemme", "gimme", "dunno"})
"""Words of talk: they are spelled as they are said."""
LEAST = 3
"""Words of a last sentence that wants its mark."""
THINKING = frozenset({"know", "think", "say", "feel", "believe", "hope", "knew", "thought", "said", "felt"})
SELF = ("esteem", "confidence", "discipline", "respect", "image", "worth", "control", "conscious")
"""Words behind "self" that belong to it."""
KNOWN_LETTERS, LEAST_LETTERS = 5, 7
"""Letters of a word that is often misspelled so, and of any other, from which the word that was meant is hardly
another one: "tha", "thatn"."""
TWO_WAYS = frozenset({"everday", "theirselves"})
"""Misspellings of more than one word: "every day", "itself"."""
COMMON = 5.0
"""Zipf frequency of a word that nobody says twice for effect."""
LEANING = frozenset({"which", "who", "whose", "such", "l", "because", "and", "or"})
"""First words of what belongs to the sentence before, and a letter that stands for "I"."""
THIRD = frozenset({"this", "it", "he", "she", "there"})
HAVING = frozenset({"has", "have", "had", "'ve"})
ARTICLES = frozenset({"a", "an", "the"})
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
        different = len({text_of(doc)[mark.start : mark.end].lower() for mark in told})
        fields = {
            "examples": listed(_example(made, slip, mark) for mark in shown),
            "in_all": in_all(different if slip.message == "misspelled" else count, shown=len(shown)),
            "times": _counted(made, slip, count),
        }
        if slip.message == "verb_disagrees":  # either of the two words may be the wrong one
            told = [replace(mark, start=_widened(made, mark, slip.before, 0)[0]) for mark in told]
            shown = told[:SHOWN]
        places = [*shown, *(mark for mark in told if mark not in shown)][:MARKED]
        yield Note(slip.message, tuple((mark.start, mark.end) for mark in places), fields)


def _counted(made: EssayView, slip: Slip, count: int) -> str:
    """How often: the number of spaces, where no text was taken for a prompt and nothing else looks like one too many;
    else only so much as is sure."""
    exact = slip.message == "space_before_mark" and not made.doc._.given_prompt
    return times(count) if exact and len(SPACED.findall(text_of(made.doc))) <= count else at_least(count)


@shared
def slipped_at(made: EssayView) -> set[int]:
    """Positions of the words that a correction on words, marks or grammar touches."""
    return {
        k
        for slip in KINDS
        for code in slip.codes
        for mark in marks(made.doc).get(code, ())
        for k in range(token_at(made, mark.start), bisect_left(made.start, mark.end))
    }


def _told(doc: Doc) -> Iterator[tuple[Slip, list[Mark]]]:
    """The kinds that were marked, with the marks that are sure enough, in text order."""
    found = marks(doc)
    taken: list[Mark] = list(found.get("spelling", ()))
    for slip in KINDS:
        told = sorted((mark for code in slip.codes for mark in found.get(code, ())), key=lambda mark: mark.start)
        told = [mark for mark in told if mark.confidence >= slip.told and _is_sound(doc, slip, mark)]
        told = [mark for mark in told if mark.suggestions[:1] != (text_of(doc)[mark.start : mark.end],)]
        if slip.message == "apostrophe_missing":
            told = [mark for mark in told if not _is_respelled(doc, mark)]
        if slip.message == "misspelled":
            told += [mark for mark in found.get("missing_apostrophe", ()) if _is_respelled(doc, mark)]
            told = sorted((mark for mark in told if _is_wrong_word(doc, mark)), key=lambda mark: mark.start)
        if slip.codes[0] in GRAMMAR:
            told = [mark for mark in told if not _is_beside(mark, taken)]
            taken.extend(told)
        if told:
            yield slip, told


def _is_respelled(doc: Doc, mark: Mark) -> bool:
    """Whether a short form has its apostrophe, and wants other letters: "did't"."""
    word = text_of(doc)[mark.start : mark.end].lower().replace("’", "'")
    return "'" in word and word.replace("'", "") != mark.suggestions[0].lower().replace("'", "")


def _is_wrong_word(doc: Doc, mark: Mark) -> bool:
    """Whether a word is surely misspelled: no slang, no piece or plural of another word, and like a known one."""
    text, known = text_of(doc), dictionary().words
    word = text[mark.start : mark.end].lower()
    if word in SLANG or not text[mark.start + 1 : mark.end].islower():
        return False  # "ooVoo"
    if "-" in (text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]):
        return False
    plural = {word.removesuffix("s"), word.removesuffix("ies") + "y"} - {word, word + "y"}
    if not known.isdisjoint(plural) or VOWELS.isdisjoint(word):
        return False  # "headies", "cmts"
    if word.endswith(" self") and text[mark.end :].lstrip().lower().startswith(SELF):
        return False  # "her self esteem"
    if "'" in word.replace("’", "'")[:-2].removesuffix("n"):
        return False  # "d'or"
    if word == "an other" and text[: mark.start].rstrip().lower().endswith("each"):
        return False
    return bool(mark.suggestions)  # else it may be new, or a name


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
    first = token_at(made, mark.start)
    if slip.message == "fragment":
        sentence = sentence_at(made, first)  # "If we walk its better" is whole but for its apostrophe
        return not is_alone(made, sentence) and "its" not in made.lower[sentence.start : sentence.stop]
    if slip.message == "word_doubled":
        return made.lower[first] in STOP_WORDS and made.zipf[first] >= COMMON  # "splash splash", "a win win"
    if slip.message == "comma_splice":
        if any("@" in made.text[k] for k in sentence_at(made, first)):
            return False  # what stood there may have joined them
        rest = range(first + 2, sentence_at(made, first).stop)
        return not any(made.text[k - 1] == "," and made.lower[k] in {"and", "or"} for k in rest)  # a list
    if slip.message == "capital_stray":
        return made.text[max(0, first - 1)] != ","  # mostly the comma is wrong, and a sentence begins here
    if slip.message == "apostrophe_missing":
        words = " ".join(made.lower[first : first + 3])
        many = mark.suggestions[0].lower() == "doesn't" and made.tag[max(0, first - 1)] in {"NNS", "NNPS"}
        return not (many or words.startswith(("your'e", "your 'e", "im my", "i m my", "wont to", "wo nt to")))
    if slip.message == "preposition":
        return made.lower[max(0, first - 1) : first] not in (["affect"], ["affects"])
    if slip.message == "article":
        if "NNS" in made.tag[first + 1 : first + 3]:
            return False  # "a educational schools"
        mended = made.lower[first + 1 : first + 2]  # "a illeagle"; "athletic an fun" wants "and"
        return made.pos[max(0, first - 1)] != "ADJ" and dictionary().words.issuperset(mended)
    if slip.message == "comma_missing":
        return made.lower[first] not in THINKING  # "if you know you can"
    if slip.message == "final_mark_missing":
        return words_in(made, sentence_at(made, first)) >= LEAST  # "Time" says that there was no more of it
    if slip.message == "quotation_mark_alone":
        if DAMAGED in text_of(doc):
            return False  # what stands there may be the partner
        return mark.end not in {q.end for q in doc._.quotations if q.unopened and q.citation is not None}
    if slip.message == "noun_number":
        before = made.lower[max(0, first - 1) : first]  # "family and friends", "pre-cambrian time"
        return (
            made.lower[first] not in POINTING
            and made.lower[first] not in {"time", "sea", "seas"}
            and made.lower[max(0, first - 2) : first] not in (["or", "other"], ["and", "other"])
            and made.text[first + 1 : first + 2] not in ([","], ["/"])
            and made.lower[first + 1 : first + 2] != ["and"]
            and len("".join(made.text[first + 1 : first + 2])) != 1  # "both person A & B"
            and not any(len(word) == 1 and word not in {"a", "i"} for word in made.lower[max(0, first - 3) : first])
            and before not in (["and"], ["-"], ["lot"], ["or"])
            and "or" not in made.lower[max(0, first - 3) : first]
            and "-" not in "".join(made.lower[max(0, first - 2) : first])
        )
    if slip.message == "verb_form":
        if made.lower[max(0, first - 2) : first][:1] == ["'d"] or made.lower[first - 1 : first] == ["'d"]:
            return False  # "I'd just said"
        if made.lower[first].endswith("ing") and HAVING.intersection(made.lower[max(0, first - 1) : first]):
            return False  # "he has loving parents"
        return made.lower[first] not in ALSO_ADJECTIVES | {"seen", "say", "knew", "go"}
    if slip.message == "article_missing":
        near = made.lower[max(0, first - 3) : first] + made.lower[first + 1 : first + 3]
        if made.text[first + 1 : first + 2] == [","]:
            return False  # "Second reason, some of them"
        return ARTICLES.isdisjoint(near) and "as" not in made.lower[max(0, first - 2) : first + 1]
    if slip.message == "pronoun_small":
        after = made.lower[first + 1 : first + 2]  # "i n", "Venus i the closest"
        before = made.lower[max(0, first - 1) : first]  # "this i just the beginning"
        off = before and before[0] in THIRD and after and after[0] in {"just", "not", "the", "a", "an", "so", "very"}
        return not (off or any((len(word) == 1 and word.isalpha()) or word in {"the", "a"} for word in after))
    if slip.message == "beginning_small":
        after_marks = _RUN.search(text_of(doc), max(0, mark.start - 5), mark.start)
        abbreviated = made.text[first + 1 : first + 2] == ["."] and mark.end - mark.start == 1
        asked = made.text[max(0, first - 1)] == "?"  # "Why not walk? you ask"
        unsure = after_marks or abbreviated or asked or made.lower[first] in LEANING
        number = made.sentence[first]
        return not unsure and all(_is_full(made, s) for s in made.sentences[max(0, number - 1) : number + 1])
    if slip.message == "verb_disagrees":
        if is_narrative(doc) or text_of(doc)[mark.end : mark.end + 1] in {"'", "’"}:
            return False  # another tense, or "help's"
        before = made.lower[max(sentence_at(made, first).start, first - 3) : first]
        return OPENERS.intersection(before) != set() or (COPULAS.isdisjoint(before) and "others" not in before)
    return True


def _is_full(made: EssayView, sentence: range) -> bool:
    """Whether a subject and a finite verb make a sentence of its own, so that it is sure where it begins."""
    root = next((k for k in sentence if made.dep[k] == "ROOT"), None)
    if root is None:
        return False
    near = (root, *made.children[root])
    return any(made.tag[k] in FINITE_TAGS for k in near) and any(made.dep[k].startswith("nsubj") for k in near)


def _is_shown(made: EssayView, slip: Slip, mark: Mark) -> bool:
    """Whether the suggestion is safe to show: of a misspelled word, where it is often misspelled so, or where the essay
    has the right word elsewhere."""
    if mark.confidence < slip.shown or not mark.suggestions:
        return False
    if slip.message != "misspelled" or " " in mark.suggestions[0]:
        return True
    word, right = text_of(made.doc)[mark.start : mark.end].lower(), mark.suggestions[0].lower()
    if right == "their" and COPULAS.intersection(made.lower[token_at(made, mark.end - 1) :][1:2]):
        return False  # "thier are reasons"
    if "'" in word and word not in SHORT:
        return False  # "humanitie's"
    if right.startswith(word) or (right.endswith("ed") and word.endswith("d")):
        return False  # "scientis" may be one or many; "would happend"
    if word in MISSPELLINGS or word in SHORT:
        return len(word) >= KNOWN_LETTERS and word not in TWO_WAYS
    return len(word) >= LEAST_LETTERS and right in made.lower


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
    first = token_at(made, mark.start)
    last = max(first, bisect_left(made.start, mark.end) - 1)
    sentence = sentence_at(made, first)
    while before and first > sentence.start and (made.is_word[first - 1] or past_marks):
        first -= 1
        before -= not _is_joined(made, first)
    while last + 1 < sentence.stop and made.lower[last + 1] in {"n't", "n’t"}:
        last += 1
    while after and last + 1 < sentence.stop and (made.is_word[last + 1] or (past_marks and last + 2 < sentence.stop)):
        last += 1
        after -= not _is_joined(made, last + 1)
    start, end = place_of(made, range(first, last + 1))
    return min(start, mark.start), max(end, mark.end)


def _is_joined(made: EssayView, k: int) -> bool:
    """Whether no space stands before a token."""
    return 0 < k < len(made) and made.start[k - 1] + len(made.text[k - 1]) == made.start[k]
