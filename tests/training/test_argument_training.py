"""Training on ten tiny essays: it runs, gives the same again, and what it gives finds, saves and loads."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from invented_essays import ten_essays
from spacy.language import Language

from scorer.pipeline.argument import tagger
from scorer.pipeline.argument.labels import NOTHING
from scorer.pipeline.argument.parts import sentences_of
from scorer.pipeline.argument.segments import Segment
from scorer.pipeline.argument.sentence_features import sentence_features
from scorer.pipeline.argument.tagger import Tagged, Tagger
from scorer.pipeline.argument.word_classes import NO_CLASSES
from scorer.pipeline.load import annotate, load_syntax
from scorer.training.argument.data import Read, flattened, read
from scorer.training.argument.evaluate import cross_validated
from scorer.training.argument.fit import fit, fit_calibration, published

Essays = tuple[list[Read], list[Read]]


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


@pytest.fixture(scope="module")
def essays(syntax: Language) -> Essays:
    made = ten_essays()
    return [read(syntax, essay) for essay in made], [read(syntax, flattened(essay)) for essay in made]


@pytest.fixture(scope="module")
def trained(essays: Essays) -> Tagger:
    return fit(published(*essays), NO_CLASSES, seed=1)


def components(made: Tagger, essay: Read) -> list[tuple[str, str, float]]:
    found = made.components(made.tagged(essay.doc, essay.sentences, essay.rows).segments, essay.sentences)
    return [(c.label, essay.essay.text[c.start : c.end], c.confidence) for c in found]


def test_ten_essays_are_learnt(trained: Tagger, essays: Essays) -> None:
    for essay in essays[0]:
        gold = ["Against" if c.stance == "Against" else c.label for c in essay.essay.components]
        words = [essay.essay.text[c.start : c.end] for c in essay.essay.components]
        assert [(label, found) for label, found, _ in components(trained, essay)] == list(zip(gold, words, strict=True))


def test_confidences_are_probabilities(trained: Tagger, essays: Essays) -> None:
    for essay in [*essays[0], *essays[1]]:
        assert all(0 < confidence < 1 for _, _, confidence in components(trained, essay))


def test_training_again_gives_the_same(trained: Tagger, essays: Essays) -> None:
    again = fit(published(*essays), NO_CLASSES, seed=1)
    for one, other in ((trained.boundaries, again.boundaries), (trained.kinds, again.kinds)):
        assert (one.labels, one.features) == (other.labels, other.features)
        np.testing.assert_array_equal(one.weights, other.weights)
        np.testing.assert_array_equal(one.transitions, other.transitions)
    assert trained.calibration == again.calibration
    assert trained.readings == again.readings


def test_what_was_saved_finds_the_same_components(trained: Tagger, essays: Essays, tmp_path: Path) -> None:
    tagger.save(trained, tmp_path / "bundle")
    again = tagger.load(tmp_path / "bundle")
    assert again.calibration == trained.calibration
    for essay in essays[0]:
        expected, found = components(trained, essay), components(again, essay)
        assert [part[:2] for part in found] == [part[:2] for part in expected]
        assert [part[2] for part in found] == pytest.approx([part[2] for part in expected], abs=5e-3)


def test_a_new_essay_of_the_form_is_read(trained: Tagger, syntax: Language) -> None:
    text = (
        "Should towns pay for stages?\n\nMany towns are poor. I believe that towns should pay for stages.\n"
        "First, stages bring music because bands need room. For example, choirs sing in May.\n"
        "In conclusion, towns should pay for stages.\n"
    )
    doc = annotate(syntax, text, "Should towns pay for stages?")
    sentences = sentences_of(doc)
    rows = sentence_features(doc, sentences)
    found = {
        (c.label, text[c.start : c.end])
        for c in trained.components(trained.tagged(doc, sentences, rows).segments, sentences)
    }
    assert ("MajorClaim", "towns should pay for stages") in found
    assert ("Claim", "stages bring music") in found
    assert ("Premise", "choirs sing in May") in found


# Calibration


def judged(label: str, chances: list[tuple[float, float, bool]]) -> list[tuple[Tagged, str]]:
    """What the tagger thought of its label and its segment, and whether it was right."""
    segment = Segment(0, 1, 0, 0)
    return [
        (Tagged(segment, label, inside, {label: kind}), label if right else NOTHING) for kind, inside, right in chances
    ]


def test_surer_means_righter() -> None:
    sure = [(0.95, 0.9, True)] * 18 + [(0.95, 0.9, False)] * 2
    unsure = [(0.4, 0.5, True)] * 6 + [(0.4, 0.5, False)] * 14
    calibration = fit_calibration(judged("Claim", sure + unsure))
    assert set(calibration) == {"Claim"}
    (above, _), (below, _) = judged("Claim", [(0.95, 0.9, True), (0.4, 0.5, True)])

    def chance(item: Tagged) -> float:
        constant, of_kind, of_segment = calibration["Claim"]
        kind, inside = item.evidence("Claim")
        return 1 / (1 + np.exp(-(constant + of_kind * kind + of_segment * inside)))

    assert chance(above) == pytest.approx(0.9, abs=0.05)
    assert chance(below) == pytest.approx(0.3, abs=0.05)


def test_what_is_called_nothing_is_not_calibrated() -> None:
    mixed = judged("Claim", [(0.9, 0.9, True), (0.5, 0.5, False)])
    (dismissed, _), (missed, _) = judged(NOTHING, [(0.9, 0.9, True), (0.5, 0.5, True)])
    assert set(fit_calibration([*mixed, (dismissed, NOTHING), (missed, "Claim")])) == {"Claim"}


@pytest.mark.parametrize("right", [True, False])
def test_a_kind_that_was_always_right_or_always_wrong_is_not_calibrated(right: bool) -> None:
    always = judged("Against", [(0.9, 0.9, right), (0.6, 0.7, right)])
    mixed = judged("Claim", [(0.9, 0.9, True), (0.5, 0.5, False)])
    assert set(fit_calibration([*always, *mixed])) == {"Claim"}


# Cross-validation


def test_cross_validation_prints_every_measure(syntax: Language) -> None:
    scores = cross_validated(ten_essays(), own=[], others=[], folds=2, seed=1, nlp=syntax)
    assert scores["n"] == 10
    assert {"flattened", "calibration", "thesis", "tokens", "types"} <= set(scores)
    assert 0 <= scores["c_f1_100"] <= scores["c_f1_50"] <= 1
    assert sum(tenth["n"] for tenth in scores["calibration"]) > 0
    assert all(0 <= tenth["confidence"] <= 1 and 0 <= tenth["right"] <= 1 for tenth in scores["calibration"])
