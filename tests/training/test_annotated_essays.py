"""Annotated essays: reading them, the labels of their tokens, flattening, and the measures of the tagger."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from scorer.errors import DataError, ModelError
from scorer.pipeline.argument.second_reading import Component as Tagged
from scorer.pipeline.load import load_syntax
from scorer.training.argument.corpus import AnnotatedEssay, Component, read_aae
from scorer.training.argument.data import flattened, gold_labels, read, sequence
from scorer.training.argument.evaluate import evaluate_tagger, pair, summary

TEXT = (
    "Should dogs be allowed in parks?\n\n"
    "I think that dogs should be allowed in parks. Some say that dogs are dirty.\n"
    "Dogs make people walk because every dog needs exercise.\n"
)
PARTS = (
    ("dogs should be allowed in parks", "MajorClaim", None),
    ("dogs are dirty", "Claim", "Against"),
    ("Dogs make people walk", "Claim", "For"),
    ("every dog needs exercise", "Premise", None),
)


def essay() -> AnnotatedEssay:
    components = []
    for words, label, stance in PARTS:
        start = TEXT.index(words)
        components.append(Component(start, start + len(words), label, stance))
    return AnnotatedEssay("essay1", TEXT, tuple(components), tokens(TEXT))


def tokens(text: str) -> tuple[tuple[int, int], ...]:
    found, place = [], 0
    for word in text.replace(".", " .").replace("?", " ?").split():
        start = text.index(word, place)
        place = start + len(word)
        found.append((start, place))
    return tuple(found)


def row(item: AnnotatedEssay) -> dict[str, Any]:
    return {
        "id": item.id, "text": item.text, "tokens": item.tokens,
        "components": [{"start": c.start, "end": c.end, "label": c.label, "stance": c.stance} for c in item.components],
    }  # fmt: skip


def written(path: Path, *rows: object) -> Path:
    data = "".join(json.dumps(item) + "\n" for item in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.fixture(scope="module")
def syntax() -> Language:
    return load_syntax()


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_essays_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    assert read_aae(written(tmp_path / name, row(essay()))) == [essay()]
    assert essay().prompt == "Should dogs be allowed in parks?"


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


def labelled(syntax: Language, item: AnnotatedEssay) -> list[tuple[str, str]]:
    """(label, words) of every run of tokens with one component."""
    doc = read(syntax, item)
    words = sequence(syntax, item)
    runs: list[tuple[str, list[str]]] = []
    from_doc = [token for token in doc if not token.is_space][-len(words.labels) :]
    for token, label in zip(from_doc, words.labels, strict=True):
        if label.startswith("B-"):
            runs.append((label[2:], []))
        if label != "O":
            runs[-1][1].append(token.text)
    return [(label, " ".join(text)) for label, text in runs]


EXPECTED = [
    ("MajorClaim", "dogs should be allowed in parks"),
    ("Against", "dogs are dirty"),
    ("Claim", "Dogs make people walk"),
    ("Premise", "every dog needs exercise"),
]


def test_gold_labels_mark_the_components_and_stance(syntax: Language) -> None:
    assert labelled(syntax, essay()) == EXPECTED


def test_neighbouring_components_begin_anew(syntax: Language) -> None:
    item = essay()
    start = TEXT.index("Dogs make")
    split = (Component(start, start + 9, "Claim", "For"), Component(start + 10, start + 21, "Claim", "For"))
    doc = read(syntax, item)
    assert [label for label in gold_labels(doc, split) if label != "O"] == [
        "B-Claim", "I-Claim", "B-Claim", "I-Claim",
    ]  # fmt: skip


def test_a_flattened_essay_has_one_paragraph_and_the_same_components(syntax: Language) -> None:
    flat = flattened(essay())
    assert "\n" not in flat.text.strip()
    assert flat.prompt == ""
    assert [flat.text[c.start : c.end] for c in flat.components] == [words for words, _, _ in PARTS]
    assert labelled(syntax, flat) == EXPECTED


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


def tokens_of(text: str) -> list[tuple[int, int]]:
    spans, place = [], 0
    for word in text.split():
        start = text.index(word, place)
        place = start + len(word)
        spans.append((start, place))
    return spans


def tagged(*parts: tuple[str, str]) -> list[Tagged]:
    places = [(label, TEXT.index(words), len(words)) for words, label in parts]
    return [Tagged(label, start, start + length, confidence=0.9, part=0) for label, start, length in places]


RIGHT = (
    ("dogs should be allowed in parks", "MajorClaim"),
    ("dogs are dirty", "Against"),
    ("Dogs make people walk", "Claim"),
    ("every dog needs exercise", "Premise"),
)


@pytest.mark.parametrize(
    ("found", "f1_100", "f1_50"),
    [
        (RIGHT, 1.0, 1.0),
        ((), 0.0, 0.0),
        # of 4 gold parts, 3 found and all of them right: 2 * 3 / (2 * 3 + 1)
        (RIGHT[:3], 6 / 7, 6 / 7),
        # a part that is three words of four counts at half an overlap alone: 3 right and 1 wrong and 1 missed
        ((*RIGHT[:3], ("every dog needs", "Premise")), 6 / 8, 1.0),
        # exactly half is not more than half
        ((*RIGHT[:3], ("every dog", "Premise")), 6 / 8, 6 / 8),
        # the right words under another name
        ((*RIGHT[:3], ("every dog needs exercise", "Claim")), 6 / 8, 6 / 8),
        # found twice: the second time is wrong
        ((*RIGHT, RIGHT[3]), 8 / 9, 8 / 9),
    ],
)
def test_component_f1_by_hand(found: Sequence[tuple[str, str]], f1_100: float, f1_50: float) -> None:
    scores = summary([pair(essay(), tagged(*found))], [essay()])
    assert scores["c_f1_100"] == pytest.approx(f1_100)
    assert scores["c_f1_50"] == pytest.approx(f1_50)


def test_everything_right_is_one_everywhere() -> None:
    scores = summary([pair(essay(), tagged(*RIGHT))], [essay()])
    assert scores == {
        "n": 1,
        "c_f1_100": 1.0,
        "c_f1_50": 1.0,
        "types": {label: {"f1_100": 1.0, "f1_50": 1.0} for label in ("MajorClaim", "Claim", "Premise")},
        "tokens": {"macro_f1": 1.0},
        "thesis": {"n": 1, "overlap_50": 1.0},
    }


def test_the_shipped_tagger_is_evaluated_with_the_fixed_keys(tmp_path: Path) -> None:
    scores = evaluate_tagger("argument", [written(tmp_path / "a.jsonl", row(essay()))])
    assert list(scores) == ["n", "c_f1_100", "c_f1_50", "types", "tokens"]
    assert list(scores["types"]) == ["MajorClaim", "Claim", "Premise"]
    assert all(list(measures) == ["f1_100", "f1_50"] for measures in scores["types"].values())
    assert 0 <= scores["c_f1_100"] <= scores["c_f1_50"] <= 1


def test_a_bundle_of_another_kind_is_no_tagger(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="'en_essay' is not a tagger of argument components"):
        evaluate_tagger("en_essay", [written(tmp_path / "a.jsonl", row(essay()))])
