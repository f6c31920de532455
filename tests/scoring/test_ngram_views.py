"""Views of wording: what is counted, what is masked, and a prediction done by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from scorer.pipeline.annotations import Found
from scorer.pipeline.view import EssayView, view
from scorer.scoring.known_grams import Runs
from scorer.scoring.ngrams import GRAMS, LABELS, NgramView, character_grams, tag_grams, word_grams, words

VOCAB = spacy.blank("en").vocab


def made(*tagged: str) -> EssayView:
    """The view of tokens written as ``word/POS`` (NOUN where none is given); the first token is everyone's head."""
    pairs = [tuple(item.rsplit("/", 1)) if "/" in item else (item, "NOUN") for item in tagged]
    doc = Doc(
        VOCAB,
        words=[word for word, _ in pairs],
        pos=[pos for _, pos in pairs],
        tags=[pos[:2] for _, pos in pairs],
        heads=[0] * len(pairs),
        deps=["dep" if k else "ROOT" for k in range(len(pairs))],
        sent_starts=[k == 0 for k in range(len(pairs))],
    )
    doc._.paragraphs = [Found(0, len(doc.text))]
    return view(doc)


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (("We/PRON", "met/VERB", "Maria/PROPN"), ["we", "met", "NAME"]),
        (("in/ADP", "1941/NUM"), ["in", "0"]),
        (("2nd/ADJ", "4,000/NUM"), ["0", "0"]),
        (("@PERSON1/NOUN", "said/VERB"), ["NAME", "said"]),  # ASAP's marks
        (("STUDENT_NAME/NOUN", "said/VERB"), ["NAME", "said"]),  # PERSUADE's marks
        (("NATO/PROPN", "USA/NOUN"), ["NAME", "usa"]),
        (("The/DET", "END/NOUN", "./PUNCT"), ["the", "end", "."]),
    ],
)
def test_names_and_numbers_are_masked(tokens: tuple[str, ...], expected: list[str]) -> None:
    assert words(made(*tokens)) == expected


def test_no_view_of_words_or_characters_ever_holds_a_name() -> None:
    essay = made("Then/ADV", "Zbigniew/PROPN", "told/VERB", "@LOCATION2/NOUN", "12345/NUM")
    seen = " ".join((*word_grams(essay), *character_grams(essay))).lower()
    assert "name told name" in seen
    assert not any(part in seen for part in ("zbi", "gni", "iew", "loc", "@", "12", "45"))


def test_words_are_counted_singly_in_pairs_and_in_threes() -> None:
    assert Counter(word_grams(made("a", "b", "a", "b"))) == Counter(
        {"a": 2, "b": 2, "a b": 2, "b a": 1, "a b a": 1, "b a b": 1}
    )


def test_characters_are_counted_inside_each_word_with_its_edges() -> None:
    assert Counter(character_grams(made("do"))) == Counter({" d": 1, "do": 1, "o ": 1, " do": 1, "do ": 1, " do ": 1})


def test_tags_are_counted_in_runs_and_with_the_head() -> None:
    grams = set(tag_grams(made("go/VERB", "home/ADV")))
    assert grams == {"VE", "AD", "VE AD", "ROOT<ROOT", "VE:ROOT<VE", "dep<ROOT", "AD:dep<VE"}


@given(st.lists(st.sampled_from(["go", "home", "now", "ünïcødé", "x"]), min_size=1, max_size=12))
def test_every_run_is_made_of_neighbours(tokens: list[str]) -> None:
    essay = made(*tokens)
    text = " " + " ".join(words(essay)) + " "
    assert all(f" {gram} " in text for gram in word_grams(essay))


def test_a_prediction_by_hand() -> None:
    fitted = NgramView(
        kind="word_ngrams",
        vocabulary=np.array(["home", "home home", "school"]),
        idf=np.array([1.0, 2.0, 1.5], dtype=np.float32),
        weights=np.array([[1.0, 0.0], [2.0, -1.0], [9.0, 9.0]], dtype=np.float32),
        intercept=np.array([0.5, 0.25]),
    )
    # "home" three times: (1 + ln 3) * 1.0; "home home" twice: (1 + ln 2) * 2.0; "school" not at all
    single, pair = (1 + np.log(3)) * 1.0, (1 + np.log(2)) * 2.0
    length = np.hypot(single, pair)
    expected = [0.5 + (single * 1.0 + pair * 2.0) / length, 0.25 + pair * -1.0 / length]
    assert fitted.predict(made("home", "home", "home")) == pytest.approx(expected, abs=1e-6)


TOKENS = st.lists(
    st.sampled_from(["a", "b", "go/VERB", "Maria/PROPN", "home/ADV", "now/ADV", "7/NUM", "."]), max_size=9
)


@given(st.sampled_from(sorted(GRAMS)), TOKENS, TOKENS, st.data())
def test_known_ngrams_are_those_of_all_that_the_vocabulary_has(
    kind: str, learnt: list[str], tokens: list[str], data: st.DataObject
) -> None:
    grams = st.sampled_from([*dict.fromkeys(GRAMS[kind](made(*learnt))), "a", "b b", "x"])
    vocabulary = data.draw(st.lists(grams, min_size=1, unique=True))
    size = len(vocabulary)
    fitted = NgramView(kind, np.array(vocabulary), np.ones(size, "f"), np.eye(size, dtype="f"), np.zeros(size))
    essay = made(*tokens)
    counts = Counter(GRAMS[kind](essay))
    terms = np.array([1 + np.log(counts[gram]) if counts[gram] else 0.0 for gram in vocabulary])
    assert fitted.predict(essay) == pytest.approx(terms / max(1.0, np.linalg.norm(terms)))


def test_a_vocabulary_whose_numbers_would_be_too_large_is_refused() -> None:
    with pytest.raises(ValueError, match="too many tokens"):
        Runs([" ".join(f"{row}-{place}" for place in range(12)) for row in range(8)])


def test_an_essay_without_a_known_ngram_gets_the_intercept() -> None:
    fitted = NgramView("word_ngrams", np.array(["school"]), np.ones(1, "f"), np.ones((1, 1), "f"), np.array([0.4]))
    assert fitted.predict(made("home")) == pytest.approx([0.4])


def test_every_view_has_a_label_for_teachers() -> None:
    assert all(label and "_" not in label for label in LABELS.values())
