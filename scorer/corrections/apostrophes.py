"""Apostrophes that are missing, misplaced, or not needed.

Wrong: "dont", "did'nt", "todays world", "my friends house", "many student's are". Right: "as was his wont", "she lets
me", "my friends love soccer", "many children's books"; "flower thats smell" wants "that", "theyre child" "their".
Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``missing_apostrophe`` 3 of 3 and 16 of 16; ``needless_apostrophe`` none and 16 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.forms import plural
from scorer.corrections.lexicons.apostrophes import (
    AGAIN,
    LOST,
    MESSAGES,
    NEVER_BEFORE,
    NEVER_PLURAL,
    NEVER_SHORT,
    PLURAL_AFTER,
    PLURAL_BEFORE,
    POSSESSIVE,
    SHORT,
    SPLIT_SHORT,
    SUBJECTS,
)
from scorer.corrections.places import said_once
from scorer.corrections.registry import Mark, check
from scorer.corrections.stream import Matcher, Stream, cased, stream
from scorer.pipeline.annotations import text_of

CONFIDENCE = 0.97
_PATTERNS = Matcher(SPLIT_SHORT + POSSESSIVE)
_OWNERS = frozenset(POSSESSIVE)
_OWN_FORMS = frozenset({"yours", "ours", "hers", "theirs"})
_INDEFINITE = ("one's", "body's", "day's", "row's", "children's")


@check("missing_apostrophe")
def missing_apostrophes(doc: Doc) -> Iterator[Mark]:
    """Short forms and possessives without apostrophe or with one that is misplaced; each word once."""
    row, text = stream(doc), text_of(doc)
    found: dict[str, list[Mark]] = {}
    for word in SHORT.keys() & row.where.keys():
        right = SHORT[word]
        for n in row.where[word]:
            if row.own[n] and _is_short(row, n, text):
                found.setdefault(word, []).append(_mark(text, row, n, n, right, _kind(word, right)))
    for pattern, first, last in _PATTERNS.find(row):
        kind = "owner" if pattern in _OWNERS else "short"
        word = " ".join(pattern.written)
        found.setdefault(word, []).append(_mark(text, row, first, last, pattern.meant, kind))
    for marks in found.values():
        yield from said_once(marks, AGAIN)


@check("needless_apostrophe")
def needless_apostrophes(doc: Doc) -> Iterator[Mark]:
    """Plurals with the apostrophe of a possessive: "many student's are late"."""
    row, text = stream(doc), text_of(doc)
    owners = [word for word in row.where if word.endswith("'s") and word not in NEVER_PLURAL]
    for n in sorted(n for word in owners for n in row.where[word]):
        if 1 <= n < len(row.word) - 1 and row.own[n] and _is_plural(row, n):
            yield _mark(text, row, n, n, _plural(row.word[n]), "plural")


def _plural(word: str) -> str:
    """ "Student's" and "country's" as plurals."""
    return plural(word.removesuffix("'s"))


def _is_plural(row: Stream, n: int) -> bool:
    around = not (row.opens[n] or row.opens[n + 1]) or row.word[n + 1] in {".", ","}
    return (
        around and row.word[n - 1] in PLURAL_BEFORE and row.word[n + 1] in PLURAL_AFTER and row.tag[n] in {"NN", "NNS"}
    )


def _is_short(row: Stream, n: int, text: str) -> bool:
    word, written = row.word[n], text[row.start[n] : row.end[n]]
    if written.isupper() and word in {"im", "ive", "cant", "hes"}:
        return False
    if word == "cant" and not (_begins_verb(row, n + 1) or (n and row.word[n - 1] in SUBJECTS)):
        return False
    if SHORT[word].endswith(_INDEFINITE) and not _owns(row, n):
        return False
    if text[row.end[n] : row.end[n] + 1] == LOST or row.tag[n + 1 : n + 2] in NEVER_BEFORE.get(word, ()):
        return False
    return not (n and row.word[n - 1] in NEVER_SHORT.get(word, ()))


def _begins_verb(row: Stream, n: int) -> bool:
    """Whether a verb stands at ``n``, or an adverb or a subject before one ("cant even", "why cant we")."""
    return n < len(row.word) and (row.tag[n] in {"VB", "VBP", "VBN", "VBG", "RB"} or row.word[n] in SUBJECTS)


def _owns(row: Stream, n: int) -> bool:
    """Whether a noun follows, with an adjective before it at most: "someones new car", not "someones so happy"."""
    tags = [row.tag[k] for k in range(n + 1, min(n + 3, len(row.word)))]
    return bool(tags) and (tags[0][:2] == "NN" or (tags[0] == "JJ" and tags[-1][:2] == "NN"))


def _kind(word: str, right: str) -> str:
    if right in _OWN_FORMS:
        return "never"
    if "'" in word:
        return "placed" if word.replace("'", "") == right.replace("'", "").lower() else "spelled"
    return "owner" if right.endswith(_INDEFINITE) else "short"


def _mark(text: str, row: Stream, first: int, last: int, right: str, kind: str) -> Mark:
    start, end = row.start[first], row.end[last]
    written = " ".join(text[start:end].split())
    right = cased(written, right)
    return Mark(start, end, MESSAGES[kind].format(word=written, right=right), (right,), CONFIDENCE)
