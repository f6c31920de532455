"""Notes on grammar, spelling, capitals, punctuation and spacing."""

from __future__ import annotations

import pytest
from marked_essays import phrased, pointed_at, read, told
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("The teachers was late. We left.", "verb_disagrees", "The teachers was"),
        ("She can goes there. We left.", "verb_form", "can goes"),
        ("We saw many student there. We left.", "noun_number", "many student"),
        ("He ate a apple there. We left.", "article", "a apple"),
        ("They like there friends. We left.", "words_confused", "there friends"),
        ("We left early. Because it was late at night. They stayed.", "fragment", "Because it was late at night."),
        ("It rained all day, they stayed at home.", "comma_splice", "day, they stayed"),
        ("We saw it when when it came.", "word_doubled", "when when"),
        ("They dont know it. We left.", "apostrophe_missing", "dont"),
        ("We speak english here. We left.", "name_small", "english"),
        ("It was a beautifull day. We left.", "misspelled", "beautifull"),
        ("The zorblaxian came. We met a frimbulous man.", "word_unknown", "frimbulous"),
        ("We left. they stayed at home. We came back.", "beginning_small", "they"),
        ("We left and i stayed. We came back.", "pronoun_small", "i"),
        ("We left . They stayed , too .", "space_before_mark", "t ."),
        ("We left,they stayed. We came back.", "space_missing", "t,t"),
        ("We left. ” They stayed.", "quotation_mark_alone", "”"),
        (
            "It was hot. We left early in the morning and came back at night in the rain\n\nThey slept.",
            "final_mark_missing",
            "night in the rain",
        ),
        (
            "We left. " + "we went to the sea and then we saw the ships and they were big " * 5,
            "marks_missing",
            "we went to the sea",
        ),
        ("We don't know. They can't come. I've seen that she isn't here.", "apostrophes_right", "don't"),
        ("However, we left. Therefore, they stayed. In addition, it rained.", "opening_commas_right", "Therefore,"),
        ("We left the harbour in the morning. They stayed at home.", "spelling_clean", "harbour"),
    ],
)
def test_what_is_said_of_conventions(nlp: Language, text: str, code: str, words: str) -> None:
    doc = read(nlp, text)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("It has “many . . . each of them” words. We left.", "beginning_small"),
        ("Because of it we left. They stayed.", "fragment"),
        ("The harbor mills\n\nWe left in the morning. They stayed.", "final_mark_missing"),
        ("However , we left. Therefore , they stayed. In addition , it rained.", "opening_commas_right"),
        (
            "However, we left. Therefore they stayed. In addition, it rained. Overall, it was fine.",
            "opening_commas_right",
        ),
        ("They dont know. We don't know. We can't come. She isn't here.", "apostrophes_right"),
        ("It was a beautifull day in the harbour.", "spelling_clean"),
        ("The students are here. We left.", "verb_disagrees"),
    ],
)
def test_what_is_not_said_of_conventions(nlp: Language, text: str, code: str) -> None:
    assert code not in told(read(nlp, text))


def test_each_kind_is_said_once_with_its_count(nlp: Language) -> None:
    doc = read(nlp, "We left . They stayed . It rained . We slept . He woke . She sang . All danced . End .")
    note = told(doc)["space_before_mark"]
    assert all("eight times" in text and "“left .”" in text for text in phrased(note))
    assert len(note.places) == 6


@pytest.mark.parametrize(
    ("word", "shown"),
    [("beautifull", "“beautifull” (“beautiful”?)"), ("thier", "“thier”")],
)
def test_a_correction_is_offered_only_for_long_words(nlp: Language, word: str, shown: str) -> None:
    assert told(read(nlp, f"It is {word} house. We left."))["misspelled"].fields["examples"] == shown
