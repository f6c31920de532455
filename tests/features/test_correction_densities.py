"""Densities of marks: each code is counted once, and a mark that stands for several places counts as many."""

from __future__ import annotations

import pytest
from spacy.language import Language

from scorer.corrections import codes
from scorer.features import registered
from scorer.features.lexicons.corrections import CONVENTIONS, LANGUAGE

CLEAN = "We stayed at home because it rained. The house was warm, and nobody minded."


def test_every_code_is_counted_once() -> None:
    counted = [code for kinds in (CONVENTIONS, LANGUAGE) for _, group in kinds.values() for code in group]
    assert len(counted) == len(set(counted))
    assert set(codes()) - set(counted) == {"uncited_claim", "citation_form"}


@pytest.mark.parametrize(
    ("name", "text", "slips"),
    [
        ("marked_spelling", "We left becuase it rained. It was beutiful there.", 2),
        ("marked_agreement", "My parents wants me to study. They was happy about it.", 2),
        ("marked_spacing", "It was late . We left . Nobody came .", 3),
        ("marked_fragments", "We stayed at home. Because it was raining.", 1),
    ],
)
def test_slips_per_hundred_words(nlp: Language, name: str, text: str, slips: int) -> None:
    doc = nlp(text)
    words = sum(any(c.isalpha() for c in word) for word in text.split())
    assert registered()[name].measure(doc) == pytest.approx(100 * slips / words)
    assert registered()["marked_slips"].measure(doc) == pytest.approx(100 * slips / words)


def test_a_clean_text_has_none(nlp: Language) -> None:
    assert registered()["marked_slips"].measure(nlp(CLEAN)) == 0.0
