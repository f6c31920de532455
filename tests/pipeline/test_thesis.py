"""The thesis: which sentence holds it, what of the sentence it is, and what becomes of other components."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scorer.pipeline.argument.claim_span import claim_in
from scorer.pipeline.argument.components import Component
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.thesis import BY_SENTENCE, DENIED, LEAST, POSSIBLE, RESTATED, Argued, stated
from scorer.pipeline.load import annotate, load_pipeline

TEXT = "Towns grow. Towns should plant trees. Shade is free. So plant trees. She says we must go."
SENTENCES = ("Towns grow", "Towns should plant trees", "Shade is free", "So plant trees", "She says we must go")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="module")
def sentences(nlp: Language) -> list[Sentence]:
    found = sentences_of(annotate(nlp, TEXT))
    assert len(found) == len(SENTENCES)
    return found


def tagged(*parts: tuple[str, str]) -> list[Component]:
    return [Component(label, TEXT.index(w), TEXT.index(w) + len(w), 0.7, 0, 0.4) for label, w in parts]


def words(argued: Argued) -> list[tuple[str, str]]:
    return [(c.label, TEXT[c.start : c.end]) for c in argued.components]


# Which sentence


@pytest.mark.parametrize(
    ("probabilities", "thesis"),
    [
        pytest.param([0.1, 0.6, 0.1, 0.6, 0.1], "So plant trees", id="the tagger decides between equals"),
        pytest.param([0.1, 0.9, 0.1, 0.2, 0.1], "Towns should plant trees", id="but not for a hardly possible one"),
        pytest.param([0.1, 0.9, 0.1, 0.3, 0.1], "Towns should plant trees", id="nor against far better odds"),
    ],
)
def test_the_tagger_is_asked_too(sentences: list[Sentence], probabilities: list[float], thesis: str) -> None:
    components = tagged(("Claim", SENTENCES[1]), ("MajorClaim", SENTENCES[3]))
    argued = stated(components, sentences, probabilities, float)
    assert argued.thesis and TEXT[argued.thesis.start : argued.thesis.end] == thesis


def test_the_claim_of_the_most_probable_sentence_is_the_thesis(sentences: list[Sentence]) -> None:
    components = tagged(("Premise", "Towns grow"), ("Claim", "Towns should plant trees"))
    argued = stated(components, sentences, [0.1, 0.9, 0.1, 0.1, 0.1], lambda p: p / 2)
    assert words(argued) == [("Premise", "Towns grow"), ("MajorClaim", "Towns should plant trees")]
    assert argued.thesis == argued.components[1]
    assert argued.thesis is not None and argued.thesis.confidence == 0.45


def test_a_sentence_in_which_nothing_was_tagged_is_taken_whole(sentences: list[Sentence]) -> None:
    argued = stated([], sentences, [0.1, 0.9, 0.1, 0.1, 0.1], float)
    assert words(argued) == [("MajorClaim", "Towns should plant trees")]


def test_probable_sentences_restate_and_improbable_major_claims_are_claims(sentences: list[Sentence]) -> None:
    components = tagged(("MajorClaim", "Towns grow"), ("MajorClaim", "Shade is free"), ("Claim", "plant trees"))
    argued = stated(components, sentences, [0.3, 0.9, 0.1, 0.97, 0.1], float)
    assert words(argued) == [
        ("MajorClaim", "Towns grow"),
        ("MajorClaim", "Towns should plant trees"),
        ("Claim", "Shade is free"),
        ("MajorClaim", "So plant trees"),
    ]


@pytest.mark.parametrize(("tag", "odds"), [("MajorClaim", DENIED), ("Claim", RESTATED)])
@pytest.mark.parametrize("step", [0.05, -0.05])
def test_from_which_odds_on_a_sentence_restates(sentences: list[Sentence], tag: str, odds: float, step: float) -> None:
    components = tagged((tag, "Towns grow"))
    own = (odds + step - (1 - BY_SENTENCE) * log_odds(components[0].major)) / BY_SENTENCE
    argued = stated(components, sentences, [1 / (1 + exp(-own)), 0.9, 0.1, 0.1, 0.1], float)
    assert argued.thesis is not argued.components[0]
    assert (argued.components[0].label == "MajorClaim") == (step > 0)


def test_a_thesis_that_concedes_leaves_the_other_side_its_words(sentences: list[Sentence]) -> None:
    components = [replace(c, major=0.0) for c in tagged(("Against", "Towns should"), ("Claim", "plant trees"))]
    argued = stated(components, sentences, [0.1, 0.9, 0.1, 0.1, 0.1], float)
    assert words(argued) == [("Against", "Towns should"), ("MajorClaim", "plant trees")]


def test_without_a_thesis_there_is_nothing_to_restate(sentences: list[Sentence]) -> None:
    components = tagged(("MajorClaim", "Towns grow"), ("Claim", "Shade is free"))
    argued = stated(components, sentences, [LEAST - 0.01] * 5, float)
    assert words(argued) == [("Claim", "Shade is free")]
    assert argued.thesis is None


@pytest.mark.parametrize(
    ("major", "least", "there"), [(0.9, POSSIBLE, True), (0.9, POSSIBLE - 0.01, False), (0.6, LEAST - 0.01, False)]
)
def test_where_the_tagger_is_sure_a_thesis_may_be_less_probable(
    sentences: list[Sentence], major: float, least: float, there: bool
) -> None:
    claim = replace(tagged(("MajorClaim", SENTENCES[1]))[0], major=major)
    argued = stated([claim], sentences, [0.1, least, 0.1, 0.1, 0.1], float)
    assert (argued.thesis is not None) == there


def test_what_others_hold_is_never_the_thesis(sentences: list[Sentence]) -> None:
    components = tagged(("Against", "Towns should plant trees"))
    argued = stated(components, sentences, [0.1, 0.99, 0.1, 0.5, 0.99], float)
    assert argued.thesis is not None
    assert TEXT[argued.thesis.start : argued.thesis.end] == "So plant trees"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=5, max_size=5), st.lists(st.booleans(), min_size=5, max_size=5))
def test_components_stay_in_order_and_apart(
    sentences: list[Sentence], probabilities: list[float], there: list[bool]
) -> None:
    components = [c for c, keep in zip(tagged(*(("Claim", s) for s in SENTENCES)), there, strict=True) if keep]
    argued = stated(components, sentences, probabilities, float)
    assert all(before.end <= after.start for before, after in pairwise(argued.components))
    assert argued.thesis is None or argued.thesis in argued.components


# What of the sentence


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Towns should plant trees.", "Towns should plant trees"),
        ("I believe that towns should plant trees.", "towns should plant trees"),
        ("In my opinion, towns should plant trees.", "towns should plant trees"),
        ("I strongly think towns should plant trees!", "towns should plant trees"),
        ("I am convinced that towns should plant trees.", "towns should plant trees"),
        ("It is my firm belief that towns should plant trees.", "towns should plant trees"),
        ("Dear Principal, I think that towns should plant trees.", "towns should plant trees"),
        ("Dear Mr. Hill, towns should plant trees.", "towns should plant trees"),
        ("I agree with the mayor.", "I agree with the mayor"),
        ("I disagree.", "I disagree"),
        ("I think so.", "I think so"),
    ],
)
def test_words_that_only_announce_an_opinion_are_left_out(nlp: Language, sentence: str, claim: str) -> None:
    assert _claim(nlp, sentence) == claim


@pytest.mark.parametrize(
    ("sentence", "tagged_words", "claim"),
    [
        (
            "Towns should plant trees because they cool streets, slow floods and please birds.",
            "Towns should plant trees",
            "Towns should plant trees because they cool streets, slow floods and please birds",
        ),
        (
            "Towns should plant trees because they cool streets, slow floods and please birds.",
            "they cool streets, slow floods and please birds",
            "Towns should plant trees because they cool streets, slow floods and please birds",
        ),
        ("Towns should plant trees because shade is free.", "Towns should plant trees", "Towns should plant trees"),
        ("Towns should plant trees because it is cheap.", "it is cheap", "Towns should plant trees"),
        ("Towns should plant trees, since shade is free.", "", "Towns should plant trees"),
        ("Towns should plant trees, as long as rain falls.", "", "Towns should plant trees, as long as rain falls"),
        ("The reason I like trees is because they are cool.", "", "The reason I like trees is because they are cool"),
        ("We should not cut trees just because they are old.", "", "We should not cut trees just because they are old"),
        ("Towns should treat trees as they treat roads.", "", "Towns should treat trees as they treat roads"),
        ("Towns should plant trees, and birds sing.", "birds sing", "Towns should plant trees, and birds sing"),
    ],
)
def test_reasons_that_the_sentence_announces_belong_to_it(
    nlp: Language, sentence: str, tagged_words: str, claim: str
) -> None:
    assert _claim(nlp, sentence, tagged_words) == claim


@pytest.mark.parametrize(
    ("sentence", "majors", "claim"),
    [
        pytest.param(
            "You should join the cowboys program, and it is a good time.",
            {"You should join the cowboys program": 0.5, "it is a good time": 0.55},
            "You should join the cowboys program",
            id="one says what it is about",
        ),
        pytest.param(
            "Asking many people shows the benefits, or warns of the risks.",
            {"or warns of the risks": 0.6},
            "Asking many people shows the benefits, or warns of the risks",
            id="the rest of a sentence is no claim",
        ),
    ],
)
def test_the_claim_that_says_something(nlp: Language, sentence: str, majors: dict[str, float], claim: str) -> None:
    (only,) = sentences_of(annotate(nlp, sentence))
    found = claim_in(
        [
            Component("MajorClaim", sentence.index(part), sentence.index(part) + len(part), 0.7, 0, major)
            for part, major in majors.items()
        ],
        only,
    )
    assert sentence[found.start : found.end] == claim


def _claim(nlp: Language, sentence: str, tagged_words: str = "") -> str:
    doc = annotate(nlp, sentence)
    (only,) = sentences_of(doc)
    start = sentence.index(tagged_words)
    label = "Claim" if tagged_words == "birds sing" else "MajorClaim"
    components = [Component(label, start, start + len(tagged_words), 0.7, 0)] if tagged_words else []
    found = claim_in(components, only)
    return sentence[found.start : found.end]


@pytest.mark.parametrize(
    ("sentence", "tagged_words", "claim"),
    [
        ("I do not believe that parks are a waste.", "parks are a waste", "I do not believe that parks are a waste"),
        ("I don't think parks are a waste.", "parks are a waste", "I don't think parks are a waste"),
        ("I cannot agree that parks are a waste.", "parks are a waste", "I cannot agree that parks are a waste"),
        ("I dont believe that parks are a waste.", "parks are a waste", "I dont believe that parks are a waste"),
        ("I disagree that parks are a waste.", "", "I disagree that parks are a waste"),
        ("We strongly oppose the idea that parks are a waste.", "parks are a waste",
         "We strongly oppose the idea that parks are a waste"),
        ("I do not own a dog, but parks are good.", "parks are good", "parks are good"),
        ("I do not drive so parks are good.", "parks are good", "parks are good"),
        ("If I do not walk then I think parks are good.", "parks are good", "parks are good"),
    ],
)  # fmt: skip
def test_a_denial_in_front_belongs_to_the_claim(nlp: Language, sentence: str, tagged_words: str, claim: str) -> None:
    assert _claim(nlp, sentence, tagged_words) == claim


# In an essay


def test_a_story_that_takes_no_position_argues_nothing(nlp: Language) -> None:
    story = (
        "Last summer we went to the lake. It rained all day and we walked home. My brother caught a fish and my "
        "mother cooked it. We slept in the old tent. In the morning the sun came out and we swam."
    )
    doc = annotate(nlp, story)
    assert doc._.thesis is None
    assert not doc._.reasons and not doc._.evidence and not doc._.restatements


def test_joining_the_paragraphs_leaves_the_thesis_where_it_is(nlp: Language) -> None:
    essay = (
        "Many towns have few trees. I believe that our town should plant trees along its streets.\n\n"
        "First, trees cool the streets. In summer the pavement is hot, and shade helps old people.\n\n"
        "Second, trees please people. Birds sing in them.\n\n"
        "In conclusion, our town should plant trees."
    )
    found = [annotate(nlp, text)._.thesis for text in (essay, essay.replace("\n\n", "  "))]
    assert all(found)
    assert found[0].start == found[1].start
