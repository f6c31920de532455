"""Where any slip was found, and whether a sentence is whole, so that praise does not fall on what is neither."""

from __future__ import annotations

from bisect import bisect_left

from scorer.corrections import marks
from scorer.corrections.ground import SUBJECTS
from scorer.features.clauses import FINITE_TAGS
from scorer.features.error_rate import GRAMMAR, MECHANICS
from scorer.features.punctuation import missing_space_spans, space_before_mark_spans
from scorer.feedback.excerpts import place_of
from scorer.feedback.patterns import SUBORDINATE_OPENERS
from scorer.feedback.slips import slipped_at
from scorer.pipeline.view import EssayView, shared

SOUND = 0.03
"""Share of the words with a slip up to which an essay is read as it was meant."""
BEGINNING = frozenset({"i", "he", "she", "it", "we", "they", "there"})


@shared
def flawed_at(made: EssayView) -> set[int]:
    """Positions of all slips of grammar, spelling and capitals."""
    return slipped_at(made.doc).union(k for find in (*GRAMMAR, *MECHANICS) for k in find(made.doc))


@shared
def is_sound(made: EssayView) -> bool:
    """Whether slips are few, so that what the parser says of a sentence can be trusted when the sentence is praised."""
    return len(flawed_at(made.doc).intersection(made.spelled_at)) <= SOUND * len(made.spelled)


@shared
def _spaced_at(made: EssayView) -> list[int]:
    return [start for start, _ in (*space_before_mark_spans(made.doc), *missing_space_spans(made.doc))]


def is_clean(made: EssayView, stretch: range) -> bool:
    """Whether no slip was found in a stretch, spacing included."""
    start, end = place_of(made, stretch)
    return flawed_at(made.doc).isdisjoint(stretch) and not any(start <= k < end for k in _spaced_at(made.doc))


@shared
def _holed_at(made: EssayView) -> set[int]:
    """Positions of marks of grammar that make a sentence no model: fragments, run-ons, splices, forms of verbs."""
    return {
        k
        for code in ("fragment", "run_on", "comma_splice", "verb_form", "agreement")
        for mark in marks(made.doc).get(code, ())
        for k in range(max(0, bisect_left(made.start, mark.start + 1) - 1), bisect_left(made.start, mark.end))
    }


def is_model(made: EssayView, sentence: range) -> bool:
    """Whether a sentence may be shown as a good one: it has a subject, a finite verb, and clauses that are joined.

    It begins with a capital and ends with a mark.
    """
    root = next((k for k in sentence if made.dep[k] == "ROOT"), None)
    if root is None or not made.text[sentence.start][0].isupper() or not _holed_at(made.doc).isdisjoint(sentence):
        return False
    children = set(made.children[root])
    finite = any(made.tag[k] in FINITE_TAGS for k in (root, *children) if k == root or made.dep[k].startswith("aux"))
    finite = finite or any(made.tag[k] in FINITE_TAGS and made.dep[k] == "cop" for k in children)
    subject = any(k < root and made.dep[k] in SUBJECTS for k in children)
    if any(made.dep[k] == "mark" or made.lower[k] in {"when", "while", "which"} for k in children if k < root):
        return False  # a subordinate clause alone
    return finite and (subject or "there" in made.lower[sentence.start : root]) and not _runs_on(made, sentence)


def _runs_on(made: EssayView, sentence: range) -> bool:
    """Whether two full clauses meet in a sentence without a word that joins them."""
    for k in sentence:
        stray = k > sentence.start and made.text[k - 1] == "," and made.text[k].istitle() and made.lower[k] in BEGINNING
        if (stray and made.lower[k] != "i") or made.dep[k] == "parataxis" or (k > sentence.start and _is_bare(made, k)):
            return True
        children = made.children[k]
        own = any(made.dep[j] in SUBJECTS for j in children)
        if (
            own
            and made.dep[k] == "conj"
            and not any(made.dep[j] == "cc" for j in (*children, *made.children[made.head[k]]))
        ):
            return True
        if own and made.dep[k] == "ccomp" and made.head[k] > k:
            return True
    return False


def _is_bare(made: EssayView, k: int) -> bool:
    """Whether a pronoun begins a clause right after a noun or adverb: mostly a new sentence without its mark."""
    begins = made.lower[k] in BEGINNING and made.dep[k] in SUBJECTS
    sentence = made.sentences[made.sentence[k]]
    if begins and made.text[k - 1] == ",":  # "You are late, you cannot stay"
        return made.lower[sentence.start] not in SUBORDINATE_OPENERS and any(
            made.dep[j] in SUBJECTS for j in range(sentence.start, k)
        )
    return begins and made.pos[k - 1] in {"NOUN", "PROPN", "PRON"} and made.tag[k - 1] not in {"WDT", "WP"}
