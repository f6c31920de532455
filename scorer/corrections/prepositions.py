"""Prepositions that do not go with their verb or adjective, "to" after modals, and "to" that is missing.

Prepositions follow a list: on clean prose the statistics alone would change far too many.

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``preposition`` 4 of 4 and 16 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.ground import own_words, place
from scorer.corrections.lexicons.grammar import ASK_FOR_TO, MESSAGES
from scorer.corrections.lexicons.prepositions import AFTER_ADJECTIVES, AFTER_VERBS, PHRASES
from scorer.corrections.proposals import Proposal, accepted, proposes
from scorer.corrections.registry import Mark, check
from scorer.corrections.statistics import Change
from scorer.pipeline.view import EssayView, view

SURE = 0.85
OBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "JJ", "NNP", "CD", "WP", "VBG", "EX"})
"""What a preposition stands in front of; elsewhere it may be part of the verb or belong to what follows."""
_WHATEVER = frozenset({"all", "everything", "anything", "whatever", "what", "best", "much", "as", "more", "how"})
_FIRST_WORDS = frozenset(words[0] for words in PHRASES)
_WORDS = frozenset(word for pair in (*AFTER_VERBS, *AFTER_ADJECTIVES) for word in pair[1:])


@check("preposition")
def prepositions(doc: Doc) -> Iterator[Mark]:
    """Prepositions to exchange or to leave out, and "to" before a verb."""
    made, own = view(doc), own_words(doc)
    for k, word in enumerate(made.lower):
        if own[k] and (word in _WORDS or word in _FIRST_WORDS):
            right = _after_word(made, k) if word in _WORDS else None
            right = _in_phrase(made, k) if right is None and word in _FIRST_WORDS else right
            if right is not None:
                yield _mark(made, k, right)
    yield from accepted(doc, "to_missing", "to_extra")


def _after_word(made: EssayView, k: int) -> str | None:
    """What should stand for the preposition at ``k``, by the word before it; nothing is an empty text."""
    if k == 0 or made.sentence[k - 1] != made.sentence[k] or k + 1 >= len(made):
        return None
    before = k - 1
    if made.tag[k + 1] not in OBJECT_TAGS:
        return None
    if (
        made.tag[before][:2] == "VB"
        and (found := AFTER_VERBS.get((made.lemma[before].lower(), made.lower[k]))) is not None
    ):
        return found if made.tag[before] != "VBN" else None  # "explained about twice": a passive may go on
    return AFTER_ADJECTIVES.get((made.lower[before], made.lower[k]))


def _in_phrase(made: EssayView, k: int) -> str | None:
    for length in (5, 4, 3, 2):
        found = PHRASES.get(tuple(made.lower[k : k + length]))
        if found:
            return found
    return None


def _mark(made: EssayView, k: int, right: str) -> Mark:
    start, end = place(made, k)
    old = made.text[k]
    if not right:
        message = MESSAGES["preposition_extra"].format(old=old, before=made.text[k - 1])
        return Mark(start, end, message, (), SURE)
    right = right.capitalize() if old[0].isupper() else right
    return Mark(start, end, MESSAGES["preposition_other"].format(old=old, new=right), (right,), SURE)


@proposes
def propose(made: EssayView) -> Iterator[Proposal]:
    """ "To" that a modal rules out ("can to go"), and that words ask for ("want go")."""
    for k, word in enumerate(made.lower):
        if word == "to" and k + 1 < len(made) and made.tag[k + 1] == "VB":
            yield from _after_modal(made, k)
        elif (
            made.tag[k] in {"VB", "VBP"}
            and k
            and made.lower[k - 1] in ASK_FOR_TO
            and made.sentence[k - 1] == made.sentence[k]
        ):
            before = made.text[k - 1]
            message = MESSAGES["to_missing"].format(before=before)
            suggestion = f"{before} to {made.text[k]}"
            yield Proposal("to_missing:any", Change(k, k, ("to",), ("TO",)), k - 1, k, suggestion, message)


def _after_modal(made: EssayView, k: int) -> Iterator[Proposal]:
    before = k - 1
    while before > 0 and made.lower[before] in {"not", "n't", "also", "always", "never", "only"}:
        before -= 1
    whole = not _WHATEVER.isdisjoint(made.lower[max(0, before - 5) : before])  # "all that we can to help"
    if before and made.tag[before - 1][:2] in {"JJ", "DT"}:
        return  # "an iron will to win"
    if before >= 0 and made.tag[before] == "MD" and made.sentence[before] == made.sentence[k] and not whole:
        message = MESSAGES["to_extra"].format(before=made.text[before])
        yield Proposal("to_extra:modal", Change(k, k + 1, (), ()), k, k, "", message)
