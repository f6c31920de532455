"""The assignment, parted from the essay."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found, text_of, trimmed
from scorer.pipeline.paragraphs.component import split_paragraphs
from scorer.pipeline.prompt import patterns


class Prompt:
    """Find the assignment at the head of the file, so that it is not graded as the student's words.

    A prompt given apart (``doc._.given_prompt``) is looked for word by word; only if it stands there is it a
    span. With or without one, the leading paragraphs are taken while they read like an assignment: they are announced
    ("Prompt:"), or, without saying "I", end by setting a task ("Explain why ...", "do you agree?"), or are one lone
    question of the kind that is set. The announcing word is left out of the span. A question that draws the reader in
    ("Have you ever ...?") is the essay's own.

    Sets ``doc._.prompt``. Confidence: 1 given and found, .95 announced, .9 sets a task or asks for an opinion,
    .7 another lone question.

        >>> import spacy
        >>> doc = Prompt()(spacy.blank("en")("Do you agree?\\nI agree. Dogs are kind, and they are loyal to us."))
        >>> doc.text[doc._.prompt.start:doc._.prompt.end]
        'Do you agree?'
    """

    def __call__(self, doc: Doc) -> Doc:
        given = find_given(text_of(doc), doc._.given_prompt) if doc._.given_prompt else None
        found = [span for span in (given, find_prompt(text_of(doc))) if span]
        doc._.prompt = max(found, key=lambda span: span.end, default=None)
        return doc


def find_given(text: str, prompt: str) -> Found | None:
    """Where ``prompt`` stands at the head of ``text``, white space and case aside; else None."""
    words = [re.escape(word) for word in prompt.split()]
    label = rf"(?:{patterns.LABEL_HEAD})?+" if words and not patterns.LABEL.match(prompt) else ""
    match = re.match(rf"\s*{label}\s*(" + r"\s+".join(words) + ")", text, re.I) if words else None
    return Found(*match.span(1)) if match else None


def find_prompt(text: str) -> Found | None:
    """The leading paragraphs that read like an assignment; None where there are none, or nothing else is there."""
    pieces, _ = split_paragraphs(text)
    confidence = 1.0
    taken: list[tuple[int, int]] = []
    for piece in pieces[:-1]:
        sure = assignment(text[slice(*piece)])
        if not sure:
            break
        taken.append(piece)
        confidence = min(confidence, sure)
    if len(taken) == 1 and patterns.LABEL_ALONE.match(text[slice(*taken[0])]):
        return None
    if not taken:
        return None
    start, end = trimmed(text, taken[0][0], taken[-1][1])
    if (label := patterns.ANNOUNCING.match(text[start:end])) and label.end() < end - start:
        start, end = trimmed(text, start + label.end(), end)
    if end - start > patterns.LARGEST_SHARE * (trimmed(text, 0, len(text))[1] - start):
        return None
    return Found(start, end, confidence)


def assignment(paragraph: str) -> float:
    """How sure it is that a paragraph is an assignment, 0 to 1: 0 where it is not."""
    if patterns.LABEL.match(paragraph):
        return patterns.ANNOUNCED
    if patterns.FIRST_PERSON.search(paragraph):
        return 0.0
    *before, last = patterns.SENTENCE.split(paragraph.strip())
    if patterns.COMMAND.match(last):
        return 0.9
    if not patterns.QUESTION.search(last):
        return 0.0
    if before:
        return 0.9 if patterns.VERDICT.search(last) else 0.0
    return _lone_question(last)


def _lone_question(question: str) -> float:
    """How sure it is that a question on a line of its own was set, and is not the writer's own opening."""
    if patterns.OWN_QUESTION.search(question) or len(question.split()) > patterns.LONGEST_QUESTION:
        return 0.0
    if patterns.OPINION.search(question):
        return 0.9
    if patterns.SECOND_PERSON.search(question) and not patterns.YOUR_SCHOOL.match(question):
        return 0.0
    enough = next((words for first, words in patterns.ASKING if first.match(question)), None)
    return 0.7 if enough and len(question.split()) >= enough else 0.0
