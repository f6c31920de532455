"""Sentence boundaries by the parse: fragments, comma splices, run-ons. What is broken otherwise is left alone.

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``fragment`` none and 14 of 16; ``comma_splice`` 1 of 1 and 15 of 16; ``run_on`` none and 13 of 16.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.finite import finite_words
from scorer.corrections.ground import FINITE_TAGS, SUBJECTS, own_words, place, sound_sentences
from scorer.corrections.lexicons.boundaries import (
    BEFORE_RELATIVE,
    CLAUSE_OPENERS,
    FRAGMENT_OPENERS,
    MESSAGES,
    SAYING,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    UNMARKED_VERBS,
)
from scorer.corrections.registry import Mark, check
from scorer.pipeline.view import EssayView, shared, view

SURE, LIKELY = 0.85, 0.8
SHORTEST_FRAGMENT, LONGEST_FRAGMENT = 5, 15
"""Tokens of a verbless sentence that is marked: shorter ones are answers and exclamations, in longer ones a verb that
the tagger missed is likelier."""
RUN_ON_POS = frozenset({"ADJ", "ADV"})
"""What a clause ends with before the next one runs on; after a noun a relative clause is likelier."""


@check("fragment")
def fragments(doc: Doc) -> Iterator[Mark]:
    """Sentences of a subordinate clause alone, and without any verb."""
    made, own = view(doc), own_words(doc)
    alone = Counter(made.paragraph[sentence.start] for sentence in made.worded_sentences)
    for sentence in made.worded_sentences:
        first = sentence.start
        if len(sentence) > LONGEST_FRAGMENT or alone[made.paragraph[first]] == 1:
            continue  # a heading, a greeting, an entry of a list
        if (
            not all(own[first : sentence.stop])
            or made.text[sentence.stop - 1] not in {".", "!"}
            or not made.text[first][0].isupper()
        ):
            continue
        if len(sentence) >= SHORTEST_FRAGMENT and not _stands_alone(made, sentence):
            continue
        finite = sum(made.tag[k] in FINITE_TAGS for k in sentence)
        start, end = place(made, first, sentence.stop - 1)
        if _hangs(made, sentence, finite):
            yield Mark(start, end, MESSAGES["hanging"].format(first=made.text[first]), (), SURE)
        elif _is_verbless(made, sentence, finite):
            yield Mark(start, end, MESSAGES["verbless"], (), LIKELY)


def _stands_alone(made: EssayView, sentence: range) -> bool:
    """Whether the words before end a sentence, so that this one is whole; not where the parser cut one in two."""
    before = sentence.start - 1
    return (
        before < 0 or made.text[before] in {".", "!", "?", ":"} or made.paragraph[before] != made.paragraph[before + 1]
    )


def _hangs(made: EssayView, sentence: range, finite: int) -> bool:
    """True for a lone clause with a subordinator, "Because it is late.": one finite verb, no comma to part two."""
    first = sentence.start
    if finite != 1 or made.lower[first] not in SUBORDINATORS:
        return False
    subjects = sum(made.dep[k] in {"nsubj", "nsubj:pass"} for k in sentence)
    verbs = sum(made.tag[k] in {"VB", "VBN"} and made.lower[k - 1] != "to" for k in sentence)
    return (
        subjects <= 1
        and verbs <= 1
        and made.dep[first] == "mark"
        and made.dep[made.head[first]] == "ROOT"
        and made.tag[first + 1] != "VBG"
        and "," not in made.text[first : sentence.stop]
        and made.lower[first + 1] not in {"of", "not", "so"}
        and "then" not in made.lower[first : sentence.stop]
    )


def _is_verbless(made: EssayView, sentence: range, finite: int) -> bool:
    """True for a sentence of middle length without any finite verb, subject or command, that opens like one."""
    words = made.lower[sentence.start : sentence.stop]
    return (
        finite == 0
        and len(sentence) > SHORTEST_FRAGMENT
        and not made.text[sentence.stop - 2][0].isupper()  # "according to Ames. com"
        and words[0] in FRAGMENT_OPENERS
        and UNMARKED_VERBS.isdisjoint(words)
        and not any(made.dep[k] in SUBJECTS for k in sentence)
        and not any(made.tag[k] == "VB" and (k == sentence.start or made.lower[k - 1] != "to") for k in sentence)
        and not any(word in finite_words() for word in words)
        and all(made.zipf[k] > 2.5 or not made.text[k].islower() for k in sentence if made.is_word[k])
        and sum(made.text[k][0].isupper() for k in sentence if made.is_word[k]) * 2 < len(sentence)
    )


@shared
def _joined_clauses(made: EssayView) -> tuple[list[int], list[int]]:
    """Pronoun subjects of main clauses joined to the one before by a comma alone, and by nothing at all."""
    splices: list[int] = []
    run_ons: list[int] = []
    sound, own = sound_sentences(made.doc), own_words(made.doc)
    for k in [k for k, word in enumerate(made.lower) if word in SUBJECT_PRONOUNS and 3 <= k < len(made) - 2]:
        if made.lower[k] == "there" and made.lower[k - 1] == "out":
            continue  # "people out there"
        if not own[k] or not sound[made.sentence[k]]:
            continue
        if made.dep[k] in SUBJECTS and _joins(made, k):
            if made.text[k - 1] == "," and made.is_word[k - 2] and _is_full_clause(made, k - 1) and not _lists(made, k):
                splices.append(k)
            elif made.is_word[k + 1] and _runs_on(made, k) and _is_full_clause(made, k):
                run_ons.append(k)
    return splices, run_ons


def _joins(made: EssayView, subject: int) -> bool:
    """True if the subject's clause is finite and set beside an earlier main clause without a joining word."""
    head = made.head[subject]
    before = made.head[head]
    if (
        made.dep[head] not in {"conj", "parataxis"}
        or before >= subject
        or made.sentence[before] != made.sentence[subject]
        or made.lower[head] in SAYING
        or made.lower[before] in SAYING
    ):
        return False
    children = made.children[head]
    if any(made.dep[child] in {"cc", "mark", "advmod"} and child < subject for child in children):
        return False
    finite = any(made.tag[child] in FINITE_TAGS for child in [head, *children])
    return finite and made.dep[before] == "ROOT" and made.text[made.sentences[made.sentence[subject]].stop - 1] != "?"


def _lists(made: EssayView, subject: int) -> bool:
    """True for three clauses or more in a row, which good writers part by commas: "he came, he saw, he left"."""
    head = made.head[made.head[subject]]
    joined = [k for k in made.children[head] if made.dep[k] in {"conj", "parataxis"}]
    return len(joined) > 1 and sum(made.text[k] == "," for k in made.sentences[made.sentence[subject]]) > 1


def _runs_on(made: EssayView, subject: int) -> bool:
    """True if the word before may end a clause."""
    before = subject - 1
    return made.pos[before] in RUN_ON_POS and made.lower[before] not in BEFORE_RELATIVE and made.zipf[before] >= 3


def _is_full_clause(made: EssayView, stop: int) -> bool:
    """True if the words from the mark before up to ``stop`` have subject, verb and root, and no subordinator."""
    start = stop
    first = made.sentences[made.sentence[stop]].start
    while start > first and made.is_word[start - 1]:
        start -= 1
    stretch = range(start, stop)
    return (
        len(stretch) >= 3
        and not CLAUSE_OPENERS.intersection(made.lower[start:stop])
        and made.lower[start] not in {"should", "had", "were", "not"}  # "should it rain, we stay", "not only"
        and any(made.tag[k] in FINITE_TAGS for k in stretch)
        and any(made.dep[k] == "ROOT" for k in stretch)
        and any(made.dep[k] in SUBJECTS for k in stretch)
    )


@check("comma_splice")
def comma_splices(doc: Doc) -> Iterator[Mark]:
    """Main clauses that a comma alone joins."""
    made = view(doc)
    for k in _joined_clauses(doc)[0]:
        start, end = place(made, k - 2, k)
        before, subject = made.text[k - 2], made.text[k]
        message = MESSAGES["splice"].format(before=before, subject=subject)
        yield Mark(start, end, message, (f"{before}; {subject}",), LIKELY)


@check("run_on")
def run_ons(doc: Doc) -> Iterator[Mark]:
    """Main clauses that nothing joins."""
    made = view(doc)
    for k in _joined_clauses(doc)[1]:
        start, end = place(made, k - 1, k)
        message = MESSAGES["run_on"].format(subject=made.text[k], verb=made.text[k + 1])
        yield Mark(start, end, message, (f"{made.text[k - 1]}; {made.text[k]}",), LIKELY)
