"""Disguised text is read as plain text, and every offset leads back to what was written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.pipeline.normalise import Replacement, normalised, replaced


@pytest.mark.parametrize(
    ("written", "plain", "disguised"),
    [
        ("The sсhооl is open.", "The school is open.", ["sсhооl"]),
        ("The ｓｃｈｏｏｌ is open.", "The school is open.", ["ｓｃｈｏｏｌ"]),
        ("The 𝐬𝐜𝐡𝐨𝐨𝐥 is open.", "The school is open.", ["𝐬𝐜𝐡𝐨𝐨𝐥"]),
        ("The sch\u200bool is open.", "The school is open.", ["sch\u200bool"]),
        ("\ufeffThe \u200bschool", "The school", []),
        ("a co\u00adoperative", "a cooperative", []),
        ("the cafe\u0301", "the café", []),
        ("a \ufb01nal word", "a final word", []),
        ("the Greek word λόγος and the Russian мир", "the Greek word λόγος and the Russian мир", []),
    ],
)
def test_disguises(written, plain, disguised):
    made = normalised(written)
    assert made.text == plain
    assert [written[start:end] for start, end in made.disguised] == disguised


def test_capitals_are_read_as_sentences():
    text = "WE NEED A LIBRARY. I THINK IT SHOULD BE OPEN. " * 4
    made = normalised(text)
    assert made.shouted
    assert made.text == "We need a library. I think it should be open. " * 4


def test_plain_text_is_not_touched():
    text = "Plain “text”, with an é and 3 € — as it was."
    assert normalised(text).text is text
    assert normalised(text).origin is None


@settings(deadline=None)
@given(st.text(alphabet="abсе \u200b\ufb01é\u0301.", max_size=40))
def test_every_character_leads_back(text):
    made = normalised(text)
    if made.origin:
        for place in range(len(made.text)):
            start, end = made.origin.back(place, place + 1)
            assert 0 <= start < end <= len(text)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.sampled_from(["", "X"]))))
def test_what_is_kept_leads_back_to_itself(text, cuts):
    changes = [Replacement(min(start, len(text)), min(start + size, len(text)), new) for start, size, new in cuts]
    left, origin = replaced(text, changes)
    for place, letter in enumerate(left):
        start, end = origin.back(place, place + 1)
        assert letter == "X" or text[start:end] == letter
