"""Tokenised sentences are joined as a writer would have written them; changed words are those that humans changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.training.corrections.alignment import changed, votes
from scorer.training.corrections.learner_sentences import Row, joined


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("I do n't know , sorry .", "I don't know, sorry."),
        ('We said " no " to him .', 'We said "no" to him.'),
        ("The parents ' room is big ( and old ) .", "The parents' room is big (and old)."),
        ("It costs $ 5 or 20 % more ; why ?", "It costs $5 or 20% more; why?"),
        ("He left ,but she stayed .", "He left ,but she stayed."),
    ],
)
def test_joined(tokens: str, text: str) -> None:
    assert joined(tokens.split()).text == text


@given(st.lists(st.text(alphabet="ab'\",.()n't$", min_size=1, max_size=4)))
def test_every_token_stands_where_it_is_said_to(tokens: list[str]) -> None:
    made = joined(tokens)
    for token, (start, end) in zip(tokens, made.spans, strict=True):
        assert made.text[start:end] in {token, '"'}


@pytest.mark.parametrize(
    ("source", "corrected", "replaced", "beside"),
    [
        ("she go home", "she goes home", {1}, set()),
        ("she goes to home", "she goes home", {2}, set()),
        ("she is student", "she is a student", set(), {1, 2}),
        ("all is well", "all is well", set(), set()),
        ("i went", "I went", {0}, set()),
    ],
)
def test_changed(source: str, corrected: str, replaced: set[int], beside: set[int]) -> None:
    assert changed(source.split(), corrected.split()) == (replaced, beside)


def test_votes_count_humans() -> None:
    sides = ("she goes home", "she goes home .", "she go home", "he go home")
    row = Row(0, ("she", "go", "home"), tuple(tuple(side.split()) for side in sides))
    replaced, touched = votes(row)
    assert (replaced[0], replaced[1], replaced[2]) == (1, 2, 0)
    assert touched[2] == 1
