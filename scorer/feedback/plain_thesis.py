"""Whether the thesis that was found is plain enough to be shown as the writer's, and whether a story stands for one."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer.features.argument import Stretch, argument
from scorer.features.capitals import FINAL_MARKS
from scorer.features.clauses import FINITE_TAGS
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.features.thesis import opening, thesis_obligation, thesis_question, thesis_stance_verb
from scorer.feedback.excerpts import CLOSERS, is_glued, words_in
from scorer.feedback.genre import SINGULAR, speaks_of_text, tells_own_story
from scorer.feedback.patterns import BECAUSE, OBJECTIONS
from scorer.feedback.position import (
    ENDING,
    JOINING,
    LEAD,
    explains,
    introduced,
    is_decreed,
    may_state,
    only_announces,
    opened,
    opening_may_state,
    stated,
    states,
    taken_up,
)
from scorer.pipeline.view import EssayView, shared

SURE = 0.6
"""Confidence from which the finding is shown as the thesis without asking."""
CERTAIN = 0.85
"""Confidence from which the thesis is praised as one."""
QUESTIONS = frozenset({"how", "why", "what", "who", "where"})
"""First words, or second ones after "so", of what may be a question."""


@shared
def has_plain_thesis(made: EssayView) -> bool:
    """Whether the thesis is sure: a whole statement of the writer's own that nothing else in the essay outdoes."""
    doc = made.doc
    thesis = argument(doc).thesis
    if not thesis.words or doc._.thesis.confidence < SURE or only_announces(doc):
        return False
    past = any(made.tag[k] == "VBD" for k in thesis.sentences)
    if past and not SINGULAR.isdisjoint(made.lower[thesis.sentences.start : thesis.sentences.stop]):
        return False  # a story
    return _is_whole(made, thesis) and not (_is_of_others(made, thesis) or _is_outdone(made, thesis))


@shared
def is_certain(made: EssayView) -> bool:
    """Whether a plain thesis may be praised or built on: found with high confidence, at the head of its sentence or
    from "I believe" on."""
    doc = made.doc
    if not has_plain_thesis(doc) or doc._.thesis.confidence < CERTAIN:
        return False
    near = introduced(doc)
    said = states(made, near) and not FIRST_PERSON.isdisjoint(made.lower[near.start : near.stop])
    return said or (near.start == argument(doc).thesis.sentences.start and not _points_back(made, near))


def _points_back(made: EssayView, stretch: range) -> bool:
    """Whether the first subject of a stretch is a "that" or "it", so that the words before say what is meant."""
    subject = next((k for k in stretch if made.dep[k].startswith("nsubj")), None)
    return subject is not None and made.lower[subject] in {"that", "this", "these", "those", "it", "they"}


def _is_whole(made: EssayView, thesis: Stretch) -> bool:
    """Whether the thesis is no piece of a longer sentence, no question, no reason, and holds a finite verb.

    Without a mark of stance, it is no whole deep inside its sentence or after a joining word either.
    """
    sentence, near = thesis.sentences, introduced(made.doc)
    begun = range(sentence.start, thesis.positions.start)
    glued = is_glued(made, sentence) and not states(made, thesis.positions)
    torn = made.text[sentence.stop - 1] not in FINAL_MARKS | CLOSERS
    asked = not QUESTIONS.isdisjoint(made.lower[sentence.start : sentence.start + 2])
    finite = any(made.tag[k] in FINITE_TAGS for k in near)
    if not finite or glued or torn or asked or explains(made, sentence):
        return False
    inside = words_in(made, range(sentence.start, near.start)) > LEAD
    bound = BECAUSE.found(made.lower, begun) or made.lower[sentence.start] in JOINING
    return _is_sided(made.doc) or not (inside or bound)


def _is_sided(doc: Doc) -> bool:
    """Whether the sentence of the thesis says "I believe" or "should"."""
    return bool(thesis_stance_verb(doc) or thesis_obligation(doc))


def _is_of_others(made: EssayView, thesis: Stretch) -> bool:
    """Whether the words before the thesis hand it to others, or tell what others ordered."""
    begun = range(thesis.sentences.start, thesis.positions.start)
    handed = OBJECTIONS.found(made.lower, begun) and not states(made, begun)
    return handed or OBJECTIONS.found(made.lower, begun[-LEAD:]) or is_decreed(made, thesis.sentences)


def _is_outdone(made: EssayView, thesis: Stretch) -> bool:
    """Whether another sentence has the better claim to be the thesis.

    A finding without a mark of stance gives way to "I believe" in the opening, and to what the ending takes up; one
    after the opening to whatever the opening states, and a question to an answer.
    """
    doc, said, best = made.doc, stated(made.doc), taken_up(made.doc)
    sided = _is_sided(doc)
    rival = said is not None and said.start in opening(doc) and said.start not in thesis.sentences
    less = best is not None and best.start not in thesis.sentences
    early = any(thesis.positions.start in sentence for sentence in opened(doc))
    late = not early and (opening_may_state(doc) or speaks_of_text(doc))
    return late or (rival and not (sided and not thesis_question(doc))) or (less and not sided)


@shared
def tells_story(made: EssayView) -> bool:
    """Whether most of the essay tells what happened to the writer, and neither argues nor speaks of a text."""
    argues = has_plain_thesis(made.doc) or opening_may_state(made.doc)
    argues = argues or any(may_state(made, s) for s in made.worded_sentences[-ENDING:])
    return not (argues or speaks_of_text(made.doc)) and tells_own_story(made.doc)
