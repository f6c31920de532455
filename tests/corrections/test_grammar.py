"""Spelling, grammar and sentence boundaries: what is wrong is mostly found, what is right is always left alone."""

from __future__ import annotations

import re

import pytest
from grammar_right import RIGHT
from grammar_wrong import WRONG
from spacy.language import Language

from scorer.assessment import Correction
from scorer.corrections import corrections

BEFORE = "Our class wrote about this for a week."
AFTER = "That is all there is to say."
MARKED = re.compile(r"\[\[(.*?)\]\]")
FOUND = 0.85
"""Share of the wrong sentences in which the slip must be found."""


def marked(nlp: Language, sentence: str) -> list[Correction]:
    """The marks on a sentence that stands among others, so that it is no title and no prompt."""
    return list(corrections(nlp(f"{BEFORE} {sentence} {AFTER}")))


def is_found(nlp: Language, code: str, sentence: str, suggestion: str | None) -> bool:
    match = MARKED.search(sentence)
    assert match is not None
    start = len(BEFORE) + 1 + match.start()
    end = start + len(match[1])
    return any(
        made.code == code
        and made.start < end
        and start < made.end
        and (suggestion is None or suggestion in made.suggestions)
        for made in marked(nlp, MARKED.sub(r"\1", sentence))
    )


def test_most_slips_are_found(nlp: Language) -> None:
    missed = [entry for entry in WRONG if not is_found(nlp, *entry)]
    assert len(missed) <= (1 - FOUND) * len(WRONG), missed


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_is_left_alone(nlp: Language, sentence: str) -> None:
    assert [(made.code, made.text, made.suggestions) for made in marked(nlp, sentence)] == []


def test_the_tables_are_large_and_even() -> None:
    assert len(WRONG) >= 110
    assert len(RIGHT) >= 110
    assert len({sentence for _, sentence, _ in WRONG} | set(RIGHT)) == len(WRONG) + len(RIGHT)
