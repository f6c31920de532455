"""What is measured of a thesis."""

from __future__ import annotations

import pytest
from essay_builder import build
from spacy.language import Language
from spacy.tokens import Doc

from scorer.features import thesis
from scorer.features.registry import registered
from scorer.pipeline.annotations import Found
from scorer.pipeline.frequency import zipf

ESSAY = (
    "Cities grow. I believe {T|parks must stay open}. {R|Parks cool streets}.\n\n"
    "{E1|Trees shade benches}.\n\n{C|In short, {S|open parks help streets}.}"
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("thesis_present", 1.0),
        ("thesis_confidence", 0.75),
        ("thesis_early", 1 - 4 / 20),  # "Cities grow. I believe" stand before it
        ("thesis_in_opening", 1.0),
        ("thesis_words", 4.0),
        ("thesis_content", 3.0),  # parks stay open
        ("thesis_names_and_numbers", 0.0),
        ("thesis_obligation", 1.0),
        ("thesis_stance_verb", 1.0),
        ("thesis_comparison", 0.0),
        ("thesis_evaluation", 0.0),
        ("thesis_stance", 2.0),
        ("thesis_first_person", 1.0),
        ("thesis_question", 0.0),
        ("thesis_topic_coverage", 2 / 3),  # parks, open and streets come twice
        ("thesis_in_conclusion", 2 / 3),
        ("thesis_restated_at_end", 1.0),
        ("thesis_restatements", 1.0),
        ("thesis_restatement_likeness", 2 / 5),
        ("thesis_precision", 8 - (zipf("parks") + zipf("stay") + zipf("open")) / 3),
    ],
)
def test_arithmetic_on_one_essay(name: str, expected: float) -> None:
    assert registered()[name].measure(build(ESSAY)) == pytest.approx(expected)


def test_no_thesis_is_zero_everywhere() -> None:
    doc = build("Cities grow. They must plan, because people come.")
    values = {name: item.measure(doc) for name, item in registered().items() if item.group == "thesis"}
    assert len(values) >= 20
    assert set(values.values()) == {0.0}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("We {T|should ban cars}.", "thesis_obligation", 1),
        ("We {T|ban cars}.", "thesis_obligation", 0),
        ("{T|Cars are harmful}.", "thesis_evaluation", 1),
        ("{T|Cars are vehicles}.", "thesis_evaluation", 0),
        ("I would also strongly advise that {T|cars go}.", "thesis_stance_verb", 1),
        ("In my opinion, {T|cars go}.", "thesis_stance_verb", 1),
        ("Some people believe {T|cars go}.", "thesis_stance_verb", 0),
        ("I live here. {T|Cars go}, they think.", "thesis_stance_verb", 0),
        ("{T|Trains rather than cars}.", "thesis_comparison", 1),
        ("{T|Trains and cars}.", "thesis_comparison", 0),
        ("{T|Maybe cars might go}.", "thesis_hedges", 2),
        ("{T|Cars go}. Maybe not.", "thesis_hedges", 0),
        ("{T|Although cars help, trains win}.", "thesis_concession", 1),
        ("{T|Should cars go}?", "thesis_question", 1),
        ("In this essay I will show {T|cars}.", "thesis_announcement", 1),
        ("I argue {T|cars go}.", "thesis_announcement", 0),
        ("{T|Cars go}.", "thesis_previewed_reasons", 0),
        ("{T|Cars go} since trains win.", "thesis_previewed_reasons", 1),
        ("{T|Cars go} since 1990.", "thesis_previewed_reasons", 0),
        ("{T|The Rhine carries 300 ships past Basel}.", "thesis_names_and_numbers", 3),
        ("{T|Technology helps}.", "thesis_names_and_numbers", 0),
        ("{T|Trains won (Nau 28)}.", "thesis_words", 2),
    ],
)
def test_cues(text: str, name: str, expected: float) -> None:
    citations = [("(Nau 28)", {"author": "Nau"})] if "(Nau" in text else []
    assert registered()[name].measure(build(text, citations=citations)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{T|One two three}. A b c d e f g h i.", 1.0),
        ("A b c d e f g h i. {T|One two three}.", 0.0),
        ("A title\n\nSo it is: {T|one two three}.\n\nThen more words. And more.", 1.0),
        ("A title\n\nSo it is.\n\n{T|One two three}.", 0.0),
    ],
)
def test_opening(text: str, expected: float) -> None:
    assert thesis.thesis_in_opening(build(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{T|Cars go}. Trains run. {S|Cars must go}. Buses run and run and run. {C|All is said}.", 0.0),
        ("{T|Cars go}. Trains run. Buses run and run and run. {S|Cars must go}.", 1.0),
        ("{T|Cars go}. {S|Cars must go}. Trains run. Buses run and run and run.", 0.0),
    ],
)
def test_restated_at_end(text: str, expected: float) -> None:
    assert thesis.thesis_restated_at_end(build(text)) == expected


@pytest.mark.parametrize("given", [True, False])
def test_prompt_may_be_given_apart_or_stand_in_the_file(given: bool) -> None:
    prompt = "Should school uniforms be required in cities?"  # school, uniforms, required, cities
    body = "I say {T|uniforms help every school child}."
    if given:
        doc = build(body)
        doc._.given_prompt = prompt
    else:
        doc = build(f"{prompt}\n\n{body}")
        doc._.paragraphs, doc._.prompt = doc._.paragraphs[1:], Found(0, len(prompt))
    assert thesis.thesis_prompt_coverage(doc) == pytest.approx(2 / 4)
    assert thesis.thesis_prompt_share(doc) == pytest.approx(2 / 4)  # uniforms help school child


def test_word_families_join_inflections_and_derivations() -> None:
    doc = build("{T|Competition helps societies}.")
    doc._.given_prompt = "Are competitive games a help to society?"
    assert thesis.thesis_prompt_share(doc) == pytest.approx(2 / 3)  # the builder does not lemmatise "helps"


def _with_thesis(nlp: Language, marked: str) -> Doc:
    start, end = marked.index("["), marked.index("]") - 1
    doc = nlp(marked.replace("[", "").replace("]", ""))
    doc._.thesis = Found(start, end)
    return doc


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Schools should start later.]", 0),
        ("[Schools should start later because students need sleep.]", 1),
        ("[Schools should start later because students and teachers need sleep.]", 1),
        ("[The city should build parks because they clean the air and cool the streets.]", 2),
        ("[The city should build parks because of health, safety, and beauty.]", 3),
        ("[Parks help a city by cooling its streets and cleaning its air.]", 2),
        ("[I have lived in this city since 1990.]", 0),
    ],
)
def test_reasons_that_the_thesis_previews(nlp: Language, marked: str, expected: int) -> None:
    assert thesis.thesis_previewed_reasons(_with_thesis(nlp, marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [("[Schools should start later.]", 1), ("[The advantages of parks.]", 0), ("[Starting school later.]", 0)],
)
def test_a_thesis_is_a_clause(nlp: Language, marked: str, expected: int) -> None:
    assert thesis.thesis_clause(_with_thesis(nlp, marked)) == expected
