"""What the second reading mends: who says it."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from scorer.pipeline.argument.components import Component
from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.second_reading import read_again

ENGLISH = spacy.blank("en")
PAST = {"went", "was", "were", "had", "saw", "caught", "walked", "rained", "said", "thought", "came"}
PRESENT = {"is", "are", "need", "help", "should", "must", "believe", "cost", "say"}

Marked = tuple[str, str, float]
"""Label, words and confidence of a component."""


def sentences(parts: list[list[str]]) -> tuple[str, list[Sentence]]:
    """The text of the parts, and their sentences; a few verbs have tags."""
    text = " ".join(sentence for part in parts for sentence in part)
    plain = ENGLISH.make_doc(text)
    tags = ["VBD" if t.lower_ in PAST else "VBP" if t.lower_ in PRESENT else "NN" for t in plain]
    doc = Doc(plain.vocab, [t.text for t in plain], [bool(t.whitespace_) for t in plain], tags=tags)
    found: list[Sentence] = []
    place = 0
    for number, part in enumerate(parts):
        for sentence in part:
            found.append((number, list(doc.char_span(place, place + len(sentence)))))
            place += len(sentence) + 1
    return text, found


def read(parts: list[list[str]], components: list[Marked]) -> list[tuple[str, str]]:
    """Labels and words after the second reading."""
    text, found = sentences(parts)
    tagged = []
    for label, words, confidence in components:
        start = text.index(words)
        number = max(n for n, tokens in found if tokens[0].idx <= start)
        tagged.append(Component(label, start, start + len(words), confidence, number))
    return [(c.label, text[c.start : c.end]) for c in read_again(tagged, found)]


INTRO = ["Parks are good."]
THESIS = ("MajorClaim", "Parks are good", 0.9)


def test_the_second_reading_of_nothing_is_nothing() -> None:
    assert read_again([], []) == []


# Sides


@pytest.mark.parametrize(
    ("sentence", "tagged", "words"),
    [
        ("Some people say that parks cost money.", "parks cost money", "parks cost money"),
        ("Some people say that parks cost money.", "Some people say that parks cost money", "parks cost money"),
        ("Some say parks cost money.", "Some say parks cost money", "parks cost money"),
        ("Critics argue that parks cost money.", "parks cost money", "parks cost money"),
        ("On the other hand, others may think that parks cost money.", "parks cost money", "parks cost money"),
        ("Many parents often worry that parks cost money.", "parks cost money", "parks cost money"),
        ("Those who disagree with me say that parks cost money.", "parks cost money", "parks cost money"),
    ],
)
@pytest.mark.parametrize("label", ["Claim", "Premise"])
def test_what_some_say_is_the_other_sides(sentence: str, tagged: str, words: str, label: str) -> None:
    claim = ("Claim", "Trees cool the street", 0.9)
    found = read([INTRO, ["Trees cool the street.", sentence]], [THESIS, claim, (label, tagged, 0.5)])
    assert found == [THESIS[:2], claim[:2], ("Against", words)]


@pytest.mark.parametrize(
    ("sentence", "tagged"),
    [
        ("It is said that parks cost money.", "parks cost money"),
        ("I say that parks cost money.", "parks cost money"),
        ("Studies say that parks cost money.", "parks cost money"),
        ("Some people walk in parks that cost money.", "parks that cost money"),
        ("Parks cost money, as some people say.", "Parks cost money"),
        ("Parks have been far too dear for years, and some people say that they cost money.", "Parks have been far"),
        ("Parks should stay open at night, because many people say that they walk there.", "they walk there"),
    ],
    ids=["it is said", "the writer", "a source", "no saying", "said after", "own words before", "in support"],
)
def test_what_others_do_not_say_stays(sentence: str, tagged: str) -> None:
    assert read([INTRO, [sentence]], [THESIS, ("Claim", tagged, 0.9)]) == [THESIS[:2], ("Claim", tagged)]


def test_an_answer_in_the_same_sentence_stays_the_writers() -> None:
    sentence = "Some people say that parks cost money, but every town has money for trees."
    tagged = [("Claim", "parks cost money", 0.8), ("Claim", "every town has money for trees", 0.8)]
    found = read([INTRO, [sentence]], [THESIS, *tagged])
    assert found[1:] == [("Against", "parks cost money"), ("Claim", "every town has money for trees")]


@pytest.mark.parametrize(
    ("sentence", "theirs", "answer"),
    [
        ("They say parks cost money, but we need parks.", "They say parks cost money", "we need parks"),
        ("Parks cost money but we need parks.", "Parks cost money", "we need parks"),
        ("Parks are dear; however, we need parks.", "Parks are dear", "we need parks"),
        ("Parks are dear, yet we need parks.", "Parks are dear", "we need parks"),
        ("Although parks are dear, we need parks.", "parks are dear", "we need parks"),
        ("Even though parks are dear, we need parks.", "parks are dear", "we need parks"),
        ("While it is true, we need parks.", "it is true", "we need parks"),
        ("Although parks are dear, but we need parks.", "parks are dear", "we need parks"),
        ("Although people who need parks are few, we need parks.", "people who need parks are few", "we need parks"),
        ("They say parks are only grass, but we need parks.", "They say parks are only grass", "we need parks"),
        # no answer, or not yet
        ("We need not yet say that it is true.", "We need not yet say that it is true", None),
        ("Parks not only need money but also need trees.", "Parks not only need money but also need trees", None),
        ("Parks need all but trees.", "Parks need all but trees", None),
        ("We need not just parks but need trees.", "We need not just parks but need trees", None),
        ("It is not that parks are dear but that they need water.", None, None),
        ("Parks are nothing but grass that we need.", "Parks are nothing but grass that we need", None),
        ("Parks are grass, but also need water.", "Parks are grass, but also need water", None),
        ("Although parks, as we say, are dear, we need parks.", None, None),
        ("While parks are dear, loud, and wet, they need us.", None, None),
        ("Although parks are dear in May.", "Although parks are dear in May", None),
    ],
)
def test_their_words_end_where_the_answer_begins(sentence: str, theirs: str | None, answer: str | None) -> None:
    whole = sentence.rstrip(".")
    pieces = [("Against", theirs or whole), *([("Claim", answer)] if answer else [])]
    assert read([INTRO, [sentence]], [THESIS, ("Against", whole, 0.9)])[1:] == pieces


def test_major_claims_stay_whoever_says_them() -> None:
    sentence = "Some people say that parks cost money."
    assert read([[sentence]], [("MajorClaim", "parks cost money", 0.9)]) == [("MajorClaim", "parks cost money")]


# Whatever was tagged


@given(st.lists(st.tuples(st.sampled_from(["Claim", "Premise", "Against"]), st.floats(0, 1)), max_size=4))
def test_plain_sentences_keep_every_component_where_it_is(labels: list[tuple[str, float]]) -> None:
    parts = [INTRO, ["Trees cool the street.", "One oak shades us.", "Birds sing here.", "Owls nest now."]]
    words = ["Trees cool the street", "One oak shades us", "Birds sing here", "Owls nest now"]
    tagged = [(label, words[place], confidence) for place, (label, confidence) in enumerate(labels)]
    result = read(parts, [THESIS, *tagged])
    assert [found for _, found in result] == [THESIS[1], *(found for _, found, _ in tagged)]


SENTENCES = (
    "Some people say that parks cost money.", "I believe we should plant trees.", "First, trees are green.",
    "It rained and we walked.", "However, birds sing.", "Should towns pay?", "She says we must go.", "Others argue.",
)  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=3), st.data())
def test_components_stay_in_order_and_apart(parts: list[list[str]], data: st.DataObject) -> None:
    _, found = sentences(parts)
    tagged = []
    for number, tokens in found:
        cuts = sorted(data.draw(st.lists(st.integers(0, len(tokens)), min_size=2, max_size=4, unique=True)))
        for first, last in list(pairwise(cuts))[::2]:
            label = data.draw(st.sampled_from(["MajorClaim", "Claim", "Against", "Premise"]))
            end = tokens[last - 1].idx + len(tokens[last - 1])
            tagged.append(Component(label, tokens[first].idx, end, data.draw(st.floats(0, 1)), number))
    result = read_again(tagged, found)
    assert all(c.start < c.end and 0 <= c.confidence <= 1 for c in result)
    assert all(before.end <= after.start for before, after in pairwise(result))
