"""Long runs of punctuation, which would stall the tokenizer."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from scorer.pipeline.tokenizer import GuardedTokenizer

ENGLISH = spacy.blank("en")
GUARDED = GuardedTokenizer(ENGLISH.vocab, ENGLISH.tokenizer)


@pytest.mark.parametrize("run", ["(" * 5000, ":)" * 2500, "_" * 5000, "?!" * 2500, "(." * 2500])
def test_a_long_run_is_one_token(run: str) -> None:
    doc = GUARDED(f"We won{run} and left.\n{run}")
    assert doc.text == f"We won{run} and left.\n{run}"
    assert [token.text for token in doc] == ["We", "won", run, " ", "and", "left", ".", "\n", run]


@pytest.mark.parametrize("text", ["", " ", "We (all of us) won!!!", "Mr. O'Dowd's dog -- a big one -- barked..."])
def test_other_text_is_read_as_before(text: str) -> None:
    assert [token.text_with_ws for token in GUARDED(text)] == [token.text_with_ws for token in ENGLISH.tokenizer(text)]


@given(st.lists(st.text(max_size=20) | st.sampled_from(["(" * 300, " ", "a"])).map("".join))
def test_no_text_is_lost(text: str) -> None:
    assert GUARDED(text).text == text
