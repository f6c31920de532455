"""Lemmas are spaCy's own, however often a word comes back."""

import pytest
import spacy
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from scorer.bundle import find_bundle
from scorer.pipeline.syntax import lemmas
from scorer.pipeline.syntax.lemmas import Lemmas

TEXTS = (
    "The mice were running, and she saw better houses than I had seen.",
    "To saw wood is hard; the saws saw. He left, and the leaves were left behind.",
    "Running mice leave houses. Houses leave nothing better.",
)


@pytest.fixture(scope="module")
def plain() -> list[list[str]]:
    """What spaCy says."""
    nlp = spacy.load(find_bundle("en_essay"))
    return [[token.lemma_ for token in nlp(text)] for text in TEXTS]


@pytest.mark.parametrize("limit", [lemmas.LIMIT, 3])
def test_lemmas_are_those_of_spacy(plain: list[list[str]], limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "LIMIT", limit)
    nlp = spacy.load(find_bundle("en_essay"))
    lemmatizer = nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    ours = Lemmas(lemmatizer)

    def read(text: str) -> list[str]:
        doc: Doc = next(nlp.pipe([text], disable=["lemmatizer"]))
        assert not any(token.lemma for token in doc)
        return [nlp.vocab.strings[number] for number in ours.of(doc).tolist()]

    for _ in range(2):
        assert [read(text) for text in TEXTS] == plain
        assert len(ours._known) <= limit
    assert {"mouse", "run", "be", "well"} <= {word for words in plain for word in words}
