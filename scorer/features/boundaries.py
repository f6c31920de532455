"""Sentence boundaries: fragments, comma splices, run-ons. Shares over nothing are 0.0."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.arithmetic import ratio
from scorer.features.capitals import FINAL_MARKS, marked_starts
from scorer.features.clauses import FINITE_TAGS, SUBJECTS
from scorer.features.lexicons.grammar import BEFORE_RELATIVE, CLAUSE_OPENERS, GREETINGS, SUBJECT_PRONOUNS, SUBORDINATORS
from scorer.features.misspelling import intended_word
from scorer.features.registry import feature
from scorer.pipeline.view import EssayView, shared, view

_ERATER = "Attali & Burstein 2006 (e-rater: grammar)"

RUN_ON_POS = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})
"""What a clause mostly ends with before the next one runs on."""
COMPLEMENTS = frozenset({"obj", "xcomp", "ccomp", "iobj"})
LONGEST_FRAGMENT = 15
NOT_FRAGMENT = GREETINGS | SUBJECT_PRONOUNS | {"its", "your", "theirs", "whats", "thats"}


@shared
def fragments_at(made: EssayView) -> list[int]:
    """Starts of sentences with a final mark but no finite verb and no command, or only a subordinate clause."""
    found = []
    starts = set(marked_starts(made.doc))
    for sentence in made.worded_sentences:
        if sentence.start not in starts or made.text[sentence.stop - 1] not in {".", "!"} or len(sentence) < 4:
            continue
        finite = sum(map(FINITE_TAGS.__contains__, made.tag[sentence.start : sentence.stop]))
        if _is_verbless(made, sentence, finite) or _hangs(made, sentence, finite):
            found.append(sentence.start)
    return found


def _is_verbless(made: EssayView, sentence: range, finite: int) -> bool:
    """True for a short sentence without any finite verb, subject, command or greeting.

    In long ones, and after "its" or "they", a verb that the tagger missed or a slip of another kind is likelier.
    """
    return (
        finite == 0
        and len(sentence) <= LONGEST_FRAGMENT
        and made.lower[sentence.start] not in NOT_FRAGMENT
        and not any(made.dep[k] in SUBJECTS for k in sentence)
        and not any(made.tag[k] == "VB" and (k == sentence.start or made.lower[k - 1] != "to") for k in sentence)
    )


def _hangs(made: EssayView, sentence: range, finite: int) -> bool:
    """True for a lone clause with a subordinator, "Because it is late.": one finite verb, no comma to part two."""
    first = sentence.start
    return (
        finite == 1
        and made.lower[first] in SUBORDINATORS
        and made.dep[first] == "mark"
        and made.dep[made.head[first]] == "ROOT"
        and "," not in made.text[first : sentence.stop]
    )


@shared
def _joined_clauses(made: EssayView) -> tuple[list[int], list[int]]:
    """Pronoun subjects of main clauses joined to the one before by a comma alone, and by nothing at all."""
    splices, run_ons = [], []
    for k in range(3, len(made) - 2):
        if made.lower[k] in SUBJECT_PRONOUNS and made.dep[k] in SUBJECTS and _joins(made, k):
            if made.text[k - 1] == "," and made.is_word[k - 2] and _is_full_clause(made, k - 1):
                splices.append(k)
            elif _runs_on(made, k) and _is_full_clause(made, k):
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
    ):
        return False
    children = made.children[head]
    if any(made.dep[child] in {"cc", "mark", "advmod"} and child < subject for child in children):
        return False
    finite = any(made.tag[child] in FINITE_TAGS for child in [head, *children])
    return finite and made.dep[before] == "ROOT"


def _runs_on(made: EssayView, subject: int) -> bool:
    """True if the word before may end a clause, and what follows is no relative clause ("the food they like")."""
    before = subject - 1
    if made.pos[before] not in RUN_ON_POS or made.lower[before] in BEFORE_RELATIVE:
        return False
    if intended_word(made.lower[before]) in CLAUSE_OPENERS:
        return False
    head = made.head[subject]
    if made.pos[before] in {"ADJ", "ADV"} or made.pos[head] != "VERB":
        return True
    return any(made.dep[child] in COMPLEMENTS for child in made.children[head])


def _is_full_clause(made: EssayView, stop: int) -> bool:
    """True if the words from the mark before up to ``stop`` have subject, verb and root, and no subordinator."""
    start = stop
    first = made.sentences[made.sentence[stop]].start
    while start > first and made.is_word[start - 1]:
        start -= 1
    stretch = range(start, stop)
    return (
        not CLAUSE_OPENERS.intersection(made.lower[start:stop])
        and any(made.tag[k] in FINITE_TAGS for k in stretch)
        and any(made.dep[k] == "ROOT" for k in stretch)
        and any(made.dep[k] in SUBJECTS for k in stretch)
    )


def comma_splices_at(doc: Doc) -> list[int]:
    """Positions of subjects after a comma that should end the sentence."""
    return _joined_clauses(doc)[0]


def run_ons_at(doc: Doc) -> list[int]:
    """Positions of subjects before which a mark is missing."""
    return _joined_clauses(doc)[1]


@feature(
    group="conventions", label="errors: unmarked sentence ends", unit="share", direction="lower", source="this project"
)
def unmarked_ends(doc: Doc) -> float:
    """Sentences inside a paragraph that end without a final mark / sentences. 0 to 1; high: marks are missing.

    The parser decides where a sentence ends; titles and greetings are paragraphs of one sentence and are left out.
    """
    made = view(doc)
    several = [
        s
        for s in made.worded_sentences
        if made.sentence[made.paragraphs[made.paragraph[s.start]].start]
        != made.sentence[made.paragraphs[made.paragraph[s.start]].stop - 1]
    ]
    closers = FINAL_MARKS | {'"', "”", "'", "’", ")", ":", "...", "…", "''", "]"}
    return ratio(sum(made.text[s.stop - 1] not in closers for s in several), len(several))
