"""The reference parser's training: reading marked entries, made entries, what may be shipped, and the figures."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from scorer.bundle import find_bundle
from scorer.errors import DataError
from scorer.pipeline.chain import storage
from scorer.pipeline.references.features import WORD_FEATURES
from scorer.pipeline.references.tokens import tokens
from scorer.training.references.corpus import FIELDS, MarkedEntry, read_core, read_written
from scorer.training.references.evaluate import summary
from scorer.training.references.styles import restyled
from scorer.training.references.vocabulary import safe_words, shipped_features

WRITTEN = ROOT / "training_data" / "references.jsonl"
ENTRY = MarkedEntry((("author", "Hale, Ann."), ("date", "(2014)."), ("title", "Rain in May."), ("journal", "Sky,")))
XML = (
    "<dataset><sequence><author>Hale, Ann.</author>\n<date>(2014).</date><title>Rain\n in May.</title>"
    "<journal>Sky,</journal></sequence></dataset>"
)


@pytest.mark.parametrize("packed", [True, False])
def test_marked_entries_are_read(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("core.xml.gz" if packed else "core.xml")
    path.write_bytes(gzip.compress(XML.encode()) if packed else XML.encode())
    assert read_core(path) == [ENTRY]


def test_each_token_has_its_field() -> None:
    assert [token.text for token in tokens(ENTRY.text)] == ["Hale,", "Ann.", "(2014).", "Rain", "in", "May.", "Sky,"]
    assert ENTRY.fields() == ["author", "author", "year", "title", "title", "title", "container"]


@pytest.mark.parametrize(("content", "code"), [(None, "data_not_found"), ("<dataset>", "data_invalid")])
def test_other_files_are_refused(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "core.xml"
    if content is not None:
        path.write_text(content)
    with pytest.raises(DataError) as caught:
        read_core(path)
    assert caught.value.code == code


@pytest.mark.parametrize(("content", "code"), [(None, "data_not_found"), ('{"parts": 1}', "data_invalid")])
def test_other_rows_are_refused(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "own.jsonl"
    if content is not None:
        path.write_text(content)
    with pytest.raises(DataError) as caught:
        read_written(path, "train")
    assert caught.value.code == code


def test_our_own_entries_are_many_and_some_of_them_are_held_out() -> None:
    rows = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    train, held_out = read_written(WRITTEN, "train"), read_written(WRITTEN, "held_out")
    assert len(train) + len(held_out) == len(rows) >= 60
    assert len(held_out) >= 30
    assert not {entry.text for entry in train} & {entry.text for entry in held_out}
    assert {field for entry in [*train, *held_out] for field in entry.fields()} >= set(FIELDS)


@given(st.integers(0, 2**32))
def test_made_entries_have_a_field_for_every_token(seed: int) -> None:
    for entry in restyled([*read_written(WRITTEN, "train"), ENTRY], 5, seed):
        assert len(entry.labels()) == len(tokens(entry.text)) > 0


def test_the_same_seed_makes_the_same_entries() -> None:
    entries = read_written(WRITTEN, "train")
    assert restyled(entries, 20, 3) == restyled(entries, 20, 3) != restyled(entries, 20, 4)


def test_words_of_names_and_rare_words_are_not_shipped() -> None:
    entries = [
        MarkedEntry(
            (("author", f"Hale, Ann {k}."), ("title", f"Rain and the Hale Theorem part {k}."), ("journal", "Sky,"))
        )
        for k in range(5)
    ]
    entries.append(MarkedEntry((("title", "Moon."),)))
    words = safe_words(entries)
    assert {"and", "the", "part", "sky"} <= words
    assert not {"hale", "ann", "moon", "theorem"} & words
    rows = [[[f"w={word}", "s=Xx"] for word in ("hale", "and")] for _ in range(5)] + [[["w=part", "s=X"]]]
    assert shipped_features(rows, words) == {"w=and", "s=Xx"}


def test_no_shipped_word_is_a_name() -> None:
    shipped = storage.load(find_bundle("references")).features
    words = {
        word for kind, _, value in (name.partition("=") for name in shipped) if kind in WORD_FEATURES
        for word in value.split("|")
    }  # fmt: skip
    assert "journal" in words
    names = {"john", "mary", "smith", "david", "michael", "william", "wiley", "springer", "robert", "anne", "jones"}
    assert not names & words


def test_figures_count_tokens_and_whole_fields() -> None:
    labels = ["author", "author", "year", "title", "title", "container", "container"]
    figures = summary([(ENTRY, ENTRY.fields()), (ENTRY, labels)])
    assert figures["n"] == 2
    assert figures["fields"]["author"] == {"f1": 1.0, "tokens": 4}
    assert figures["fields"]["title"]["f1"] == pytest.approx(2 * 5 / (6 + 5), abs=1e-4)
    assert figures["fields"]["container"]["f1"] == pytest.approx(2 * 2 / (2 + 3), abs=1e-4)
    assert figures["main_fields"]["micro"] == pytest.approx(13 / 14, abs=1e-4)
    # The form "Author (year). Title." mends the slip in the labels.
    assert figures["entries"] == {"author": 1.0, "title": 1.0, "year": 1.0, "all three": 1.0}
