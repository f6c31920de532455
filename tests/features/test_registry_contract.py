"""What every feature promises: a name, words for it, and a finite number for whatever a student hands in."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from scorer.features import measure, registered
from scorer.features.registry import Feature, feature
from scorer.pipeline.view import view

FEATURES = registered()


@pytest.mark.parametrize("known", FEATURES.values(), ids=FEATURES)
def test_every_feature_says_what_it_is(known: Feature) -> None:
    assert known.label and known.unit and known.source
    assert known.description and known.measure.__name__ == known.name
    assert known.direction in {"higher", "lower", "neutral"}


def test_the_registry_covers_every_criterion() -> None:
    groups = {known.group for known in FEATURES.values()}
    assert groups == {"thesis", "reasons", "sources", "organization", "language", "conventions"}
    assert len(FEATURES) >= 120
    assert len({known.label for known in FEATURES.values()}) == len(FEATURES)


def test_a_name_is_taken_once() -> None:
    def words(doc: object) -> float:
        return 0.0

    with pytest.raises(ValueError, match="twice"):
        feature(group="language", label="x", unit="x")(words)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n", "Dog", "dog.", "...", "?!", "(", '"', "😀", "😀 😀\n\n😀", "word " * 200, "a\n" * 50, "i",
        "Der Hund schläft im Garten, weil es regnet.", "Это предложение на русском языке.", "我们应该去学校。",
        "12 34 56", "http://example.com", "@CAPS1 PROPER_NAME", "don't", "' ' '", "x" * 3000, "A, B; C: D - E",
    ],
)  # fmt: skip
def test_finite_on_odd_texts(nlp: Language, text: str) -> None:
    values = measure(nlp(text), list(FEATURES))
    assert [name for name, value in zip(FEATURES, values, strict=True) if not math.isfinite(value)] == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("aeinst .,!?\"'()\n-I😀é1"), max_size=120))
def test_finite_and_bounded_on_any_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for name, known in FEATURES.items():
        value = known.measure(doc)
        assert math.isfinite(value), name
        if known.unit == "share":
            assert -1e-9 <= value <= 1 + 1e-9, name


def test_whole_words_join_contractions(nlp: Language) -> None:
    made = view(nlp("I can’t go, he dont know.\n\nIt's never that."))
    assert made.spelled == ["i", "can't", "go", "he", "dont", "know", "it's", "never", "that"]
    assert [made.text[k] for k in made.spelled_at][:3] == ["I", "ca", "go"]


def test_view_keeps_the_places_of_the_text(nlp: Language) -> None:
    text = "Dogs  bark.\n\nCats sleep; they purr."
    made = view(nlp(text))
    assert all(text.startswith(word, start) for word, start in zip(made.text, made.start, strict=True))
    assert [len(paragraph) for paragraph in made.paragraphs] == [3, 6]
    assert made.blocks == ["Dogs  bark.", "Cats sleep; they purr."]
