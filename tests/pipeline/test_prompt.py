"""The assignment at the head of the file, and essays that must not lose their own words."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from scorer.pipeline.load import annotate
from scorer.pipeline.prompt import Prompt
from scorer.pipeline.prompt.component import find_given, find_prompt

ESSAY = (
    "Dogs make better companions than cats. They greet their owners at the door, they learn to come when called, and "
    "they guard the house at night. A neighbour of ours sleeps soundly since she took in a stray.\n\n"
    "Cats have their friends too, and they ask for less of our time, but they rarely leave the sofa for anyone. "
    "For all "
    "these reasons a family that can walk twice a day is happier with a dog."
)


def prompt_of(text: str) -> str | None:
    found = find_prompt(text)
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize(
    "prompt",
    [
        "Prompt: Dogs or cats. Which pet suits a family?",
        "Essay question 2 - Pets and their owners",
        "Topic: The family pet",
        "Assignment. Compare two animals that live with people.",
        "Do you agree that dogs are better than cats?",
        "Should families keep a dog or a cat?",
        "Should your school let pets into the classroom?",
        "Is it better for a family to keep a dog or a cat?",
        "SHOULD FAMILIES KEEP A DOG OR NOT?",
        "Why do so many families keep a dog rather than a cat?",
        "To what extent do pets make a family happier than it was before?",
        "Explain why some families prefer dogs.",
        "Some people believe that dogs make the best pets, while others prefer cats. "
        "Discuss both views and give your own opinion.",
        "More and more families keep a pet. Is this a positive or a negative development?",
        "Many towns ban dogs from parks. Do you agree or disagree with this decision?",
        "Some schools let pupils bring pets. Do you think it helps them? "
        "Take a position on this issue. Support your response with reasons and examples.",
        "If asked to advise the mayor on pets, what would you advise?",
        "If asked to advise the mayor on pets, what would you advise?\n"
        "If you believe that dogs belong in the park, explain why, with sources . "
        "If you believe that they do not, explain why",
        "Prompt\nSome towns ban dogs from parks. Should yours? Take a position. Use specific reasons and examples.",
        "Your town will ban dogs from its park. Write a letter to the mayor. You should write at least 250 words.",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n"])
def test_an_assignment_is_taken_whole_and_nothing_of_the_essay_with_it(prompt: str, gap: str) -> None:
    assert prompt_of(prompt + gap + ESSAY) == unannounced(prompt)


def unannounced(prompt: str) -> str:
    """The assignment without the word that announces it."""
    for label in ("Essay question 2 - ", "Prompt: ", "Topic: ", "Assignment. ", "Prompt\n"):
        prompt = prompt.removeprefix(label)
    return prompt


@pytest.mark.parametrize(
    "opening",
    [
        "Dogs or Cats",
        "Why Dogs Are Better",
        "The Face of a Friend",
        "I think that dogs are the best pets, do you agree?",
        "i would say yes if you asked me, so let me explain why.",
        "In my opinion every family needs a dog. Do you agree or disagree?",
        "Have you ever wondered why people love their dogs so much?",
        "Did you know that dogs have lived with people for thousands of years?",
        "Do you remember the first time that a dog licked your hand?",
        "Imagine a house without a dog. Would it feel like home to you?",
        "What if every child had a puppy?",
        "What is a home without a dog?",
        "Is our past our future?",
        "Don't you think that dogs are good for us?",
        "Do you want a friend who never leaves your side?",
        "Do you think dogs are good? Yes, they are, because they are loyal and kind to us.",
        "Should families keep a dog? Yes, because dogs protect them.",
        "Explain it as you like, a dog is a friend. People who live with one are calmer.",
        "You come home tired. Your dog is at the door. What would you do without him?",
        "Task-based training works best with young dogs, and it asks little of the owner.",
        "Prompt\nDogs are prompt animals. They come when they are called, and they wait for no one.",
    ],
)
def test_an_essay_keeps_its_own_opening(opening: str) -> None:
    assert prompt_of(f"{opening}\n\n{ESSAY}") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        ESSAY,
        "Do you agree that dogs are better than cats?",
        "Should families keep a dog or a cat, or is it better that they keep none at all?\n\nYes, a dog.",
    ],
)
def test_the_prompt_never_swallows_the_essay(text: str) -> None:
    assert prompt_of(text) is None


def test_confidence_tells_an_announced_prompt_from_a_lone_question() -> None:
    sure = [
        find_prompt(f"{head}\n\n{ESSAY}")
        for head in ("Prompt: Dogs or cats.", "Explain why you like dogs.", "Should families keep a dog?")
    ]
    assert [found.confidence for found in sure if found] == [0.95, 0.9, 0.7]


@pytest.mark.parametrize(
    ("given_apart", "found"),
    [
        ("Dogs or cats? Choose one.", "Dogs or  cats?\nChoose one."),
        ("dogs OR cats?", "Dogs or  cats?"),
        ("  Dogs or\n\ncats?  ", "Dogs or  cats?"),
        ("Cats or dogs?", None),
        ("Choose one.", None),
        ("Dogs or cats? Choose two.", None),
        (" ", None),
        ("Dogs (or) cats?", None),
    ],
)
def test_a_prompt_given_apart_is_looked_for_word_by_word(given_apart: str, found: str | None) -> None:
    text = f"\n Dogs or  cats?\nChoose one.\n\n{ESSAY}"
    place = find_given(text, given_apart)
    assert (text[place.start : place.end] if place else None) == found


def test_an_assignment_at_the_head_is_left_out_whatever_prompt_was_given() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("essay_prompt")
    text = f"Should families keep a dog?\n\n{ESSAY}"
    head = annotate(blank, text)._.prompt
    assert head is not None
    assert annotate(blank, text, prompt="Write about the pet that you know best.")._.prompt == head


ENGLISH = spacy.blank("en")


@given(st.text(alphabet="aI?.! \n\tyou:é“”", max_size=120), st.text(max_size=40))
def test_found_prompts_are_trimmed_heads_of_any_text(text: str, asked: str) -> None:
    for found in (find_prompt(text), find_given(text, asked), find_given(f" {asked} {text}", asked)):
        if found:
            assert 0 <= found.start < found.end
    doc = Prompt()(ENGLISH.make_doc(text))
    if doc._.prompt:
        words = text[doc._.prompt.start : doc._.prompt.end]
        assert words == words.strip()
        assert text[: doc._.prompt.start].strip() == ""
        assert len(words) <= 0.5 * len(text.strip())
