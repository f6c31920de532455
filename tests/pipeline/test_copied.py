"""What stands in the prompt or a source is marked; what the writer makes of the prompt's words is not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scorer.pipeline.annotations import Found
from scorer.pipeline.copied import own_components
from scorer.pipeline.copied.runs import runs
from scorer.pipeline.copied.words import original, words_of
from scorer.pipeline.load import annotate

SOURCE = (
    "The river Orle was dirty for most of the last century. In 1987 the town council closed the old tannery and "
    "planted willows along both banks, and within ten years the otters had come back. Fishermen say that the water "
    "is now clear enough to see the bottom. The book that tells the story is called The Long Quiet Return of the "
    "Otters to the Valley of the Orle."
)
PROMPT = (
    "More and more towns close their centres to cars, but not everyone is glad about it. Those who support it say that "
    "quiet streets bring people together. Should our town close its centre to cars? Write a letter to the mayor in "
    "which you state your opinion and give reasons for it."
)
OPENING = "Rivers can be saved when people want it. "
ENDING = " That shows what one brave decision can do."


def copied(nlp: Language, text: str, prompt: str | None = None, sources: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(c.origin, text[c.start : c.end]) for c in annotate(nlp, text, prompt=prompt, sources=sources)._.copied]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # word for word, or nearly
        (
            "In 1987 the town council closed the old tannery and planted willows along both banks.",
            "In 1987 the town council closed the old tannery and planted willows along both banks",
        ),
        (
            "in 1987, the town council closed the OLD tannery, and planted many willows along both banks",
            "in 1987, the town council closed the OLD tannery, and planted many willows along both banks",
        ),
        (
            "Then the town counsil closed the old tannery and planted willows on both banks, which I like.",
            "the town counsil closed the old tannery and planted willows on both banks",
        ),
        ("I learned that fishermen say that the water is now clear enough to see the bottom.", "fishermen say"),
        # the writer's own words
        ("The council shut a factory and put trees beside the river, so animals returned.", None),
        # too little
        ("The old tannery and planted willows are in the story.", None),
        # quoted, with any marks
        ("The text says, “Fishermen say that the water is now clear enough to see the bottom.”", None),
        ('It says "the town council closed the old tannery and planted willows along both banks" there.', None),
        # a title
        ("I read The Long Quiet Return of the Otters to the Valley of the Orle.", None),
    ],
)
def test_stretches_of_a_source(nlp: Language, sentence: str, expected: str | None) -> None:
    found = copied(nlp, OPENING + sentence + ENDING, sources=(SOURCE,))
    if expected is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0][0] == "source"
        assert found[0][1].startswith(expected)
        assert found[0][1] in sentence


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("More and more towns close their centres to cars, but not everyone is glad about it.", True),
        ("More and more towns are closing their centres to cars but not everyone is glad about it.", True),
        ("Those who support it say that quiet streets bring people together.", True),
        ("Should our town close its centre to cars?", True),
        ("Write a letter to the mayor in which you state your opinion.", True),
        # sides taken in the prompt's words
        ("Our town should close its centre to cars.", False),
        ("I believe that our town should close its centre to cars.", False),
        ("In my opinion our town should not close its centre to cars.", False),
        ("Our town close its centre to cars.", False),
        ("Yes, I agree that quiet streets bring people together.", False),
        ("Quiet streets bring people together in a town like ours.", False),
        # taken up, in a sentence of the writer's own
        ("When towns close their centres to cars, the shops there sell more bread and the children play.", False),
    ],
)
def test_sentences_of_the_prompt(nlp: Language, sentence: str, marked: bool) -> None:
    text = f"My uncle drives a bus.\n\n{sentence}\n\nHe says that buses are quick."
    found = copied(nlp, text, prompt=PROMPT)
    assert [origin for origin, _ in found] == (["prompt"] if marked else [])
    assert all(words in sentence for _, words in found)


@pytest.mark.parametrize(
    "prompt",
    [
        "Homework makes children tired and unhappy at home",
        "Homework makes children tired and unhappy at home. Do you agree or disagree?",
        "Do you agree or disagree with this statement? Homework makes children tired and unhappy at home.",
        "Does homework make children tired? Discuss whether homework makes children tired and unhappy at home.",
    ],
)
def test_a_statement_put_up_for_debate_may_be_taken_as_thesis(nlp: Language, prompt: str) -> None:
    assert copied(nlp, "Homework makes children tired and unhappy at home. I see it every day.", prompt=prompt) == []


def test_the_prompt_at_the_head_of_the_file_is_not_copied_but_what_repeats_it_is(nlp: Language) -> None:
    sentence = "More and more towns close their centres to cars, but not everyone is glad about it."
    text = f"Prompt: {PROMPT}\n\n{sentence}" + " My aunt rides her bike there." * 15
    ((origin, words),) = copied(nlp, text)
    assert (origin, words) == ("prompt", sentence[:-1])
    assert text.rindex(words) > len(PROMPT)


def test_several_sources_and_no_run_from_one_into_the_other(nlp: Language) -> None:
    first, second = "the cats of the harbour sleep on the", "roofs of the boats that nobody owns any more"
    text = f"We saw that {first} {second}."
    assert copied(nlp, text, sources=(first, second)) == [("source", first), ("source", second)]
    assert copied(nlp, text, sources=("", "  ")) == []


def test_a_run_does_not_take_words_of_the_next_sentence(nlp: Language) -> None:
    text = OPENING + "Within ten years the otters had come back to the river. Fishermen say a lot."
    source = "Within ten years the otters had come back to the river and stayed. Fishermen say so."
    assert copied(nlp, text, sources=(source,)) == [
        ("source", "Within ten years the otters had come back to the river")
    ]


def test_what_is_mostly_copied_is_not_the_students_argument(nlp: Language) -> None:
    own, taken = "Rivers can be saved by brave towns.", SOURCE.split(". ")[1] + "."
    half = "I think brave towns can do it, since fishermen say that the water is now clear enough to see the bottom."
    text = f"{own} {taken} {half}"
    doc = annotate(nlp, text, sources=(SOURCE,))
    start = len(own) + 1
    pieces = {
        "own": Found(0, len(own)),
        "taken": Found(start, start + len(taken)),
        "part of taken": Found(start + 8, start + 50),
        "own words beside": Found(text.index("brave towns can"), text.index(", since")),
        "copied words": Found(text.index("fishermen say"), len(text)),
    }
    kept = own_components(list(pieces.values()), doc)
    assert [name for name, piece in pieces.items() if piece in kept] == ["own", "own words beside"]
    assert own_components(list(pieces.values()), annotate(nlp, text)) == list(pieces.values())


def test_a_text_that_repeats_itself_does_not_take_for_ever() -> None:
    words = ["very"] * 3000
    (found,) = runs(words, original((" ".join(words),)), 8)
    assert found.matched >= 2900


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=60),
    st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=60),
)
def test_runs_are_apart_and_their_words_are_the_same(essay: list[str], source: list[str]) -> None:
    texts = original((" ".join(source),))
    end = 0
    for run in runs(essay, texts, 6):
        assert run.here.start >= end
        end = run.here.stop
        assert run.matched >= 6
        assert all(essay[here] == texts.words[there] for here, there in run.pairs)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_source_and_prompt(nlp: Language, text: str, other: str) -> None:
    doc = annotate(nlp, f"{text} {other}", prompt=text, sources=(other, text))
    for found in doc._.copied:
        words = doc.text[found.start : found.end]
        assert words == words.strip() != ""
        assert 0 <= found.confidence <= 1


def test_words_without_case_and_apostrophes() -> None:
    assert words_of("Don’t STOP, self-made @PERSON1!").lower == ["dont", "stop", "self-made", "person1"]
