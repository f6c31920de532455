"""Capital letters that are missing, and those that follow a comma.

Wrong: "It rained. the match", "then i went", "every monday", "For example, The bus". Right: "etc. on", "at 7 a.m. and",
"“Stop!” she cried", "iPhone", "french fries", "you may march", "the variable i". Measured (``docs/feedback.md``), marks
on an error, on learners' sentences and in a reviewed sample of essays: ``capital_sentence`` 43 of 43 and 15 of 16;
``capital_i`` 7 of 7 and 16 of 16; ``capital_name`` 2 of 2 and 16 of 16; ``needless_capital`` 3 of 3 and 16 of 16.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from scorer.corrections.dictionary import dictionary
from scorer.corrections.ground import own_words
from scorer.corrections.lexicons.capitals import (
    AFTER_COMMA,
    AGAIN,
    COMMON_BEFORE,
    GREETINGS,
    INTERJECTIONS,
    LETTER_AFTER,
    MESSAGES,
    MIXED,
    MONTH_BEFORE,
    MONTHS_TOO,
    NAMES,
    NO_END,
    SMALL_BEFORE_NAMES,
    SPELLED,
    VERBS_TOO,
)
from scorer.corrections.places import folded, quoted_words, said_once
from scorer.corrections.registry import Mark, check
from scorer.corrections.stream import Stream, stream
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, shared, view

CONFIDENCE = {
    "sentence": 0.95,
    "i": 0.98,
    "name": 0.95,
    "spelled": 0.9,
    "elsewhere": 0.9,
    "small": 0.93,
    "spliced": 0.9,
}
EACH = 5
"""Sentences without their capital that are marked one by one; more are said once."""
OPENING = 5
"""Words and marks at the beginning of a sentence among which the comma that sets off an opening stands."""
USES = 2
"""Uses of a name with a capital from which the small one is a slip."""
_OPENING = frozenset("\"“‘'(")


@shared
def due(made: EssayView) -> list[int]:
    """First words of sentences: after a final mark and a space, or at the head of the text or of a paragraph.

    The head of a paragraph counts where the one before ended in a mark, so that broken lines and lists are left out.
    """
    found = []
    text = text_of(made.doc)
    for k, word in enumerate(made.is_word):
        before = k - 1
        if not word or (before >= 0 and made.is_word[before] and made.paragraph[before] == made.paragraph[k]):
            continue
        while before >= 0 and made.text[before] in _OPENING and made.paragraph[before] == made.paragraph[k]:
            before -= 1
        if before < 0:
            found.append(k)
        elif made.paragraph[before] != made.paragraph[k]:
            if made.text[before][-1] in '.!?:”"':
                found.append(k)
        elif made.text[before] in {".", "!", "?"} and _ends_sentence(made, before, k, text):
            found.append(k)
    return found


def _ends_sentence(made: EssayView, mark: int, k: int, text: str) -> bool:
    """Whether the mark is no part of an ellipsis or abbreviation, and a space follows it."""
    if not text[made.start[mark] + 1 : made.start[mark] + 2].isspace():
        return False
    previous = made.lower[mark - 1] if mark else ""
    if made.text[mark] == ".":
        return previous not in {".", "..", "...", "…"} and previous not in NO_END and not _is_initial(made, mark - 1)
    return previous not in INTERJECTIONS and previous not in NO_END and mark + 1 == k


def _is_initial(made: EssayView, k: int) -> bool:
    return k >= 0 and len(made.text[k]) == 1 and made.is_word[k] and made.lower[k] != "i"


@check("capital_sentence")
def small_beginnings(doc: Doc) -> Iterator[Mark]:
    """Sentences that begin with a small letter."""
    made, quoted = view(doc), quoted_words(doc)
    text = text_of(doc)
    found = []
    for k in due(doc):
        word = made.text[k]
        if not word[0].islower() or quoted[k] or not word.islower() or word in MIXED or word in NO_END:
            continue
        end = made.start[k] + len(word)
        if k + 1 < len(made) and text[end : end + 1] in {".", "/", "@", "_", "(", ")", "="}:
            continue
        if word in SMALL_BEFORE_NAMES and k + 1 < len(made) and made.text[k + 1][0].isupper():
            continue
        if word == "i" or word[0].upper() == word[0]:
            continue  # a slip of its own; a letter without a capital
        found.append(_mark(doc, k, "sentence", word[0].upper() + word[1:]))
    yield from folded(found, AGAIN["sentence"], EACH)


@check("capital_i")
def small_pronouns(doc: Doc) -> Iterator[Mark]:
    """The pronoun "I" as a small letter, said once."""
    made, row, text = view(doc), stream(doc), text_of(doc)
    found = []
    for word in ("i", "i'm", "i've", "i'll", "i'd"):
        for n in row.where.get(word, ()):
            if row.own[n] and text[row.start[n]] == "i" and (word != "i" or _is_pronoun(made, row, n)):
                stop = min(n + 1, len(row.word) - 1)
                phrase = " ".join(text[row.start[n] : row.end[stop]].split())
                message = MESSAGES["i"].format(phrase="I" + phrase[1:])
                right = "I" + text[row.start[n] + 1 : row.end[n]]
                found.append(Mark(row.start[n], row.end[n], message, (right,), CONFIDENCE["i"]))
    yield from said_once(sorted(found, key=lambda mark: mark.start), AGAIN["i"])


def _is_pronoun(made: EssayView, row: Stream, n: int) -> bool:
    """Whether "i" is no numeral, letter or variable: a word stands next to it on the right, or it ends the sentence."""
    if n + 1 < len(row.word) and row.word[n + 1][0] in ")].=/+*-<>_'’:0123456789":
        return False
    if n and (row.word[n - 1] in LETTER_AFTER or row.end[n - 1] == row.start[n]):
        return row.word[n - 1] in {",", ".", "!", "?", ";", '"'}
    return made.tag[row.at[n]] == "PRP" or (
        n + 1 < len(row.word) and row.tag[n + 1] in {"VBP", "MD", "VBD", "RB", "VB"}
    )


@check("capital_name")
def small_names(doc: Doc) -> Iterator[Mark]:
    """Days, months, languages, nations, and names that the essay writes with a capital elsewhere; each once."""
    row, text = stream(doc), text_of(doc)
    found: dict[str, list[tuple[int, str, str]]] = {}
    elsewhere = _names_of(doc)
    for word, places in row.where.items():
        if word in NAMES:
            kind = "name"
        elif word in SPELLED:
            kind = "spelled"
        elif word in MONTHS_TOO:
            kind = "month"
        elif word in elsewhere:
            kind = "elsewhere"
        else:
            continue
        for n in places:
            if row.own[n] and text[row.start[n] : row.end[n]].islower() and _is_name(row, n, kind, text):
                right = SPELLED.get(word, word[0].upper() + text[row.start[n] + 1 : row.end[n]])
                found.setdefault(word, []).append((n, "name" if kind == "month" else kind, right))
    for uses in found.values():
        marks = [_place_mark(row, text, n, kind, right) for n, kind, right in uses]
        yield from said_once(marks, AGAIN["name"])


def _is_name(row: Stream, n: int, kind: str, text: str) -> bool:
    word = row.word[n]
    before = row.word[n - 1] if n else ""
    after = row.word[n + 1] if n + 1 < len(row.word) else ""
    if after in COMMON_BEFORE.get(word, ()) or "-" in (before, after) or "_" in (before, after):
        return False
    glued = text[row.start[n] - 1 : row.start[n]] in {"#", "@", "/", "."} or text[row.end[n] : row.end[n] + 1] in {
        "/",
        "@",
        "_",
    }
    if glued:
        return False
    if kind == "month":
        number = after[:1].isdigit()
        return number and (before in MONTH_BEFORE or before in {"on", "from", "to", "until"} or len(after) == 4)
    return word not in VERBS_TOO or row.tag[n] in {"NN", "NNP", "NNPS", "NNS"}


@shared
def _names_of(made: EssayView) -> frozenset[str]:
    """Names that no word is, which stand inside sentences with a capital again and again."""
    counts: Counter[str] = Counter()
    own = own_words(made.doc)
    for k in [k for k, text in enumerate(made.text) if k and len(text) > 2 and text.istitle()]:
        inside = made.sentence[k - 1] == made.sentence[k] and made.is_word[k - 1] and made.text[k - 1].islower()
        if inside and own[k] and made.text[k][1:].islower():
            counts[made.lower[k]] += 1
    often = [word for word, count in counts.items() if count >= USES]
    if not often:
        return frozenset()
    known = dictionary()
    return frozenset(word for word in often if word in known.names and not known.has(word))


@check("needless_capital")
def capitals_after_commas(doc: Doc) -> Iterator[Mark]:
    """A capital after a comma on a word that no name is made of: "For example, When I was ..."."""
    row, text = stream(doc), text_of(doc)
    found = []
    for n in [comma + 1 for comma in row.where.get(",", ())]:
        if not 2 <= n < len(row.word) - 1 or row.word[n] not in AFTER_COMMA or not row.own[n]:
            continue
        before, written, after = (text[row.start[m] : row.end[m]] for m in (n - 2, n, n + 1))
        small = before[0].isalpha() and before[1:].islower() and after.isalpha() and after.islower()
        if small and written[0].isupper() and (written[1:].islower() or written == "A") and not _greets(row, n):
            kind = "small" if any(row.opens[max(0, n - OPENING) : n]) else "spliced"
            mark = _place_mark(row, text, n, kind, written.lower())
            found.append(mark if kind == "small" else replace(mark, suggestions=()))
    yield from folded(found, AGAIN["small"], 1)


def _greets(row: Stream, n: int) -> bool:
    """Whether the comma ends a greeting or another line of a letter, or the sentence begins behind it."""
    return row.opens[n] or any(row.word[m] in GREETINGS for m in range(max(0, n - 6), n))


def _place_mark(row: Stream, text: str, n: int, kind: str, right: str) -> Mark:
    word = text[row.start[n] : row.end[n]]
    message = MESSAGES[kind].format(word=word, right=right)
    return Mark(row.start[n], row.end[n], message, (right,), CONFIDENCE[kind])


def _mark(doc: Doc, k: int, kind: str, right: str) -> Mark:
    """A mark on the whole word that begins at a position of the view."""
    made = view(doc)
    start = made.start[k]
    word = made.text[k]
    message = MESSAGES[kind].format(word=word, right=right)
    return Mark(start, start + len(word), message, (right,), CONFIDENCE[kind])
