"""Notes on sentences, words and phrases."""

from __future__ import annotations

import pytest
from marked_essays import phrased, pointed_at, read, told
from spacy.language import Language

LONG = "The children who live by the river like to walk along the bank and " + "look at the boats and " * 7 + "go home."
WALK = "We walked to the sea and back again and then we sat by the fire and told each other old stories."
PLAIN = "The cat sat on the mat near the door of the house."


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (f"{PLAIN} {LONG}", "sentence_overlong", "The children"),
        (f"{WALK} We left early.", "sentence_longest", "We walked"),
        (f"{WALK} We left early. The cat sat on the mat .It slept ,too", "sentence_longest", "We walked"),
        ("we went there and saw them and then we left", "sentence_unmarked", "we went"),
        (f"{PLAIN} We left. They stayed. It rained. {PLAIN}", "sentences_choppy", "They stayed."),
        ("They left early. They saw the sea there. They came home late.", "openings_repeated", "They"),
        (
            f"{PLAIN} Although the street is loud at night, the people sleep very well.",
            "sentence_ranks_ideas",
            "Although the street",
        ),
        (
            "We talked. Equality and absurdity need negotiation. The affiliations were detrimental to us all.",
            "words_uncommon",
            "affiliations",
        ),
        ("It is a good day. A good dog is a good friend. Good food helps.", "word_vague", "good"),
        (
            "The harbour is old. " + "A harbour needs ships. Our harbour is safe. " * 3 + "We go.",
            "word_leaned_on",
            "harbour",
        ),
        (f"There are a lot of ships. {PLAIN}", "phrases_of_talk", "a lot"),
        ("We act at the expense of others. On the other hand, we pay.", "phrases_of_argument", "at the expense of"),
        (
            "We go to the old harbour today. They go to the old harbour too. All go to the old harbour.",
            "phrase_repeated",
            "go to the old harbour",
        ),
    ],
)
def test_what_is_said_of_language(nlp: Language, text: str, code: str, words: str) -> None:
    doc = read(nlp, text)
    assert code in told(doc)
    assert any(words in place for place in pointed_at(doc, told(doc)[code]))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{PLAIN} {LONG.replace(' and look', '. Look')}", "sentence_overlong"),
        ("They left early. We saw the sea. They came home.", "openings_repeated"),
        ("He said that “there is a lot of good in it” (Nau 3).", "phrases_of_talk"),
        ("The good of all is good.", "word_vague"),
        (f"{PLAIN} Although the street are loud at night, they sleeps very very badly there.", "sentence_ranks_ideas"),
    ],
)
def test_what_is_not_said_of_language(nlp: Language, text: str, code: str) -> None:
    assert code not in told(read(nlp, text))


def test_a_mixture_is_shown_on_whole_sentences(nlp: Language) -> None:
    """Not on fragments, questions, or clauses that run together."""
    broken = (
        "Dogs, boats, and the sea. Is it so far? We ran home and the bus came it was late and we sat in it for an hour."
    )
    doc = read(nlp, f"{broken} {PLAIN} It rained all day. {PLAIN} {WALK}")
    short, long = pointed_at(doc, told(doc)["sentences_mixed"])
    assert (short, long[:9]) == ("It rained all day.", "We walked")


def test_a_repeated_opening_is_counted(nlp: Language) -> None:
    note = told(read(nlp, "They left early. They saw the sea there. They came home late. They slept. We woke."))[
        "openings_repeated"
    ]
    assert all("four" in text and "“They”" in text for text in phrased(note))
    assert len(note.places) == 4
