"""Agreement of subject and verb, and forms of verbs after modals, "to", "have" and "be".

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``agreement`` 11 of 13 and 16 of 16; ``verb_form`` 9 of 10 and 14 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from scorer.corrections.forms import base_of_past, gerund, participle, past, third
from scorer.corrections.lexicons.grammar import EITHER_NUMBER, MESSAGES, PLURAL_DETERMINERS
from scorer.corrections.proposals import Proposal, accepted, proposes
from scorer.corrections.registry import Mark, check
from scorer.corrections.statistics import Change, statistics
from scorer.corrections.subjects import subject_number
from scorer.pipeline.view import EssayView
from scorer.remembered import WORDS

NEGATIONS = frozenset({"not", "n't", "nt"})
AUXILIARIES = {
    "is": ("are",), "are": ("is",), "was": ("were",), "were": ("was",), "has": ("have",), "have": ("has",),
    "does": ("do",), "do": ("does",),
}  # fmt: skip
PRESENT = {
    "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "has": "VBZ", "have": "VBP", "does": "VBZ", "do": "VBP",
}  # fmt: skip
SINGULAR_FORMS = frozenset({"is", "was", "has", "does"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "being", "'m", "'re"})
_OBJECTS = frozenset({"DT", "PRP$", "NN", "NNS", "JJ", "RP", "TO"})
RULED = {"modal": ("VB",), "to": ("VB",), "do": ("VB",), "have": ("VBN",), "be": ("VBG", "VBN")}
"""Tags that may follow."""


@check("agreement")
def agreement(doc: Doc) -> Iterator[Mark]:
    """Finite verbs in the wrong number."""
    return accepted(doc, "agreement", "there")


@check("verb_form")
def verb_forms(doc: Doc) -> Iterator[Mark]:
    """Verbs in a form that what stands before them rules out."""
    return accepted(doc, "verb", "verb_ruled")


@proposes
def propose(made: EssayView) -> Iterator[Proposal]:
    """Other forms of every verb, under kinds that say what the form is after."""
    known = statistics().words
    for k, tag in enumerate(made.tag):
        if tag not in VERB_TAGS:
            continue
        word = made.lower[k]
        if not word.isalpha() or not made.text[k].islower() or not known.knows(word):
            continue
        before = after_what(made, k)
        if word in AUXILIARIES:
            if before not in RULED:
                for other in AUXILIARIES[word]:
                    yield from _agreement(made, k, "auxiliary", other, PRESENT[other])
            continue
        base = base_of(made, k)
        if base is None or base == "be" or not known.knows(base):
            continue
        if before in RULED:
            wanted = {"VB": base, "VBN": participle(base), "VBG": gerund(base)}
            if before == "to" and (word == gerund(base) or (tag in {"VBN", "JJ"} and _is_before_noun(made, k))):
                continue  # "a barrier to doing things", "leads to reduced risks"
            if before in {"be", "have"} and (word == third(base) or word.endswith("ed")):
                continue  # a noun most likely, and "proved" is as good as "proven"
            if word not in {wanted[ruled] for ruled in RULED[before]}:
                sure = _is_ruled_out(before, word, base)
                for ruled in RULED[before]:
                    kind = f"verb_ruled:{before}_{ruled}" if sure else f"verb:{before}_{ruled}"
                    yield _form(made, k, kind, wanted[ruled], ruled)
        elif word == third(base):
            yield from _agreement(made, k, "plain", base, "VBP")
        elif word == base:
            yield from _agreement(made, k, "third", third(base), "VBZ")
            if before == "preposition" and k + 1 < len(made) and made.tag[k + 1] in _OBJECTS:
                yield _form(made, k, "verb:preposition_VBG", gerund(base), "VBG")


def after_what(made: EssayView, k: int) -> str:
    """What rules the verb's form: ``modal to do have be``, a ``preposition`` that asks for -ing, or nothing sure."""
    first = made.sentences[made.sentence[k]].start
    before = k - 1
    while before >= first and (made.lower[before] in NEGATIONS or (made.tag[before] == "RB" and before >= k - 2)):
        before -= 1
    if before < first:
        return ""
    word, tag = made.lower[before], made.tag[before]
    if tag == "MD":
        return "modal"
    if word == "to":
        return "to"
    if word in {"do", "does", "did"}:
        return "do" if before < k - 1 and made.lower[before + 1] in NEGATIONS else ""
    if word in {"have", "has", "had", "'ve"}:
        return "have"
    if word in BE:
        return "be"
    of_way = word == "of" and made.lower[before - 1] in {"instead", "way", "ways", "idea", "chance", "habit", "tired"}
    return "preposition" if of_way or word in {"for", "by", "without"} else ""


def _is_ruled_out(before: str, word: str, base: str) -> bool:
    """Whether the form cannot stand after ``before`` whatever follows: "can goes", "didn't went", "has wrote"."""
    if before in {"modal", "do"}:
        return word in {third(base), past(base), participle(base)}
    return base_of_past(word) is not None and word == past(base) != participle(base)


def _is_before_noun(made: EssayView, k: int) -> bool:
    return k + 1 < len(made) and made.tag[k + 1][:2] in {"NN", "JJ"}


def base_of(made: EssayView, k: int) -> str | None:
    """The base form of the verb at ``k``; None where it is unsure."""
    word, lemma = made.lower[k], made.lemma[k].lower()
    irregular = base_of_past(word)
    if irregular:
        return irregular  # after "to" or "didn't" the tagger takes "went" for a plain form
    return lemma if _is_form(word, lemma) else None


@lru_cache(maxsize=WORDS)
def _is_form(word: str, lemma: str) -> bool:
    forms = {lemma, third(lemma), past(lemma), participle(lemma), gerund(lemma)} if lemma.isalpha() else set()
    return word in forms


def _agreement(made: EssayView, k: int, kind: str, other: str, tag: str) -> Iterator[Proposal]:
    there = k > 0 and made.lower[k - 1] == "there" and other in {"are", "were"}
    if there:
        due = _names_several(made, k + 1)
    else:
        wanted = 1 if other in SINGULAR_FORMS or tag == "VBZ" else -1
        due = statistics().words.knows(other) and subject_number(made, k) == wanted
    if due:
        text = MESSAGES["agreement"].format(old=made.text[k], new=other)
        full = "there:there" if there else f"agreement:{kind}"
        yield Proposal(full, Change(k, k + 1, (other,), (tag,)), k, k, other, text)


def _names_several(made: EssayView, k: int) -> bool:
    """Whether what follows begins like several things: "many reasons", "two men", "dogs", not "lots"."""
    if k + 1 >= len(made) or made.sentence[k + 1] != made.sentence[k]:
        return False
    if made.lower[k] in PLURAL_DETERMINERS:
        return made.tag[k + 1] in {"NNS", "JJ", "JJR"}
    return made.tag[k] == "NNS" and made.lower[k] not in EITHER_NUMBER


def _form(made: EssayView, k: int, kind: str, other: str, tag: str) -> Proposal:
    text = MESSAGES["verb_form"].format(old=made.text[k], new=other)
    return Proposal(kind, Change(k, k + 1, (other,), (tag,)), k, k, other, text)
