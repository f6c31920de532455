"""Number of nouns: "many student", "one of the reason", "a books", "informations", "this things".

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``noun_number`` 18 of 22 and 15 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.countability import countable
from scorer.corrections.forms import plural, singular
from scorer.corrections.lexicons.forms import UNCHANGED_PLURALS, UNCOUNTABLE
from scorer.corrections.lexicons.grammar import (
    AMOUNTS,
    MESSAGES,
    ONE_OF,
    PLURAL_DETERMINERS,
    POSSESSIVES,
    PRO_NOUNS,
    SINGULAR_DETERMINERS,
    UNDETERMINED,
)
from scorer.corrections.proposals import Proposal, accepted, proposes
from scorer.corrections.registry import Mark, check
from scorer.corrections.statistics import Change, statistics
from scorer.pipeline.view import EssayView

_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "NN", "CD", "VBN", "VBG"})
COUNTED = 0.0
"""Countability (``countable``) from which a noun without a determiner may want a plural."""
_NUMBER_WORDS = PLURAL_DETERMINERS | SINGULAR_DETERMINERS


@check("noun_number")
def noun_numbers(doc: Doc) -> Iterator[Mark]:
    """Singular nouns that must be plural, the other way round, and pointing words of the other number."""
    return accepted(doc, "noun_plural", "noun_singular", "noun_ruled", "pointing", "uncountable")


@proposes
def propose(made: EssayView) -> Iterator[Proposal]:
    """The other number of common nouns, by what stands in front of them."""
    for k, tag in enumerate(made.tag):
        word = made.lower[k]
        if tag not in {"NN", "NNS"} or len(word) < 3 or not word.isalpha() or not made.text[k][1:].islower():
            continue
        if word not in UNCHANGED_PLURALS and word not in PRO_NOUNS and made.dep[k] != "compound":
            yield from _plural_of(made, k) if tag == "NN" else _singular_of(made, k)


def _plural_of(made: EssayView, k: int) -> Iterator[Proposal]:
    word, kind = made.lower[k], _before_singular(made, k)
    if kind == "bare" and countable(word) < COUNTED:
        return
    if kind and word not in UNCOUNTABLE and not word.endswith("s") and statistics().words.knows(word):
        hint = countable(word) if kind == "bare" else 0.0
        group = "noun_ruled" if kind in {"after_many", "one_of"} else "noun_plural"
        yield from _proposal(made, k, f"{group}:{kind}", plural(word), "NNS", "noun_plural", hint)


def _singular_of(made: EssayView, k: int) -> Iterator[Proposal]:
    other = singular(made.lower[k])
    if other in UNCOUNTABLE:
        yield from _proposal(made, k, "uncountable:uncountable", other, "NN", "noun_uncountable", 0.0)
        return
    opening = _opening(made, k)
    between = made.lower[opening + 1 : k] if opening is not None else []
    if opening is not None and made.lower[opening] in SINGULAR_DETERMINERS and AMOUNTS.isdisjoint(between):
        kind = "after_a" if opening == k - 1 else "after_a_adjective"
        yield from _proposal(made, k, f"noun_singular:{kind}", other, "NN", "noun_singular", 0.0)


def _proposal(
    made: EssayView, k: int, kind: str, other: str, tag: str, message: str, hint: float
) -> Iterator[Proposal]:
    if other == made.lower[k] or not statistics().words.knows(other):
        return
    shown = other.capitalize() if made.text[k][0].isupper() else other
    text = MESSAGES[message].format(old=made.text[k], new=shown)
    yield Proposal(kind, Change(k, k + 1, (other,), (tag,)), k, k, shown, text, hint)


def _opening(made: EssayView, noun: int) -> int | None:
    """Position of what stands before the noun and its adjectives, None at the head of the sentence."""
    k = noun - 1
    first = made.sentences[made.sentence[noun]].start
    while k >= first and made.tag[k] in _BEFORE_NOUN and made.lower[k] not in _NUMBER_WORDS:
        k -= 1
    return k if k >= first else None


def _before_singular(made: EssayView, noun: int) -> str:
    """What speaks for a plural; nothing where a determiner leaves the number open."""
    k = _opening(made, noun)
    if k is None:
        return "bare"
    word = made.lower[k]
    if word in PLURAL_DETERMINERS:
        return "after_many" if k == noun - 1 else "after_many_adjective"
    if tuple(made.lower[max(0, k - 2) : k + 1]) in ONE_OF:
        return "one_of"
    if made.tag[noun - 1] in {"CD", "HYPH"} or made.lower[noun - 1] in {"school", "everyday", "numbered"}:
        return ""  # "lines 1 through 4 state", "an after school activity"
    return (
        ""
        if word in UNDETERMINED or word in SINGULAR_DETERMINERS or word in POSSESSIVES or word in {"the", "no"}
        else "bare"
    )
