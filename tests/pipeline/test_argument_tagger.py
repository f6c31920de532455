"""The tagger: from two chains to components with calibrated confidences, and what the component keeps of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from scorer.numbered import Names, Table
from scorer.pipeline.annotations import Role
from scorer.pipeline.argument import Argument, tagger
from scorer.pipeline.argument.components import Component
from scorer.pipeline.argument.labels import EARLY, LATE, NOTHING
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.sentence_features import Features, sentence_features
from scorer.pipeline.argument.tagger import Calibration, Tagged, Tagger, Tagging
from scorer.pipeline.chain.crf import Crf
from scorer.pipeline.load import annotate, load_syntax

TEXT = "Towns need parks. Trees cool the streets, and birds sing."
KINDS = ("Against", "Claim", "MajorClaim", NOTHING, EARLY, LATE)
AS_IT_IS: Calibration = dict.fromkeys(("Against", "Claim", "MajorClaim", "Premise"), (0.0, 1.0, 0.0))


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


@pytest.fixture(scope="module")
def essay(syntax: Language) -> Doc:
    return annotate(syntax, TEXT)


def weighing(labels: tuple[str, ...], weights: dict[tuple[str, str], float]) -> Crf:
    """A chain with the given weights of (feature, label)."""
    features = tuple(sorted({feature for feature, _ in weights}))
    table = np.zeros((len(features), len(labels)), dtype=np.float32)
    for (feature, label), weight in weights.items():
        table[features.index(feature), labels.index(label)] = weight
    return Crf(labels, features, table, np.zeros((len(labels), len(labels))))


def marking(begins: str, inside: tuple[str, ...], sure: float = 6.0) -> Crf:
    """A first chain that begins a segment at one word and goes on with others; everything else is outside."""
    words = {(f"w0={word}", "I"): 2 * sure for word in inside}
    return weighing(("B", "I", "O"), {("w0=" + begins, "B"): 2 * sure, **words, ("part=only", "O"): sure})


def found(made: Tagger, doc: Doc) -> list[Component]:
    sentences = sentences_of(doc)
    return made.components(made.tagged(doc, sentences, sentence_features(doc, sentences)).segments, sentences)


def test_segments_are_called_by_the_second_chain(essay: Doc) -> None:
    kinds = weighing(KINDS, {("word=birds", "Claim"): 5.0})
    (component,) = found(Tagger(marking("birds", ("sing",)), kinds, AS_IT_IS), essay)
    assert (component.label, TEXT[component.start : component.end], component.part) == ("Claim", "birds sing", 0)


def test_a_segment_that_is_nothing_after_all_is_no_component(essay: Doc) -> None:
    kinds = weighing(KINDS, {("word=birds", NOTHING): 5.0})
    assert found(Tagger(marking("birds", ("sing",)), kinds, AS_IT_IS), essay) == []


def test_premises_early_and_late_are_premises_and_their_chances_add_up(essay: Doc) -> None:
    kinds = weighing(KINDS, {("word=birds", EARLY): 3.0, ("word=birds", LATE): 3.0})
    (component,) = found(Tagger(marking("birds", ("sing",)), kinds, AS_IT_IS), essay)
    assert component.label == "Premise"
    assert component.confidence == pytest.approx(2 * exp(3) / (2 * exp(3) + 4))


def log_odds(probability: float) -> float:
    return log(probability / (1 - probability))


@pytest.mark.parametrize(
    "calibration", [(0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (-1.0, 0.5, 0.25), (2.0, 0.0, 0.0), (0.5, -1.0, 2.0)]
)
def test_a_confidence_weighs_what_both_chains_think(essay: Doc, calibration: tuple[float, float, float]) -> None:
    kinds = weighing(KINDS, {("word=birds", "Claim"): 2.0})
    made = Tagger(marking("birds", ("sing",), sure=1.0), kinds, {"Claim": calibration})
    (component,) = found(made, essay)
    kind = exp(2) / (exp(2) + 5)
    inside = 1 - exp(1) / (exp(1) + exp(2) + 1)
    constant, of_kind, of_segment = calibration
    expected = constant + of_kind * log_odds(kind) + of_segment * log_odds(inside)
    assert component.confidence == pytest.approx(1 / (1 + exp(-expected)))


def test_a_kind_without_calibration_has_the_second_chains_probability(essay: Doc) -> None:
    kinds = weighing(KINDS, {("word=birds", "Claim"): 2.0})
    (component,) = found(Tagger(marking("birds", ("sing",)), kinds, {}), essay)
    assert component.confidence == pytest.approx(exp(2) / (exp(2) + 5))


def random_tagger(seed: int, doc: Doc) -> Tagger:
    """Random weights for half the words of the text, and a random calibration."""
    random = np.random.default_rng(seed)
    words = sorted({token.lower_ for token in doc})[::2]
    boundaries = weighing(("B", "I", "O"), {(f"w0={w}", x): random.normal(0, 4) for w in words for x in "BIO"})
    kinds = weighing(KINDS, {(f"word={w}", kind): random.normal(0, 4) for w in words for kind in KINDS})
    a, b, c = (float(x) for x in random.normal(0, 5, size=3))
    return Tagger(boundaries, kinds, dict.fromkeys(AS_IT_IS, (a, b, c)))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_whatever_the_weights_components_lie_apart_with_confidences_up_to_one(essay: Doc, seed: int) -> None:
    components = found(random_tagger(seed, essay), essay)
    assert all(0 <= component.confidence <= 1 for component in components)
    ends = [offset for component in components for offset in (component.start, component.end)]
    assert ends == sorted(ends)
    assert all(TEXT[c.start : c.end] == TEXT[c.start : c.end].strip() != "" for c in components)
    assert not any("." in TEXT[c.start : c.end - 1] for c in components)


def test_a_text_without_sentences_has_no_segments(syntax: Language) -> None:
    made = random_tagger(1, annotate(syntax, TEXT))
    for text in ("", " \n\n "):
        doc = annotate(syntax, text)
        assert made.segments(doc, sentences_of(doc), [], []) == ([], [])
        assert found(made, doc) == []


def test_a_saved_tagger_finds_the_same(essay: Doc, tmp_path: Path) -> None:
    made = random_tagger(7, essay)
    tagger.save(made, tmp_path / "first")
    once = tagger.load(tmp_path / "first")
    tagger.save(once, tmp_path / "second")
    twice = tagger.load(tmp_path / "second")
    assert once.calibration == twice.calibration == made.calibration
    assert found(once, essay) == found(twice, essay) != []
    places = [(c.label, c.start, c.end) for c in found(made, essay)]
    assert [(c.label, c.start, c.end) for c in found(once, essay)] == places


# The component


class Stub:
    """Stands for a tagger: of the sentences .5, .25, .125 ... argue."""

    def tagged(self, doc: Doc, sentences: list[Sentence], rows: list[Features]) -> Tagging:
        """No segments: what stands for them is in ``components``."""
        return Tagging([], [0.5 ** (k + 1) for k in range(len(sentences))])


class Everything(Stub):
    """Takes every sentence for a claim."""

    def components(self, tagged: list[Tagged], sentences: list[Sentence]) -> list[Component]:
        """One claim a sentence."""
        return [
            Component("Claim", sentence[0].idx, sentence[-1].idx, 0.9, part)  # the full stop stays outside
            for part, sentence in sentences
        ]


class Nothing(Stub):
    """Finds nothing."""

    def components(self, tagged: list[Tagged], sentences: list[Sentence]) -> list[Component]:
        """None."""
        return []


@dataclass(frozen=True)
class Same:
    """Stands for a model that finds every sentence equally probable."""

    probability: float
    names: tuple[str, ...] = ()

    def over(self, names: Names) -> Callable[[Table], NDArray[np.float64]]:
        """One a sentence."""
        return lambda table: np.full(table.size, self.probability)

    def confidence(self, probability: float) -> float:
        """As it is."""
        return probability


OWN = "Our town has two small squares, and both are loud at noon."
TAKEN = "Public gardens lower the heat of a whole quarter by several degrees in the month of July."


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        (f"{OWN} {TAKEN}", None, [OWN, TAKEN]),
        (f"{OWN} {TAKEN}", f"Readers write. {TAKEN} Others doubt it.", [OWN]),
        (f"{OWN} {TAKEN}", "Sailors mend nets by the harbour wall, and gulls wait for what is left.", [OWN, TAKEN]),
        (TAKEN, f"Readers write. {TAKEN}", []),
    ],
    ids=["no source", "copied", "another source", "nothing else"],
)
@pytest.mark.parametrize("stub", [Everything(), Nothing()], ids=["tagged", "not tagged"])
@pytest.mark.parametrize(("opposed", "label"), [(0.0, "Claim"), (1.0, "Against")])
def test_copied_sentences_are_not_the_students_argument(
    syntax: Language, text: str, source: str | None, kept: list[str], stub: object, opposed: float, label: str
) -> None:
    doc = annotate(syntax, text, sources=(source,) if source else ())
    models = Same(0.0), Same(1.0), Same(opposed)
    found = Argument(stub, *models).argued(doc).components  # type: ignore[arg-type]  # all that it asks of them
    assert [(c.label, text[c.start : c.end]) for c in found] == [(label, sentence.rstrip(".")) for sentence in kept]


def test_own_words_in_a_copied_sentence_stay_what_the_tagger_says(syntax: Language) -> None:
    text = f"{TAKEN[:-1]}, but we need them."
    doc = annotate(syntax, text, sources=(f"Readers write. {TAKEN}",))

    class Answer(Stub):
        def components(self, tagged: list[Tagged], sentences: list[Sentence]) -> list[Component]:
            start = text.index("we need")
            return [Component("Claim", start, len(text) - 1, 0.9, 0, claim=0.9)]

    argument = Argument(Answer(), Same(0.0), Same(0.0), Same(0.0))  # type: ignore[arg-type]
    assert [(c.label, text[c.start : c.end]) for c in argument.argued(doc).components] == [("Claim", "we need them")]


def test_what_each_sentence_may_do_stands_on_the_document(syntax: Language) -> None:
    text = f"{OWN} {TAKEN} {OWN}"
    doc = annotate(syntax, text, sources=(f"Readers write. {TAKEN}",))
    stub, models = Nothing(), (Same(0.1), Same(0.2), Same(0.3))
    Argument(stub, *models)(doc)  # type: ignore[arg-type]  # as above
    starts = [0, len(OWN) + 1, len(OWN) + len(TAKEN) + 2]
    assert doc._.roles == (
        Role(starts[0], len(OWN), states=0.1, gives=0.2, opposes=0.3, argues=0.5),
        Role(starts[1], starts[2] - 1, states=0.0, gives=0.0, opposes=0.0, argues=0.0),  # copied
        Role(starts[2], len(text), states=0.1, gives=0.2, opposes=0.3, argues=0.125),
    )


def test_a_story_argues_nothing_and_its_sentences_keep_their_chances(syntax: Language) -> None:
    text = (
        "Last summer I went to the lake with my cousin. We swam until it was dark, and then we lost the boat. "
        "I was scared, but my cousin laughed. We walked home through the wood and my mother was waiting."
    )
    doc = annotate(syntax, text)
    Argument(Everything(), Same(0.1), Same(0.2), Same(0.0))(doc)  # type: ignore[arg-type]
    assert not doc._.thesis and not doc._.reasons and not doc._.evidence
    assert [(role.states, role.gives) for role in doc._.roles] == [(0.1, 0.2)] * 4


def test_how_much_of_each_sentence_argues(syntax: Language) -> None:
    doc = annotate(syntax, TEXT)
    sentences = sentences_of(doc)
    sure = Tagger(marking("Towns", ("need", "parks")), weighing(KINDS, {}), AS_IT_IS)
    argues = sure.tagged(doc, sentences, sentence_features(doc, sentences)).argues
    assert len(argues) == len(sentences) == 2
    assert 1.0 >= argues[0] > argues[1] + 0.1 > 0.1
