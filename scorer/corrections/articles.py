"""Articles that are missing. ("A" or "an" by sound is a check of its own.)

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``article`` 10 of 11 and 16 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.countability import countable
from scorer.corrections.lexicons.grammar import MESSAGES
from scorer.corrections.proposals import Proposal, accepted, proposes
from scorer.corrections.registry import Mark, check
from scorer.corrections.statistics import Change
from scorer.pipeline.view import EssayView

_NAMING = frozenset({"NN", "NNS", "JJ", "JJR", "JJS"})
_PHRASE = _NAMING | {"RB"}
_GOES_ON = frozenset({"NNP", "POS", "HYPH", "CD", "VBN", "VBD", "VBG"})
"""Tags behind a noun after which it is no head: "passage 3", "man made"."""
_INSIDE = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "DT", "PRP$", "POS", "HYPH", "PDT", "VBG", "VBN"}
)
COUNTED = 0.5
"""Countability (``countable``) from which a noun is asked for an article; rare nouns are not."""


@check("article")
def articles(doc: Doc) -> Iterator[Mark]:
    """Articles to put in."""
    return accepted(doc, "article_missing")


@proposes
def propose(made: EssayView) -> Iterator[Proposal]:
    """Articles before noun phrases that have no determiner."""
    for k, tag in enumerate(made.tag):
        if tag in _PHRASE and made.is_word[k] and _opens_phrase(made, k):
            yield from _missing(made, k)


def _missing(made: EssayView, k: int) -> Iterator[Proposal]:
    head = _head(made, k)
    hint = countable(made.lower[head])
    if made.tag[head] != "NN" or hint < COUNTED:
        return
    for article in ("the", _by_sound("a", made.lower[k])):
        message = MESSAGES["article_missing"].format(article=article, old=made.text[k])
        kind = f"article_missing:{'the' if article == 'the' else 'a'}_singular"
        first = k if k == made.sentences[made.sentence[k]].start or not made.is_word[k - 1] else k - 1
        opens = first == k and made.text[k][0].isupper()
        lead = article.capitalize() if opens else article if first == k else f"{made.text[first]} {article}"
        suggestion = f"{lead} {made.text[k].lower() if opens else made.text[k]}"
        yield Proposal(kind, Change(k, k, (article,), ("DT",)), first, k, suggestion, message, hint)


def _opens_phrase(made: EssayView, k: int) -> bool:
    """Whether a noun phrase of common nouns begins here that nothing determines or joins to one before."""
    sentence = made.sentences[made.sentence[k]]
    if made.tag[k] == "RB" and (k + 1 >= sentence.stop or made.tag[k + 1] != "JJ"):
        return False
    if k > sentence.start and (made.tag[k - 1] in _INSIDE or made.lower[k - 1] in {"and", "or", "just"}):
        return False
    if made.text[k][0].isupper() and k > sentence.start:
        return False  # a title, a grade
    head = _head(made, k)
    behind = made.tag[head + 1] if head + 1 < sentence.stop else ""
    return made.tag[head] in {"NN", "NNS"} and behind not in _GOES_ON


def _head(made: EssayView, k: int) -> int:
    """Position of the last noun of the phrase that begins at ``k``."""
    stop = made.sentences[made.sentence[k]].stop
    head = k
    while head + 1 < stop and made.tag[head + 1] in _NAMING:
        head += 1
    return head


def _by_sound(article: str, following: str) -> str:
    return "an" if article == "a" and following[:1].lower() in "aeiou" else article
