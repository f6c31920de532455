"""Long runs of punctuation, which would stall the tokenizer, and the words that are read once for all essays."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from scorer.pipeline.frequency import most_common, zipf
from scorer.pipeline.load import KEPT_WORDS
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


def test_the_words_that_are_kept_are_the_most_frequent() -> None:
    kept = [zipf(word) for word in most_common(KEPT_WORDS)]
    assert len(kept) == KEPT_WORDS
    assert kept == sorted(kept, reverse=True)


def test_kept_words_are_read_as_before(nlp: Language) -> None:
    for word in most_common(KEPT_WORDS):
        text = f"{word} ({word}, {word}'s {word.upper()}!"
        assert [token.text_with_ws for token in nlp.make_doc(text)] == [token.text_with_ws for token in ENGLISH(text)]
