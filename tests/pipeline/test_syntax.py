"""Tags, heads, lemmas and sentences, paragraph by paragraph."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\n \u00a0\n"])
def test_white_space_alone_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert doc._.paragraphs == []
    assert all(token.tag_ == "_SP" for token in doc)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Dogs bark. Cats sleep.", ["Dogs bark.", "Cats sleep."]),
        ("My dog\n\nis kind to all of us.", ["My dog", "is kind to all of us."]),
        ("A Kind Friend\n\nDogs bark. They\n\nsleep.", ["A Kind Friend", "Dogs bark.", "They", "sleep."]),
        ("The dog barks.     The cat runs away.", ["The dog barks.", "The cat runs away."]),
    ],
)
def test_no_sentence_crosses_a_paragraph_break(nlp: Language, text: str, sentences: list[str]) -> None:
    assert [sentence.text.strip() for sentence in nlp(text).sents] == sentences


def test_the_prompt_is_parsed_apart_from_the_essay(nlp: Language) -> None:
    text = "Should families keep a dog or a cat?\nA dog, because dogs are loyal and they guard the house at night."
    doc = nlp(text)
    assert doc._.prompt is not None
    assert [sentence.text.strip() for sentence in doc.sents] == text.split("\n")


def test_words_are_analysed(nlp: Language) -> None:
    doc = nlp("The dogs were sleeping in two old baskets.")
    words = {token.text: token for token in doc}
    assert [words[w].pos_ for w in ("The", "dogs", "were", "sleeping", "in", "two", "old")] == [
        "DET", "NOUN", "AUX", "VERB", "ADP", "NUM", "ADJ",
    ]  # fmt: skip
    assert [words[w].lemma_ for w in ("dogs", "were", "sleeping", "baskets")] == ["dog", "be", "sleep", "basket"]
    assert words["dogs"].dep_ == "nsubj"
    assert words["dogs"].head == words["sleeping"]
    assert words["dogs"].morph.get("Number") == ["Plur"]
    assert words["dogs"].tag_ == "NNS"


def test_the_analysis_of_a_paragraph_does_not_depend_on_its_neighbours(nlp: Language) -> None:
    alone = nlp("Cats like to sleep on the sofa.")
    among = nlp("Dogs bark at night.\n\nCats like to sleep on the sofa.\n\nBirds sing.")
    start = next(token.i for token in among if token.text == "Cats")
    part = among[start : start + len(alone)]
    assert [(t.tag_, t.dep_, t.lemma_, t.head.text) for t in part] == [
        (t.tag_, t.dep_, t.lemma_, t.head.text) for t in alone
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120) | st.text(alphabet="abI .?!\n\t“”'é", max_size=120))
def test_tokens_are_those_of_the_tokenizer_and_heads_stay_in_the_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert [(t.text, t.idx) for t in doc] == [(t.text, t.idx) for t in nlp.make_doc(text)]
    for sentence in doc.sents:
        assert all(token.head in sentence for token in sentence)
        assert sum(token.head == token for token in sentence) >= 1
    for paragraph in doc._.paragraphs:
        first = doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")[0]
        assert first.is_sent_start or first.idx < paragraph.start
