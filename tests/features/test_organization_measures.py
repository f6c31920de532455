"""Paragraphs, connectives and cohesion: a text where each measure is high, and one where it is low."""

from __future__ import annotations

from math import log

import pytest
from spacy.language import Language

from scorer.features import registered
from scorer.features.lexicons.connectives import CONNECTIVES, LEARNED

BLOCK = "Parks cool the town and give us shade. Parks help people rest after work. Towns need parks for all of us."
PARTED = (
    "Parks cool the town and give us shade, so every town with hot summers should keep and plant them now.\n\n"
    "First, parks help people rest after work, because trees and grass calm a tired mind in a short time.\n\n"
    "In conclusion, parks cool the town and help people, and that is why towns should keep their parks."
)
LINKED = "The dog saw a cat. The cat saw the dog. The dog left."
JUMPING = "The dog slept. Rain fell. My uncle sings."


@pytest.mark.parametrize(
    ("name", "high", "low"),
    [
        ("paragraphs", PARTED, BLOCK),
        ("log_paragraphs", PARTED, BLOCK),
        ("full_paragraphs", "Trees are good for us. " * 20, "Trees are good for us."),
        ("paragraph_length", PARTED.replace("\n\n", " "), PARTED),
        ("paragraph_length_variation", "Parks are good.\n\n" + BLOCK + " " + BLOCK, PARTED),
        ("longest_paragraph_share", BLOCK, PARTED),
        ("one_sentence_paragraphs", PARTED, BLOCK),
        ("sentences_per_paragraph", BLOCK, PARTED),
        ("introduction_share", PARTED, BLOCK),
        ("ending_share", PARTED, BLOCK),
        ("has_three_parts", PARTED, BLOCK),
        ("has_conclusion", PARTED, "Dogs bark."),
        ("conclusion_share", PARTED, "Dogs bark."),
        ("has_title", "Why Towns Need Parks\n\n" + PARTED, PARTED),
        ("connectives", "However, we left because it rained. For example, we ran.", "We left. It rained. We ran."),
        ("connective_types", PARTED, "Because it rained. Because it snowed. Because it was."),
        ("connective_class_entropy", PARTED, "Because it rained. Because it snowed."),
        ("learned_connectives", "Therefore we left; however, they stayed.", "So we left, but they stayed."),
        ("additive_connectives", "Furthermore, we ran. In addition, we ate.", "But we ran. We ate."),
        ("contrastive_connectives", "However, we ran, although it rained.", "Also, we ran. It rained."),
        ("causal_connectives", "We ran because it rained, so we won.", "We ran. It rained. We won."),
        ("temporal_connectives", "When it rained, we ran until we won.", "It rained. We ran. We won."),
        ("exemplifying_connectives", "We grow fruit, such as plums. For example, jam.", "We grow plums and sell jam."),
        ("concluding_connectives", "In conclusion, we won. Overall, it was good.", "We won. It was good."),
        ("sequencing_connectives", "First, we ran. Secondly, we won.", "We ran. We won."),
        ("connective_openings", "However, we ran. Therefore, we won.", "We ran, however. We won, therefore."),
        ("paragraph_connectives", PARTED, "We ran to town.\n\nWe won the race.\n\nWe ate."),
        ("commonest_connective_share", "Because it rained. Because it was.", "Because it rained. However, it snowed."),
        ("sentence_overlap", LINKED, JUMPING),
        ("overlap_with_previous_two", LINKED, JUMPING),
        ("noun_overlap", LINKED, JUMPING),
        ("argument_overlap", "The dog slept. It snored.", "The dog slept. Rain fell."),
        ("unlinked_sentences", JUMPING, LINKED),
        ("paragraph_overlap", PARTED, "The dog slept.\n\nRain fell.\n\nMy uncle sings."),
        ("ends_overlap", PARTED, "The dog slept.\n\nRain fell.\n\nMy uncle sings."),
        ("given_share", LINKED, JUMPING),
        ("lexical_chains", LINKED, JUMPING),
        ("pronouns_per_noun", "He saw it and they saw us with a dog.", "The man saw the dog."),
        ("third_person", "He saw it and they left.", "The man saw the dog."),
        ("demonstratives", "This problem is old. These rules help.", "The problem is old. The rules help."),
        ("attended_demonstratives", "This problem is old.", "This is old."),
        ("definite_given", "A dog ran. The dog slept.", "A dog ran. The cat slept."),
    ],
)  # fmt: skip
def test_high_and_low(nlp: Language, name: str, high: str, low: str) -> None:
    measure = registered()[name].measure
    assert measure(nlp(high)) > measure(nlp(low)) >= 0


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("paragraphs", "One two three.\n\nFour five.\n\nSix.", 3),
        ("log_paragraphs", "One two three.\n\nFour five.\n\nSix.", log(4)),
        ("paragraph_length", "We ate three plums.\n\nWe slept.", 3),
        ("longest_paragraph_share", "We ate three plums.\n\nWe slept.", 4 / 6),
        ("introduction_share", "We ate.\n\nWe slept well.\n\nWe left.", 2 / 7),
        ("ending_share", "We ate.\n\nWe slept well.\n\nWe left.", 2 / 7),
        ("connectives", "However, we left because of rain.", 200 / 6),  # "because of" is one connective
        ("connective_openings", "However, we left. We slept.", 0.5),
        ("commonest_connective_share", "But it rained. But it snowed. However, we ran.", 2 / 3),
    ],
)
def test_value_by_hand(nlp: Language, name: str, text: str, expected: float) -> None:
    assert registered()[name].measure(nlp(text)) == pytest.approx(expected)


def test_a_greeting_is_no_title(nlp: Language) -> None:
    assert registered()["has_title"].measure(nlp("Dear Principal\n\n" + PARTED)) == 0.0


def test_a_connective_stands_in_one_class() -> None:
    phrases = [phrase for phrases in CONNECTIVES.values() for phrase in phrases]
    assert len(phrases) == len(set(phrases))
    assert set(phrases) >= LEARNED
