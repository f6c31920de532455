"""Statements that want a source are marked, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.assessment import Correction
from scorer.corrections import check, corrections
from scorer.pipeline.load import annotate

BEFORE = "Many towns think about their buses these days."
AFTER = "It is a pity that so few towns act."


def found(doc: Doc) -> list[Correction]:
    return [made for made in corrections(doc) if made.code == "uncited_claim"]


def marked(doc: Doc) -> list[str]:
    return [made.text for made in found(doc)]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("About 62% of teens take the bus every morning.", "62%"),
        ("Nearly forty percent of all drivers have sent a message at the wheel.", "forty percent"),
        ("Since then the smog in the valley went down 35 percent.", "35 percent"),
        ("One in three adults has never read a timetable.", "One in three adults"),
        ("Two thirds of all parents drive their children to lessons.", "Two thirds of all parents"),
        ("More than 4,500 people die on these roads each year.", "4,500 people"),
        ("The city spent $3 million on new stops.", "$3 million"),
        ("The average teenager spends about 7 hours with a screen.", "The average teenager spends about 7"),
        ("Tired drivers are three times more likely to crash.", "three times more likely"),
        ("Studies show that walking helps people think.", "Studies show"),
        ("It is clear, and recent research has proven that sleep matters.", "recent research has proven"),
        ("Scientists have found that plants calm people down.", "Scientists have found"),
        ("A recent survey found that most riders are happy.", "A recent survey found"),
        ("According to research, early lessons make nobody smarter.", "According to research"),
        ("It has been scientifically proven that green rooms calm people.", "been scientifically proven"),
    ],
)
def test_statements_that_want_a_source(nlp: Language, sentence: str, phrase: str) -> None:
    (made,) = found(annotate(nlp, f"{BEFORE} {sentence} {AFTER}"))
    assert (made.code, made.text, made.suggestions) == ("uncited_claim", sentence, ())
    assert f"“{phrase}”" in made.message
    assert made.start == len(BEFORE) + 1


@pytest.mark.parametrize(
    "sentence",
    [
        # a source is named or pointed at
        "About 62% of teens take the bus every morning (Moss 14).",
        "According to the article, 62% of teens take the bus.",
        "In paragraph 3 it says that 62 percent of teens take the bus.",
        "A study by Harvard found that walking helps people think.",
        "A study from the University of Orle showed that walking helps.",
        "The National Safety Council reported 4,500 deaths on these roads.",
        "The author says that studies show this again and again.",
        'The leaflet says "62% of teens take the bus every morning" to everyone.',
        # the writer's own life
        "In my class 62% of students take the bus.",
        "I asked around, and 62% of people said yes.",
        "About 70% of students at our school like the new menu.",
        "My research shows that nobody likes mornings.",
        # supposed
        "If 50% or even 62% of teens took the bus, the roads would be empty.",
        "Imagine that 4,500 people came to the match.",
        "I bet 80% of people would agree.",
        "Maybe 30% of adults walk.",
        "Did you hear that 62% of teens take the bus?",
        "No studies show that homework helps.",
        "Scientists should find out more.",
        # figures of speech, marks, the calendar, common knowledge
        "People give 100% of what they have.",
        "It works 90% of the time.",
        "He gave 110 percent, and she was 50% sure.",
        "She got a 95% on the test and a B in art.",
        "A day has 24 hours and a year has 365 days.",
        "The road was built in 1998 and closed in 2004.",
        "There are 7 billion people on earth.",
        "Room 2045 people are loud.",
        "Students study a lot, and the research is hard.",
    ],
)
def test_statements_that_want_none(nlp: Language, sentence: str) -> None:
    assert marked(annotate(nlp, f"{BEFORE} {sentence} {AFTER}")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The article is about Paris. It tells of a ban on cars. About 4,000 drivers were fined on that day.",
        "About 4,000 drivers were fined on that day. This is told in paragraph 6.",
        "About 4,000 drivers were fined on that day. As Moss writes, “it was a start” (12).",
        "About 4,000 drivers were fined on that day.\n\n(Source 2, paragraph 6)\n\nThat is a lot.",
        "As the author of\n\nThe Quiet City\n\n, tells us, 4,000 drivers were fined on that day.",
    ],
)
def test_a_source_nearby_is_enough(nlp: Language, text: str) -> None:
    assert marked(nlp(text)) == []


def test_a_source_in_another_paragraph_is_not(nlp: Language) -> None:
    claim = "About 4,000 drivers were fined on that day."
    assert marked(nlp(f"The article is about Paris.\n\n{claim} They were angry.\n\nI liked it.")) == [claim]


def test_the_prompts_figures_and_copied_words_are_not_the_writers(nlp: Language) -> None:
    claim = "About 62% of teens take the bus every morning to their lessons in the old town."
    text = f"{BEFORE} {claim} {AFTER}"
    assert marked(annotate(nlp, text)) == [claim]
    assert marked(annotate(nlp, text, prompt="A survey says that 62% take the bus. Is that good?")) == []
    assert marked(annotate(nlp, text, sources=(claim,))) == []


def test_one_mark_a_sentence_and_messages_take_turns(nlp: Language) -> None:
    text = "About 62% of teens take the bus and 20% of adults walk. Only 12% of parents cycle. Studies show it helps."
    made = found(nlp(text))
    assert [text[m.start : m.end] for m in made] == [m.text for m in made]
    assert len(made) == 3
    assert len({m.message for m in made}) == 3
    assert found(nlp(text)) == made


def test_a_sentence_without_end_is_marked_at_the_phrase(nlp: Language) -> None:
    text = "About 62% of teens take the bus and " + "they sit there and they talk and " * 15 + "that is it."
    assert marked(nlp(text)) == ["62%"]


def test_a_code_is_taken_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        check("uncited_claim")(lambda doc: [])


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["62% ", "of teens ", "Studies show ", "that ", "4,500 people ", ". ", "\n\n", "(", "“", "”", "İ", "1", "%"]
        ),
        max_size=20,
    ).map("".join)
)
def test_marks_are_stretches_of_any_text(nlp: Language, text: str) -> None:
    for made in found(nlp(text)):
        assert text[made.start : made.end] == made.text
        assert made.text.strip() == made.text != ""
