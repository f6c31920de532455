"""Annotated essays: reading them, the labels that the chains learn, and flattening."""

from __future__ import annotations

import gzip
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_essays import PARTS, TEXT, annotated, dogs, row, ten_essays, written
from spacy.language import Language

from scorer.errors import DataError
from scorer.pipeline.argument.labels import EARLY, LATE, NOTHING
from scorer.pipeline.argument.segments import Segment
from scorer.pipeline.argument.tagger import Tagged
from scorer.pipeline.argument.word_classes import NO_CLASSES
from scorer.pipeline.load import load_syntax
from scorer.training.argument.corpus import AnnotatedEssay, Component, read_aae
from scorer.training.argument.data import Read, flattened, gold_argued, overlap, read


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_essays_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    assert read_aae(written(tmp_path / name, row(dogs()))) == [dogs()]
    assert dogs().prompt == "Should dogs be allowed in parks?"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jsonl", b"{", "data_invalid"),
        ("a.jsonl", b'{"id": "a"}\n', "data_invalid"),
        ("a.jsonl", b"[1, 2]\n", "data_invalid"),
        ("a.jsonl", b"\xff\xfe", "data_invalid"),
        ("a.jsonl.gz", b"not packed", "data_not_found"),
        ("a.jsonl.gz", gzip.compress(b"{}")[:12], "data_not_found"),
        ("a.jsonl", None, "data_not_found"),
    ],
    ids=["no JSON", "half a row", "a list", "no text", "not packed", "cut short", "absent"],
)
def test_other_files_are_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_aae(tmp_path / name)
    assert caught.value.code == code
    assert name in caught.value.message


# What the chains learn

EXPECTED = [
    ("MajorClaim", "dogs should be allowed in parks"),
    ("Against", "dogs are dirty"),
    ("Claim", "Dogs make people walk"),
    ("Premise", "every dog needs exercise"),
]


def words_of(essay: Read, segment: Segment) -> str:
    tokens = [token for _, sentence in essay.sentences for token in sentence]
    return " ".join(token.text for token in tokens[segment.first : segment.last])


def labelled(essay: Read) -> list[tuple[str, str]]:
    return [(label, words_of(essay, segment)) for segment, label in zip(essay.segments, essay.labels, strict=True)]


def marks(essay: Read) -> list[str]:
    return ["".join(sequence.labels) for sequence in essay.boundaries(weight=1.0, classes=NO_CLASSES)]


def test_gold_segments_are_the_components_with_their_stance(syntax: Language) -> None:
    essay = read(syntax, dogs())
    assert labelled(essay) == EXPECTED
    assert [(c.label, TEXT[c.start : c.end], c.confidence) for c in gold_argued(essay).components] == [
        (label, words, 1.0) for label, words in EXPECTED
    ]


def test_the_first_chain_learns_a_sequence_a_sentence(syntax: Language) -> None:
    essay = read(syntax, dogs())
    assert marks(essay) == ["OOOBIIIIIO", "OOOBIIO", "BIIIOBIIIO"]
    for sequence, (_, sentence) in zip(essay.boundaries(weight=1.0, classes=NO_CLASSES), essay.sentences, strict=True):
        assert len(sequence.features) == len(sequence.labels) == len(sentence)
        assert all(f"w0={token.lower_}" in names for token, names in zip(sentence, sequence.features, strict=True))


def test_the_second_chain_learns_a_sequence_an_essay(syntax: Language) -> None:
    essay = read(syntax, dogs())
    sequence = essay.kinds(essay.segments, weight=1.0, classes=NO_CLASSES)
    assert sequence.labels == ["MajorClaim", "Against", "Claim", LATE]
    assert len(sequence.features) == 4


def test_neighbouring_components_begin_anew(syntax: Language) -> None:
    parts = (("Dogs make", "Claim", "For"), ("people walk", "Premise", None))
    essay = read(syntax, annotated("x", TEXT, parts))
    assert labelled(essay) == [("Claim", "Dogs make"), ("Premise", "people walk")]
    assert marks(essay)[-1].startswith("BIBIO")


def test_a_component_over_two_sentences_is_cut_between_them(syntax: Language) -> None:
    words = "dogs should be allowed in parks. Some say that dogs are dirty"
    essay = read(syntax, annotated("x", TEXT, ((words, "Claim", "Against"),)))
    assert labelled(essay) == [
        ("Against", "dogs should be allowed in parks ."), ("Against", "Some say that dogs are dirty")
    ]  # fmt: skip
    assert marks(essay)[:2] == ["OOOBIIIIII", "BIIIIIO"]


def test_an_essay_without_components_teaches_that_there_are_none(syntax: Language) -> None:
    essay = read(syntax, annotated("x", TEXT, ()))
    assert set("".join(marks(essay))) == {"O"}
    taught = essay.kinds(essay.segments, weight=1.0, classes=NO_CLASSES)
    assert taught.labels == taught.features == []


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (0, 2), 0.5), ((0, 2), (2, 4), 0.0), ((0, 3), (1, 5), 0.5), ((0, 1), (7, 9), 0.0)],
)
def test_overlap_is_a_share_of_the_longer(one: tuple[int, int], other: tuple[int, int], share: float) -> None:
    assert overlap(Segment(*one, 0, 0), Segment(*other, 0, 0)) == share
    assert overlap(Segment(*other, 0, 0), Segment(*one, 0, 0)) == share


@pytest.mark.parametrize(
    ("cut", "label"),
    [((0, 0), "MajorClaim"), ((1, 0), "MajorClaim"), ((-2, 0), "MajorClaim"), ((3, 0), NOTHING), ((0, -4), NOTHING)],
    ids=["the same", "a word less", "two words more", "half", "a third"],
)
def test_a_found_segment_takes_the_label_of_the_gold_one_that_it_mostly_is(
    syntax: Language, cut: tuple[int, int], label: str
) -> None:
    essay = read(syntax, dogs())
    gold = essay.segments[0]
    found = Segment(gold.first + cut[0], gold.last + cut[1], gold.sentence, gold.part)
    assert essay.kinds([found], weight=1.0, classes=NO_CLASSES).labels == [label]
    decided = Tagged(found, "Claim", 0.5, {"Claim": 0.5})
    assert essay.judged([decided]) == [(decided, label)]


def test_premises_of_found_segments_remember_their_claims(syntax: Language) -> None:
    essay = read(syntax, dogs())
    assert essay.kinds(essay.segments[2:], weight=1.0, classes=NO_CLASSES).labels == ["Claim", LATE]
    assert essay.kinds(essay.segments[3:], weight=1.0, classes=NO_CLASSES).labels == [EARLY]


def test_a_read_essay_goes_to_another_process(syntax: Language) -> None:
    again: Read = pickle.loads(pickle.dumps(read(syntax, dogs())))
    assert labelled(again) == EXPECTED


# Flattening


def test_a_flattened_essay_has_one_paragraph_and_the_same_components(syntax: Language) -> None:
    flat = flattened(dogs())
    assert "\n" not in flat.text.strip()
    assert flat.prompt == ""
    assert [flat.text[c.start : c.end] for c in flat.components] == [words for words, _, _ in PARTS]
    assert [flat.text[a:b] for a, b in flat.tokens] == [TEXT[a:b] for a, b in dogs().tokens if a > TEXT.index("\n")]
    essay = read(syntax, flat)
    assert labelled(essay) == EXPECTED
    assert {part for part, _ in essay.sentences} == {0}


@pytest.mark.parametrize("essay", ten_essays(), ids=lambda essay: essay.id)
def test_flat_or_not_the_words_of_every_segment_are_the_same(syntax: Language, essay: AnnotatedEssay) -> None:
    whole = [words for _, words in labelled(read(syntax, essay))]
    assert whole == [words for _, words in labelled(read(syntax, flattened(essay)))]
    assert whole == [essay.text[c.start : c.end] for c in essay.components]


def tokens_of(text: str) -> list[tuple[int, int]]:
    spans, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        spans.append((start, place))
    return spans


@given(st.lists(st.sampled_from([" ", "\n", "a", "bc.", "  \n", "\t"]), max_size=30), st.data())
def test_flattening_moves_every_component_with_its_words(pieces: list[str], data: st.DataObject) -> None:
    body = "".join(pieces)
    text = "Title\n" + body
    words = tokens_of(body)
    chosen = [data.draw(st.sampled_from(words))] if words else []
    parts = tuple(Component(6 + start, 6 + end, "Claim", "For") for start, end in chosen)
    flat = flattened(AnnotatedEssay("x", text, parts, ()))
    assert flat.text.split() == body.split()
    assert [flat.text[c.start : c.end] for c in flat.components] == [text[c.start : c.end] for c in parts]
