"""Agreement of subject and verb, and forms of the verb, checked on the parse where it is plain.

Each check looks at few words with sure tags, so that what it finds is mostly right and much is not found.
It gives positions (in the view) of the verbs to point at.
"""

from __future__ import annotations

from scorer.features.lexicons.grammar import (
    BARE_COMPLEMENT,
    EITHER_NUMBER,
    IRREGULAR_PASTS,
    PLURAL_PRONOUNS,
    PLURALS_WITHOUT_S,
    QUESTION_WORDS,
    SAYING,
    SINGULAR_PRONOUNS,
)
from scorer.pipeline.view import EssayView, shared

NEGATIONS = frozenset({"not", "n't", "nt"})
JOINING = frozenset({"conj", "cc", "appos", "nmod", "compound", "nummod"})
CLITICS = frozenset({"'m", "'ve", "'re", "'d", "d", "’m", "’ve", "’re", "’d"})
SINGULAR_FORMS = frozenset({"is", "has", "does"})


@shared
def subject_verb_at(made: EssayView) -> list[int]:
    """Finite verbs that do not agree with the subject right before them ("she go", "they was", "students needs")."""
    found = []
    for k, dep in enumerate(made.dep):
        if dep in {"nsubj", "nsubj:pass"}:
            verb = _finite_after(made, k)
            if verb is not None and _disagree(made, k, verb) and not _is_object_before(made, k):
                found.append(verb)
    return found


def _finite_after(made: EssayView, subject: int) -> int | None:
    """The finite verb right after the subject (one adverb may stand between) in the subject's own clause."""
    head = made.head[subject]
    verb = subject + 1
    if verb < len(made) and made.pos[verb] == "ADV" and made.lower[verb] not in NEGATIONS:
        verb += 1
    if verb >= len(made) or made.tag[verb] not in {"VBP", "VBZ", "VBD"}:
        return None
    inside = verb == head or (made.head[verb] == head and made.dep[verb] in {"aux", "aux:pass", "cop"})
    return verb if inside else None


def _disagree(made: EssayView, subject: int, verb: int) -> bool:
    noun, form, tag = made.lower[subject], made.lower[verb], made.tag[verb]
    joined = any(made.dep[child] in JOINING for child in made.children[subject])
    plural_noun = (made.tag[subject] == "NNS" or noun in PLURALS_WITHOUT_S) and noun not in EITHER_NUMBER
    adds_s = form in SINGULAR_FORMS or (form == made.lemma[verb] + "s" and not form.endswith("ss"))
    if tag == "VBD":
        return form == "was" and not joined and (plural_noun or noun in {"we", "they", "you"})
    if noun in SINGULAR_PRONOUNS:
        return tag == "VBP" and form not in CLITICS and not _may_be_bare(made, subject, verb)
    if noun in PLURAL_PRONOUNS:
        return tag == "VBZ" and adds_s
    if noun in EITHER_NUMBER or joined:
        return False
    if plural_noun:
        return tag == "VBZ" and adds_s and not any(made.pos[child] == "NUM" for child in made.children[subject])
    singular = made.tag[subject] == "NN" and not noun.endswith("s")
    return singular and tag == "VBP" and form in {"are", "have", "do"} and not _may_be_bare(made, subject, verb)


def _is_object_before(made: EssayView, subject: int) -> bool:
    """True where the "subject" more likely belongs to words before it: "joining gangs is", "the one with votes is"."""
    start = subject
    while start > made.sentences[made.sentence[subject]].start and made.is_word[start - 1]:
        start -= 1
    if "VBG" in made.tag[start:subject]:
        return True
    first = subject
    while earlier := [child for child in made.children[first] if child < first]:
        first = earlier[0]
    if first <= start:
        return False
    before = first - 1
    return made.pos[before] == "ADP" or (made.pos[before] == "VERB" and made.lemma[before].lower() not in SAYING)


def _may_be_bare(made: EssayView, subject: int, verb: int) -> bool:
    """True where a plain verb with a subject may be right: "let it go", "does he go", "insist that he go"."""
    head = made.head[subject]
    above = made.head[head]
    if above != head and BARE_COMPLEMENT.intersection((made.lemma[above].lower(), made.lower[above])):
        return True
    before = made.lower[max(0, subject - 4) : subject]
    return (
        any(made.dep[child] == "aux" and child != verb for child in made.children[head])
        or not QUESTION_WORDS.isdisjoint(before)
        or not BARE_COMPLEMENT.isdisjoint(before)
    )


@shared
def modal_form_at(made: EssayView) -> list[int]:
    """Inflected verbs right after a modal, "to" or do/does/did ("can goes", "to went", "didn't went")."""
    found = []
    for k in [k for k, pos in enumerate(made.pos) if k and pos in {"VERB", "AUX"}]:
        if not _is_inflected(made, k):
            continue
        before = k - 1
        while before > 0 and (made.lower[before] in NEGATIONS or made.pos[before] == "ADV"):
            before -= 1
        word = made.lower[before]
        after_modal = made.tag[before] == "MD" and word not in CLITICS
        after_do = word in {"do", "does", "did"} and before < k - 1 and made.lower[before + 1] in NEGATIONS
        after_to = word == "to" and made.tag[before] == "TO" and before == k - 1
        if (after_modal or after_do or after_to) and made.sentence[before] == made.sentence[k]:
            found.append(k)
    return found


def _is_inflected(made: EssayView, k: int) -> bool:
    """True for a verb's past or third-person form; taggers take "went" for plain after "didn't", so forms count too."""
    if made.text[k][0].isupper():
        return False
    past = made.lower[k] in IRREGULAR_PASTS
    return past or (made.tag[k] in {"VBD", "VBZ"} and made.lower[k] != made.lemma[k].lower())
