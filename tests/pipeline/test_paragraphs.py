"""Paragraphs, also where the file has lost them."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from scorer.pipeline.annotations import Found
from scorer.pipeline.paragraphs import Paragraphs
from scorer.pipeline.paragraphs.component import split_paragraphs

LONG = "This line is long, " * 8 + "and no mail program breaks so late, so it is a paragraph"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n\t ", []),
        ("One. Two.", ["One. Two."]),
        ("One. Two.\n\nThree.", ["One. Two.", "Three."]),
        ("One.\n \t\n\n\nTwo.\n", ["One.", "Two."]),
        ("\tOne here. It goes on.\n\tTwo here.", ["One here. It goes on.", "Two here."]),
        ("A title\n\nOne.\nTwo.", ["A title", "One.", "Two."]),
        ("One ends (so).\nTwo “ends.”\nThree.", ["One ends (so).", "Two “ends.”", "Three."]),
        (f"{LONG}\n{LONG}\n{LONG}", [LONG, LONG, LONG]),
    ],
)
def test_line_breaks_part_paragraphs(text: str, expected: list[str]) -> None:
    assert split(text) == expected
    assert split_paragraphs(text)[1] is False


@pytest.mark.parametrize(
    "text",
    [
        "The first line stops\nin mid-sentence and the\nnext one does. And\nso on.",
        "A line of mail that was\nwrapped. It stops where\nthe width says, not\nwhere a thought ends.",
    ],
)
def test_wrapped_lines_are_one_paragraph(text: str) -> None:
    assert split(text) == [text]
    assert split(f"{text}\n\n{text}") == [text, text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is done.   Two begins here.", ["One is done.", "Two begins here."]),
        ("Is it?      Yes.\u00a0\u00a0\u00a0No!", ["Is it?", "Yes.", "No!"]),
        ("He said “no.”    Then he left.", ["He said “no.”", "Then he left."]),
    ],
)
def test_runs_of_spaces_after_a_sentence_are_lost_breaks(text: str, expected: list[str]) -> None:
    pieces, guessed = split_paragraphs(text)
    assert [text[start:end] for start, end in pieces] == expected
    assert guessed


@pytest.mark.parametrize(
    "text",
    [
        "Two spaces.  As typists do.  Always.",
        "Spaces     in mid-sentence tell nothing.",
        "One.   Two.\nThree.",
    ],
)
def test_other_spaces_are_not_breaks(text: str) -> None:
    pieces, guessed = split_paragraphs(text)
    assert not guessed
    assert [text[start:end] for start, end in pieces] == text.split("\n")


def test_the_prompt_is_no_paragraph() -> None:
    doc = spacy.blank("en").make_doc("Dogs or cats?\nDogs are kind.\nCats are not.")
    doc._.prompt = Found(0, 13)
    assert [doc.text[p.start : p.end] for p in Paragraphs()(doc)._.paragraphs] == ["Dogs are kind.", "Cats are not."]


@given(st.text(alphabet="ab.!”) \n\t\u00a0é", max_size=200), st.integers(0, 50))
def test_paragraphs_hold_every_letter_once_in_order(text: str, start: int) -> None:
    start = min(start, len(text))
    pieces, _ = split_paragraphs(text, start)
    place = start
    for begin, end in pieces:
        assert place <= begin < end
        assert not text[place:begin].strip()
        assert text[begin:end] == text[begin:end].strip()
        place = end
    assert not text[place:].strip()
