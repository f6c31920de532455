"""Quoted words, and marks without a pair."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.annotations import Found
from scorer.pipeline.citations import Citations
from scorer.pipeline.quotations import Quotations
from scorer.pipeline.quotations.sentences import SentenceStarts

ENGLISH = spacy.blank("en")


def read(text: str, *, paragraphs: bool = False) -> Doc:
    doc = ENGLISH.make_doc(text)
    if paragraphs:
        place = 0
        for line in text.split("\n"):
            if line.strip():
                doc._.paragraphs.append(Found(place, place + len(line)))
            place += len(line) + 1
    return Quotations()(doc)


def quoted(text: str, **how: bool) -> list[str]:
    return [text[q.start : q.end] for q in read(text, **how)._.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Nau calls it "a matter of concern" to all.', ['"a matter of concern"']),
        ("There is no “world government” to turn to.", ["“world government”"]),
        ("Il dit « la paix » ici.", ["« la paix »"]),
        ("He wrote ``peace lasts'' twice.", ["``peace lasts''"]),
        ("''It clearly says so'' is what he wrote.", ["''It clearly says so''"]),
        ('One "first" and one "second" word.', ['"first"', '"second"']),
        ('Others "answer texts "right away"." Then they stop.', ['"answer texts "right away"."']),
        ('He said" hello there my" friend.', ['" hello there my"']),
        ("It says “peace lasts“ to us all.", ["“peace lasts“"]),
        ('A pipe of 6" and a "pipe dream" of mine.', ['"pipe dream"']),
        ("She said, 'I am not done yet,' and left.", ["'I am not done yet,'"]),
        ("Critics speak of a ‘balance of threat’ today.", ["‘balance of threat’"]),
    ],
)
def test_quoted_words_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert read(text)._.unbalanced_quotes == []


@pytest.mark.parametrize(
    "text",
    [
        "The nations' leaders didn't keep the allies' promises.",
        "Rock 'n' roll in the '90s wasn't John's thing 'cause it's loud.",
        "It isn't the students' or the teachers' fault.",
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "unopened", "marks"),
    [
        (
            "States must avoid being conquered or endangered” (Walt 12).",
            "States must avoid being conquered or endangered”",
            1,
        ),
        ('All agree. Nau says that peace needs a strong league" (28).', 'peace needs a strong league"', 1),
        ('It is a "league" of states that fear the strongest one" (28).', 'of states that fear the strongest one"', 1),
    ],
)
def test_a_closing_mark_without_an_opening_one_closes_the_words_before_it(text: str, unopened: str, marks: int) -> None:
    doc = read(text)
    assert [text[q.start : q.end] for q in doc._.quotations if q.unopened] == [unopened]
    assert len(doc._.unbalanced_quotes) == marks


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ('He said "peace lasts and nobody closed it.', 8),
        ("The essay ends . “", 17),
        ('Third, it states," If it fails, nobody pays for it.', 17),
    ],
)
def test_an_opening_mark_without_a_closing_one_is_only_reported(text: str, at: int) -> None:
    doc = read(text)
    assert doc._.quotations == []
    assert [mark.start for mark in doc._.unbalanced_quotes] == [at]


@pytest.mark.parametrize("text", ['He wrote "this is\n\nnot one" quotation.', 'He wrote "this\nis not" one.'])
def test_no_quotation_crosses_a_paragraph_break(text: str) -> None:
    doc = read(text, paragraphs="\n\n" not in text)
    assert all("\n" not in text[q.start : q.end] for q in doc._.quotations)
    assert len(doc._.unbalanced_quotes) == 2


def test_the_prompt_is_left_out() -> None:
    text = 'Explain "peace" well.\n\nPeace is "good" for all.'
    doc = ENGLISH.make_doc(text)
    doc._.prompt = Found(0, text.index("\n"))
    assert [text[q.start : q.end] for q in Quotations()(doc)._.quotations] == ['"good"']


def test_single_marks_can_be_left_alone() -> None:
    doc = Quotations(single=False)(ENGLISH.make_doc("She said, 'I am not done yet,' and left."))
    assert doc._.quotations == []


@pytest.mark.parametrize(
    ("text", "offset", "start"),
    [
        ("He left . . . and Dr. Nau stayed (28). We agree.", 30, 0),
        ("He left . . . and Dr. Nau stayed (28). We agree.", 42, 39),
        ("Peace holds . War ends .", 16, 14),
        ("The U.S. Army left. They won", 21, 20),
        ("One line\nanother", 12, 9),
    ],
)
def test_sentences_begin_where_a_reader_sees_them_begin(text: str, offset: int, start: int) -> None:
    assert SentenceStarts(text).before(offset) == start


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ('Trams help. "They carry many people at once." We need them.', [True]),
        ('Trams help. "They carry many people at once" (Nau 12). We need them.', [True]),
        ('Nau says, "They carry many people at once" (12).', [False]),
        ('Nau says: "They carry many people at once." We agree.', [False]),
        ('"They carry many people at once," Nau says.', [False]),
        ('Trams help. "Stop!" We need them.', [False]),
    ],
)
def test_a_quotation_without_words_of_the_writer_is_dropped_in(text: str, dropped: list[bool]) -> None:
    doc = Citations()(read(text))
    assert [quotation.dropped for quotation in doc._.quotations] == dropped


def test_a_block_quotation_is_introduced_by_a_colon_and_ends_with_its_source() -> None:
    words = (
        "The trams of the old town carried more people in a year than all cars of the county together, and the streets "
    )
    words += "were quiet enough that one could hear the fountains from the hill."
    doc = read(f"Nau remembers it well:\n\n{words} (Nau 12)\n\nSo do we, (see above) after all.")
    assert [(doc.text[q.start : q.end], q.block) for q in doc._.quotations] == [(words, True)]
    doc = Citations()(doc)
    assert doc._.quotations[0].citation == 0


def test_a_paragraph_behind_a_colon_is_no_block_quotation_without_a_source() -> None:
    words = "The trams of the old town carried more people in a year than all cars of the county together. " * 3
    assert read(f"This is why:\n\n{words}")._.quotations == []


def test_seed_essay(nlp: Language, seed_path: Path) -> None:
    text = seed_path.read_text(encoding="utf-8")
    doc = nlp(text)
    unopened = [q for q in doc._.quotations if q.unopened]
    assert len(unopened) == 1
    words = text[unopened[0].start : unopened[0].end]
    assert words.endswith("or otherwise endangered”") and "each has to rely on its own resources" in words
    assert [text[m.start : m.end] for m in doc._.unbalanced_quotes] == ["”", "“"]
    assert [text[q.start : q.end].split()[0] for q in doc._.quotations if not q.unopened] == [
        "“world",
        "“aligning",
        "“any",
    ]
    assert [q.citation for q in doc._.quotations] == [None, 0, 1, 3]


MARKED = st.text(alphabet=st.sampled_from("ab .,\n\"'“”‘’«»`6(")) | st.text()


@given(MARKED)
def test_spans_hold_for_any_text(text: str) -> None:
    doc = read(text)
    ends = 0
    for quotation in doc._.quotations:
        assert 0 <= ends <= quotation.start < quotation.end <= len(text)
        words = text[quotation.start : quotation.end]
        assert words == words.strip()
        ends = quotation.end
    assert all(0 <= mark.start < mark.end <= len(text) for mark in doc._.unbalanced_quotes)
