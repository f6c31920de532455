"""How the student's words are quoted and counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from scorer.feedback.excerpts import (
    MOST_LETTERS,
    MOST_WORDS,
    at_least,
    in_all,
    listed,
    over,
    quoted,
    quoted_end,
    times,
)
from scorer.pipeline.view import view

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peace lasts.", "“Peace lasts”"),
        ("power . ", "“power”"),
        ("Is it so?", "“Is it so?”"),
        ("two\n  lines", "“two lines”"),
        ("he said “no” twice", "“he said ‘no’ twice”"),
        (LONG, "“one two three four five six seven eight nine ten eleven twelve…”"),
        (LONG.replace(" twelve", ", twelve").replace("eleven,", "eleven,"), f"“{LONG.rsplit(' ', 2)[0]}, twelve…”"),
        ("x" * 200, f"“{'x' * MOST_LETTERS}…”"),
        ("", "“”"),
    ],
)
def test_quoted(text: str, expected: str) -> None:
    assert quoted(text, (0, len(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("or otherwise endangered", "“or otherwise endangered”"), (LONG, "“…eleven twelve thirteen”")],
)
def test_quoted_end(text: str, expected: str) -> None:
    assert quoted_end(text, (0, len(text)), 3) == expected


@given(st.text(max_size=400))
def test_a_quotation_is_short_and_closed(text: str) -> None:
    shown = quoted(text, (0, len(text)))
    assert shown[0] == "“"
    assert shown[-1] == "”"
    assert len(shown.split()) <= MOST_WORDS
    assert len(shown) <= MOST_LETTERS + 3
    assert not set('“”"\n') & set(shown[1:-1])


@pytest.mark.parametrize(
    ("items", "expected"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "a", "b"], "a and b"), (["a", "b", "c", "d"], "a, b and c")],
)
def test_listed(items: list[str], expected: str) -> None:
    assert listed(items) == expected


def test_counts() -> None:
    assert [times(count) for count in (1, 2, 3, 12)] == ["once", "twice", "three times", "12 times"]
    assert [in_all(count) for count in (1, 3, 7)] == ["", "", " (and more)"]
    assert in_all(2, shown=1) == " (more than once)"
    assert [at_least(count) for count in (1, 2, 9)] == ["in one place", "in more than one place", "in several places"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We saw a well-known old man in the old town on 5 May 2020.", "10"),  # 14 words, 13 or 15 by other counts
        ("We saw a man in the old town here today.", "0"),  # ten words are not more than ten
        ("We saw a man in the old town here today again.", "10"),
    ],
)
def test_a_number_of_words_is_one_that_every_count_is_over(nlp: Language, text: str, words: str) -> None:
    made = view(nlp(text))
    assert over(made, range(len(made))) == words
