"""Thesis, reasons, counterarguments and evidence."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument import storage
from scorer.pipeline.argument.component import THESIS_AT_LEAST, choose_thesis
from scorer.pipeline.argument.crf import Crf
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.second_reading import Component, read_again

ENGLISH = spacy.blank("en")


@pytest.fixture(scope="module")
def seed(nlp: Language, seed_path: Path) -> Doc:
    return nlp(seed_path.read_text(encoding="utf-8"))


def test_the_seed_essay_advises_collective_security(seed: Doc) -> None:
    thesis = seed._.thesis
    words = seed.text[thesis.start : thesis.end]
    assert "collective security rather than a balance of power" in words
    assert len(words.split()) < 20
    assert thesis.start > seed._.prompt.end
    assert thesis.confidence > 0.5


@pytest.mark.parametrize(
    "words",
    [
        "promotes peace by discouraging powerful states from attacking weaker states",
        "promotes long-lasting collaboration and camaraderie between nations",
        "is often shrouded in secret alliances",
    ],
)
def test_the_seed_essay_gives_its_reasons(seed: Doc, words: str) -> None:
    holders = [reason for reason in seed._.reasons if words in seed.text[reason.start : reason.end]]
    assert len(holders) == 1
    assert len(seed._.reasons) <= 8


def test_the_seed_essay_says_its_thesis_again_at_the_end(seed: Doc) -> None:
    last = seed._.restatements[-1]
    assert seed.text[last.start : last.end].startswith("I would encourage the President")
    assert seed._.conclusion.start <= last.start < seed._.conclusion.end


def test_the_seed_essays_facts_are_evidence(seed: Doc) -> None:
    evidence = [seed.text[e.start : e.end] for e in seed._.evidence]
    assert any("Mussolini" in words for words in evidence)
    assert any("Article 11" in words for words in evidence)


@pytest.mark.parametrize(
    ("text", "thesis"),
    [
        (
            "I strongly believe that every pupil should learn to cook at school.\n\nFirst, those who can cook "
            "eat better. "
            "My cousin learnt it at ten, and since then he has not asked for frozen pizza.\n\nIn conclusion, "
            "cooking should "
            "be taught to everyone.",
            "every pupil should learn to cook at school",
        ),
        (
            "Some people say that zoos teach children to love animals. In my opinion, zoos should be "
            "closed.\n\nFirst of all, "
            "animals suffer in small cages. The bear in our town walks in circles all day, because it has "
            "nothing to do.\n\n"
            "To conclude, animals should live where they belong, so zoos should be closed.",
            "zoos should be closed",
        ),
    ],
)
def test_a_stated_position_is_the_thesis(nlp: Language, text: str, thesis: str) -> None:
    found = nlp(text)._.thesis
    assert found is not None
    assert thesis in text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The kitchen has white walls and a small window. Under the window stands a table with four chairs. "
        "A clock hangs above the door.",
        "When I was nine my uncle took me to the river. We carried the rods down the path, and he showed me how "
        "to tie the "
        "line. I caught nothing. On the way home it rained, and we sat under a bridge and ate our bread.\n\n"
        "Years later I went back. The path was gone and the bridge had a new rail.",
        "Mira opened the letter. It had come from the town by the sea, and it smelled of salt. She read it "
        "twice. Then she "
        "packed a bag, locked the door and walked to the station. The train was late.",
        pytest.param(
            "The harbour was quiet that morning. A grey cat slept on a coil of rope, and two men mended a net "
            "beside the "
            "boat. Nobody spoke. The tide came in and lifted the boat from the mud.",
        ),
    ],
    ids=["empty", "description", "memory", "story", "short scene"],
)
def test_a_story_or_a_description_has_no_thesis(nlp: Language, text: str) -> None:
    assert nlp(text)._.thesis is None


def test_a_rebuttal_answers_and_evidence_points_at_what_it_supports(nlp: Language, seed: Doc) -> None:
    for evidence in seed._.evidence:
        if evidence.supports:
            name, index = evidence.supports
            assert 0 <= index < len(getattr(seed._, name))
    for against in seed._.counterarguments:
        assert against.rebuttal is None or against.rebuttal.start >= against.end


# The tagger


def chain(seed: int, labels: int = 3) -> Crf:
    """Random weights for the features "0", "1", "2"."""
    random = np.random.default_rng(seed)
    return Crf(
        labels=("O", "B-Claim", "I-Claim")[:labels],
        features=("0", "1", "2"),
        weights=random.normal(size=(3, labels)).astype(np.float32),
        transitions=random.normal(size=(labels, labels)),
    )


def every_path(crf: Crf, scores: np.ndarray) -> dict[tuple[int, ...], float]:
    """Each sequence of labels with its score, counted out."""
    return {
        path: sum(float(scores[place, label]) for place, label in enumerate(path))
        + sum(float(crf.transitions[a, b]) for a, b in pairwise(path))
        for path in product(range(len(crf.labels)), repeat=len(scores))
    }


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("length", [1, 2, 5])
def test_decoding_is_what_counting_every_path_gives(seed: int, length: int) -> None:
    crf = chain(seed)
    random = np.random.default_rng(seed)
    scores = crf.scores([[str(n) for n in random.integers(0, 3, size=2)] for _ in range(length)])
    paths = every_path(crf, scores)
    assert tuple(crf.best(scores)) == max(paths, key=paths.__getitem__)
    total = sum(np.exp(score) for score in paths.values())
    expected = np.zeros_like(scores)
    for path, score in paths.items():
        for place, label in enumerate(path):
            expected[place, label] += np.exp(score) / total
    np.testing.assert_allclose(crf.marginals(scores), expected, atol=1e-12)


def test_scores_sum_the_weights_of_known_features() -> None:
    crf = chain(1)
    scores = crf.scores([["0", "2"], ["unknown"], []])
    np.testing.assert_allclose(scores[0], crf.weights[0] + crf.weights[2], rtol=1e-6)
    assert not scores[1:].any()


def test_an_empty_sequence_has_no_labels() -> None:
    crf = chain(2)
    scores = crf.scores([])
    assert crf.best(scores) == []
    assert crf.marginals(scores).shape == (0, 3)


def test_long_sequences_stay_probabilities() -> None:
    crf = chain(3)
    marginals = crf.marginals(crf.scores([["0"], ["1"], ["2"]] * 2000) * 40)
    assert np.isfinite(marginals).all()
    np.testing.assert_allclose(marginals.sum(axis=1), 1.0)


def test_saved_weights_come_back(tmp_path: Path) -> None:
    crf = chain(4)
    storage.save(crf, tmp_path / "bundle")
    again = storage.load(tmp_path / "bundle")
    assert again.labels == crf.labels
    assert again.features == crf.features
    assert again.weights.dtype == np.float32
    np.testing.assert_allclose(again.weights, crf.weights, atol=2e-3)
    np.testing.assert_array_equal(again.transitions, crf.transitions)
    storage.save(again, tmp_path / "twice")
    np.testing.assert_array_equal(storage.load(tmp_path / "twice").weights, again.weights)


# From labels to the argument


def major(start: int, confidence: float) -> Component:
    return Component("MajorClaim", start, start + 5, confidence, 0)


@pytest.mark.parametrize(
    ("confidences", "chosen"),
    [
        ([], None),
        ([THESIS_AT_LEAST - 0.01], None),
        ([THESIS_AT_LEAST], 0),
        ([0.9, 0.95], 0),
        ([0.5, 0.95], 1),
        ([0.2, 0.2, 0.4], 2),
        ([0.7, 0.6, 0.95], 2),
    ],
)
def test_the_first_of_the_nearly_surest_is_the_thesis(confidences: list[float], chosen: int | None) -> None:
    components = [major(10 * place, confidence) for place, confidence in enumerate(confidences)]
    assert choose_thesis(components) == (None if chosen is None else components[chosen])


def read(parts: list[list[str]], components: list[tuple[str, str, float]]) -> list[tuple[str, str]]:
    """Labels and words after the second reading; ``components`` are (label, words, confidence)."""
    text = " ".join(sentence for part in parts for sentence in part)
    doc = ENGLISH.make_doc(text)
    sentences: list[Sentence] = []
    place = 0
    for number, part in enumerate(parts):
        for sentence in part:
            span = doc.char_span(place, place + len(sentence))
            sentences.append((number, list(span)))
            place += len(sentence) + 1
    tagged = []
    for label, words, confidence in components:
        start = text.index(words)
        number = max(n for n, tokens in sentences if tokens[0].idx <= start)
        tagged.append(Component(label, start, start + len(words), confidence, number))
    return [(c.label, text[c.start : c.end]) for c in read_again(tagged, sentences)]


INTRO = ["Parks are good."]
THESIS = ("MajorClaim", "Parks are good", 0.9)


@pytest.mark.parametrize(
    ("part", "tagged", "expected"),
    [
        # A part with evidence alone gets its point from the first sentence.
        (
            ["Trees cool the street.", "One oak shades us."],
            [("Premise", "Trees cool the street", 0.9), ("Premise", "One oak shades us", 0.9)],
            [("Claim", "Trees cool the street"), ("Premise", "One oak shades us")],
        ),
        (
            ["It is hot here.", "One oak shades us."],
            [("Premise", "One oak shades us", 0.9)],
            [("Premise", "One oak shades us")],
        ),
        (
            ["Trees cool the street.", "That helps the old."],
            [("Premise", "Trees cool the street", 0.9), ("Claim", "That helps the old", 0.9)],
            [("Premise", "Trees cool the street"), ("Claim", "That helps the old")],
        ),
        # A counterargument needs words that give it to others, or a sure tagger.
        (["Parks cost money."], [("Against", "Parks cost money", 0.7)], [("Claim", "Parks cost money")]),
        (["Parks cost money."], [("Against", "Parks cost money", 0.9)], [("Against", "Parks cost money")]),
        (
            ["Some people say that parks cost money."],
            [("Against", "parks cost money", 0.4)],
            [("Against", "parks cost money")],
        ),
        (
            ["Although parks cost money, we can pay."],
            [("Against", "parks cost money", 0.4)],
            [("Against", "parks cost money")],
        ),
    ],
)
def test_the_second_reading_mends_labels(
    part: list[str], tagged: list[tuple[str, str, float]], expected: list[tuple[str, str]]
) -> None:
    assert read([INTRO, part], [THESIS, *tagged]) == [THESIS[:2], *expected]


def test_the_second_reading_of_nothing_is_nothing() -> None:
    assert read_again([], []) == []


# Parts


def test_an_unbroken_essay_is_read_in_the_parts_that_its_words_mark(nlp: Language) -> None:
    text = (
        "Parks help towns. They are green. First, trees cool streets. Shade is free. Second, children play "
        "there. They need "
        "room. They run. In conclusion, parks help. Everyone likes them."
    )
    parts = [number for number, _ in sentences_of(nlp(text))]
    assert parts == [0, 0, 1, 1, 2, 2, 2, 3, 3]


def test_paragraphs_are_the_parts_where_there_are_any(nlp: Language) -> None:
    text = "Parks help towns. They are green.\n\nFirst, trees cool streets. Shade is free. Second, children play there."
    assert [number for number, _ in sentences_of(nlp(text))] == [0, 0, 1, 1, 1]


@given(st.lists(st.tuples(st.sampled_from(["Claim", "Premise", "Against"]), st.floats(0, 1)), max_size=4))
def test_the_second_reading_never_moves_or_loses_a_component(labels: list[tuple[str, float]]) -> None:
    parts = [
        ["Parks are good."],
        ["Trees cool the street.", "One oak shades us.", "Birds sing here.", "Owls nest now."],
    ]
    words = ["Trees cool the street", "One oak shades us", "Birds sing here", "Owls nest now"]
    tagged = [(label, words[place], confidence) for place, (label, confidence) in enumerate(labels)]
    result = read(parts, [THESIS, *tagged])
    assert [found for _, found in result] == [THESIS[1], *(found for _, found, _ in tagged)]
