"""Commas that are missing: after what opens a sentence, and before "but" between two sentences.

Wrong: "When I came home I slept", "For example my aunt", "It was steep but we went". Right: "Everything I do is",
"However hard you try", "old but strong", "not only ... but". Measured (``docs/feedback.md``), marks on an error, on
learners' sentences and in a reviewed sample of essays: ``comma_after_introduction`` 10 of 10 and 16 of 16;
``comma_before_but`` 1 of 2 and 16 of 16. Humans leave many of these as they are: they are rules of school style rather
than errors.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.ground import FINITE_TAGS, own_words, place, sound_sentences
from scorer.corrections.ground import SUBJECTS as SUBJECT_RELATIONS
from scorer.corrections.lexicons.commas import AGAIN, MESSAGES, OPENINGS, RELATIVE_BEFORE, SUBJECTS, SUBORDINATORS
from scorer.corrections.places import folded
from scorer.corrections.registry import Mark, check
from scorer.corrections.stream import Matcher, stream
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import EssayView, view

CONFIDENCE = {"clause": 0.85, "opening": 0.9, "but": 0.8}
LONGEST_SUBJECT = 4
"""Words before the noun that a subject may have."""
EACH = 3
"""Places that are marked one by one; more are said once."""
_OPENINGS = Matcher(OPENINGS)


@check("comma_after_introduction")
def unclosed_openings(doc: Doc) -> Iterator[Mark]:
    """A subordinate clause or a connective at the beginning, without the comma that ends it."""
    made, own, sound = view(doc), own_words(doc), sound_sentences(doc)
    row, text = stream(doc), text_of(doc)
    found = []
    for _, first, last in _OPENINGS.find(row):
        phrase = " ".join(text[row.start[first] : row.end[last]].split())
        right = f"{phrase},"
        message = MESSAGES["opening"].format(
            word=phrase, right=f"{right} {text[row.start[last + 1] : row.end[last + 1]]}"
        )
        found.append(Mark(row.start[first], row.end[last], message, (right,), CONFIDENCE["opening"]))
    for number, sentence in enumerate(made.sentences):
        if sound[number] and own[sentence.start] and made.lower[sentence.start] in SUBORDINATORS:
            joint = _joint(made, sentence)
            if joint is not None and own[joint]:
                joint -= made.lower[joint - 1] == "then"
                found.append(_mark(made, joint, "clause", made.text[sentence.start]))
    yield from folded(sorted(found, key=lambda mark: mark.start), AGAIN["opening"], EACH)


def _joint(made: EssayView, sentence: range) -> int | None:
    """The pronoun that begins the main clause right behind an opening clause that has no comma."""
    root = next((k for k in sentence if made.dep[k] == "ROOT"), None)
    if root is None:
        return None
    subject = next((k for k in made.children[root] if made.dep[k] in SUBJECT_RELATIONS and k < root), None)
    if subject is None or not FINITE_TAGS.intersection(made.tag[k] for k in (root, *made.children[root])):
        return None
    if any(k < subject and made.dep[k].startswith("aux") for k in made.children[root]):
        return None
    subject = min((subject, *(k for k in made.children[subject] if k > subject - LONGEST_SUBJECT)))
    if made.lower[subject] not in SUBJECTS or made.tag[subject] not in {"PRP", "EX", "DT", "PRP$", "NNS"}:
        return None
    opening = [k for k in made.children[root] if made.dep[k] == "advcl" and k < subject]
    if len(opening) != 1 or not all(made.is_word[k] for k in range(sentence.start, subject)):
        return None
    verb = opening[0]
    if verb >= subject or (made.tag[subject] not in {"PRP", "EX"} and made.tag[subject - 1].startswith("VB")):
        return None
    own_subject = any(made.dep[k] in SUBJECT_RELATIONS for k in made.children[verb])
    own_mark = any(k == sentence.start for k in made.children[verb])
    if made.lower[subject - 1] in RELATIVE_BEFORE:
        return None
    finite = any(made.tag[k] in FINITE_TAGS for k in (verb, *made.children[verb]) if k < subject)
    between = [k for k in range(sentence.start, subject) if made.dep[k] in SUBJECT_RELATIONS]
    return subject if own_subject and own_mark and finite and len(between) == 1 and subject - verb <= 6 else None


@check("comma_before_but")
def unmarked_contrasts(doc: Doc) -> Iterator[Mark]:
    """ "But" between two main clauses that each have a subject and a verb, without a comma."""
    made, own, sound = view(doc), own_words(doc), sound_sentences(doc)
    found = [
        _mark(made, k, "but", "")
        for k, word in enumerate(made.lower)
        if word == "but" and own[k] and sound[made.sentence[k]] and _joins(made, k)
    ]
    yield from folded(found, AGAIN["but"], EACH)


def _joins(made: EssayView, k: int) -> bool:
    sentence = made.sentences[made.sentence[k]]
    if (
        not sentence.start + 3 <= k < sentence.stop - 2
        or not made.is_word[k - 1]
        or "only" in made.lower[sentence.start : k]
    ):
        return False
    second = made.head[k]
    if second <= k or made.dep[second] != "conj" or made.dep[made.head[second]] != "ROOT":
        return False
    subject = next((c for c in made.children[second] if c > k and made.dep[c] in SUBJECT_RELATIONS), None)
    if subject is None or min((subject, *made.children[subject])) != k + 1 or made.lower[k + 1] not in SUBJECTS:
        return False
    first = made.head[second]
    return (
        first < k
        and any(made.dep[c] in SUBJECT_RELATIONS for c in made.children[first])
        and all(made.is_word[n] for n in range(sentence.start, k))
    )


def _mark(made: EssayView, k: int, kind: str, first: str) -> Mark:
    """A mark on the word before the joint and the word that begins it."""
    start, end = place(made, k - 1, k)
    before, after = place(made, k - 1), place(made, k)
    text = text_of(made.doc)
    word = text[before[0] : before[1]]
    right = f"{word}, {text[after[0] : after[1]]}"
    return Mark(start, end, MESSAGES[kind].format(first=first, right=right), (right,), CONFIDENCE[kind])
