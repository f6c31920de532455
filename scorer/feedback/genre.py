"""What kind of text the essay is, so that none is asked for what only another kind needs.

An argument may need sources, objections and paragraphs. A story of the writer's own life needs no outside source. A
short answer about a given text needs neither a list of works nor a second paragraph: the reader has the text.
"""

from __future__ import annotations

from scorer.features.clauses import FINITE_TAGS
from scorer.features.lexicons.stance import FIRST_PERSON
from scorer.feedback.patterns import ANALYSED, GRAVE, SOURCE_WORDS
from scorer.pipeline.view import EssayView, shared

SHORT = 250
"""Words up to which a text in one paragraph is an answer rather than an essay of several parts."""
HEAD = 2
"""Sentences in which an answer names the text that it is about."""
EVENTS, STORY = 6, 0.6
"""Verbs in the past tense, and their share of the finite verbs, from which an essay tells what happened."""
OWN_STORY = 0.03
"""Share of "I", "we" and the like among the words of a story of the writer's own."""
SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PERSONAL = 0.05
"""Share of "I", "me" and "my" among the words from which the writer is the subject of the essay."""


def is_short(made: EssayView) -> bool:
    """Whether the text is one paragraph of few words."""
    return len(made.worded_paragraphs) == 1 and len(made.spelled) < SHORT


@shared
def is_answer(made: EssayView) -> bool:
    """Whether the text is one short paragraph about a text that the reader has."""
    return is_short(made) and any(names_text(made, sentence) for sentence in made.worded_sentences)


@shared
def speaks_of_text(made: EssayView) -> bool:
    """Whether one of the first sentences names a text, its author or a part of it: the essay is about that text."""
    return any(names_text(made, sentence) for sentence in made.worded_sentences[:HEAD])


def names_text(made: EssayView, sentence: range) -> bool:
    """Whether a sentence speaks of a text, of its author or of a part of it."""
    return SOURCE_WORDS.found(made.lower, sentence) or any(made.lemma[k].lower() in ANALYSED for k in sentence)


@shared
def is_personal(made: EssayView) -> bool:
    """Whether the writer's own life, plans and feelings are what the essay is about."""
    return sum(lower in SINGULAR for lower in made.lower) >= PERSONAL * len(made.spelled)


@shared
def is_narrative(made: EssayView) -> bool:
    """Whether most of the text tells what happened, to the writer or to others."""
    finite = [k for k in range(len(made)) if made.tag[k] in FINITE_TAGS]
    return sum(made.tag[k] == "VBD" for k in finite) >= max(EVENTS, STORY * len(finite))


@shared
def tells_own_story(made: EssayView) -> bool:
    """Whether most of the text tells what happened to the writer."""
    own = sum(lower in FIRST_PERSON for lower in made.lower)
    return is_narrative(made.doc) and own >= OWN_STORY * len(made.spelled)


@shared
def grave(made: EssayView) -> list[range]:
    """The paragraphs in which the writer tells of violence or death in his or her own life."""
    return [
        paragraph
        for paragraph in made.worded_paragraphs
        if GRAVE.found(made.lower, paragraph) and any(made.lower[k] in SINGULAR for k in paragraph)
    ]


def tells_own_case(made: EssayView, stretch: range) -> bool:
    """Whether a stretch tells something particular that the writer did, had or saw: "I" and a past form."""
    words = {made.lower[k] for k in stretch}
    return not words.isdisjoint(FIRST_PERSON) and any(made.tag[k] in {"VBD", "VBN"} for k in stretch)
