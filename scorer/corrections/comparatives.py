"""Comparisons made twice: "more better", "most easiest".

Measured (``docs/feedback.md``), marks on an error, on learners' sentences and in a reviewed sample of essays:
``double_comparative`` 1 of 1 and 15 of 16.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from scorer.corrections.ground import own_words, place
from scorer.corrections.lexicons.grammar import COMPARED, MESSAGES, SUPERLATIVES
from scorer.corrections.registry import Mark, check
from scorer.pipeline.annotations import text_of
from scorer.pipeline.view import view

SURE = 0.95


@check("double_comparative")
def double_comparatives(doc: Doc) -> Iterator[Mark]:
    """ "More" or "most" before a form that compares already."""
    made, own = view(doc), own_words(doc)
    for k in range(len(made) - 1):
        word, after = made.lower[k], made.lower[k + 1]
        compared = (word == "more" and after in COMPARED) or (word == "most" and after in SUPERLATIVES)
        if compared and own[k] and made.sentence[k] == made.sentence[k + 1]:
            start, end = place(made, k, k + 1)
            message = MESSAGES["comparative"].format(old=text_of(doc)[start:end], new=made.text[k + 1])
            yield Mark(start, end, message, (made.text[k + 1],), SURE)
