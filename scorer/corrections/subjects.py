"""What the parse says of a finite verb's subject: singular, plural, or nothing sure."""

from __future__ import annotations

from scorer.corrections.lexicons.grammar import BARE_AFTER, EITHER_NUMBER, NOT_THIRD, PLURALS_WITHOUT_S, SAYING, THIRD
from scorer.pipeline.view import EssayView

_INSIDE = frozenset({"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "CD", "POS", "HYPH", "PDT"})
_BETWEEN = frozenset({"RB", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
JOINING = frozenset({"conj", "cc", "nummod"})
REACH = 8
"""Tokens between subject and verb above which the parse is not trusted."""
Number = int
"""1 singular (third person), -1 plural or first and second person, 0 unsure."""


def subject_of(made: EssayView, verb: int) -> int | None:
    """Position of the subject of a finite verb or auxiliary; None where there is none near in front of it."""
    for head in (verb, made.head[verb]):
        if head != verb and made.dep[verb] not in {"aux", "aux:pass", "cop"}:
            break
        for child in made.children[head]:
            if made.dep[child] in SUBJECTS and child < verb and verb - child <= REACH:
                return child
    return None


def subject_number(made: EssayView, verb: int) -> Number:
    """Number of the verb's subject."""
    subject = subject_of(made, verb)
    if subject is None or may_be_bare(made, subject, verb) or _belongs_before(made, subject):
        return 0
    if any(made.tag[k] not in _BETWEEN for k in range(subject + 1, verb)):
        return 0  # "the price of phones is": taggers and parsers err too often there
    word = made.lower[subject]
    if word in {"that", "which", "who"} and made.dep[made.head[subject]] == "acl:relcl":
        antecedent = made.head[made.head[subject]]
        # "one of the boys who are": either noun may be meant
        if antecedent != subject - 1 or "one" in made.lower[max(0, antecedent - 4) : antecedent]:
            return 0
        return _noun_number(made, antecedent)
    return _noun_number(made, subject)


def _noun_number(made: EssayView, k: int) -> Number:
    word, tag = made.lower[k], made.tag[k]
    joined = any(made.dep[child] in JOINING or made.lower[child] in {"and", "or"} for child in made.children[k])
    if word == "i" and made.text[k] == "i" and made.tag[k - 1] in {"NN", "JJ"}:
        return 0  # "the variable i counts"
    if word in NOT_THIRD and not (word in {"these", "those"} and joined):
        return -1
    if joined or word in EITHER_NUMBER:
        return 0
    if word in THIRD:
        return 1
    if made.text[k][0].isupper() and k != made.sentences[made.sentence[k]].start:
        return 0  # a name
    if tag == "NNS" or word in PLURALS_WITHOUT_S:
        return -1
    return 1 if tag == "NN" and not word.endswith("s") else 0


def _belongs_before(made: EssayView, subject: int) -> bool:
    """Whether the "subject" more likely belongs to words before it: "joining gangs is", "students in the state say"."""
    first = made.sentences[made.sentence[subject]].start
    opening = subject - 1
    while opening >= first and made.tag[opening] in _INSIDE:
        if made.lower[opening].endswith("ing"):
            return True
        opening -= 1
    if opening < first:
        return False
    if made.pos[opening] == "ADP" or made.lower[opening] in {"and", "or", "nor", "to"}:
        return True
    return made.pos[opening] == "VERB" and made.lemma[opening].lower() not in SAYING


def may_be_bare(made: EssayView, subject: int, verb: int) -> bool:
    """Whether the subject may have a bare verb: "let him go", "does he go", "insist that he go"."""
    first = made.sentences[made.sentence[subject]].start
    before = made.lower[max(first, subject - 5) : subject]
    return any(word in BARE_AFTER for word in before) or any(
        made.dep[child] == "aux" and child != verb and child < verb for child in made.children[made.head[subject]]
    )
