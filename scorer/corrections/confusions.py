"""Words that exist but are not the ones meant.

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``confused_word`` 2 of 3 and 15 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.finite import finite_words
from scorer.corrections.lexicons.confusions import BESIDE, SETS
from scorer.corrections.lexicons.forms import UNCHANGED_PLURALS
from scorer.corrections.lexicons.grammar import EITHER_NUMBER, MESSAGES, POINTING
from scorer.corrections.proposals import Proposal, accepted, proposes
from scorer.corrections.registry import Mark, check
from scorer.corrections.statistics import Change
from scorer.pipeline.view import EssayView


@check("confused_word")
def confused_words(doc: Doc) -> Iterator[Mark]:
    """Words taken for one another, and rare words one slip away from a common one."""
    return accepted(doc, "confused")


@proposes
def propose(made: EssayView) -> Iterator[Proposal]:
    """The other words of the sets; adjectives as adverbs."""
    for k in [k for k, word in enumerate(made.lower) if word in SETS or word in POINTING]:
        word = made.lower[k]
        if word in POINTING and k + 1 < len(made) and made.tag[k] == "DT":
            yield from _pointing(made, k)
        if not made.text[k].islower():
            continue
        for other, tag in SETS.get(word, ()):
            if (word, other) in BESIDE and not _fits(made, k, *BESIDE[word, other]):
                continue
            message = MESSAGES["confused"].format(old=made.text[k], new=other)
            yield Proposal(f"confused:{_kind(word, other)}", Change(k, k + 1, (other,), (tag,)), k, k, other, message)


def _fits(made: EssayView, k: int, before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether the tags beside ``k`` are among those given; none given, any will do."""
    if before and (k == 0 or made.tag[k - 1] not in before):
        return False
    return not after or (k + 1 < len(made) and made.tag[k + 1] in after)


def _kind(word: str, other: str) -> str:
    if word + "ly" == other or word[:-1] + "ily" == other:
        return "adverb"
    return "adjective" if other + "ly" == word or other[:-1] + "ily" == word else "word"


def _pointing(made: EssayView, k: int) -> Iterator[Proposal]:
    """ "This things": the other number of a pointing word whose noun stands right behind it or its adjectives."""
    noun = k + 1
    while noun + 1 < len(made) and made.tag[noun] in {"JJ", "CD"}:
        noun += 1
    goes_on = noun + 1 < len(made) and made.tag[noun + 1] in {"NN", "NNS", "NNP", "HYPH", "POS"}
    if made.tag[noun] not in {"NN", "NNS"} or goes_on or made.sentence[noun] != made.sentence[k]:
        return
    if made.head[k] != noun or made.lower[noun] in finite_words():
        return  # "those present", "these work well"
    word, other = made.lower[k], POINTING[made.lower[k]]
    plural_word, plural_noun = word in {"these", "those"}, made.tag[noun] == "NNS" or made.lower[noun] == "people"
    if plural_word != plural_noun and made.lower[noun] not in UNCHANGED_PLURALS | EITHER_NUMBER:
        other = other.capitalize() if made.text[k][0].isupper() else other
        message = MESSAGES["pointing"].format(old=made.text[k], new=other, noun=made.text[noun])
        yield Proposal("pointing:pointing", Change(k, k + 1, (other.lower(),), ("DT",)), k, k, other, message, 1.0)
