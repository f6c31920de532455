"""The essays in which the project marked positions: what the repository holds of them, and how they are read."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from scorer.errors import DataError
from scorer.training.argument import marked
from scorer.training.argument.marked import MARKED, read_marked

CORPORA = ("persuade", "ellipse", "asap")
ELLIPSE = (
    "text_id,full_text,cohesion,syntax,vocabulary,phraseology,grammar,conventions\n"
    "E1,Dogs bark. We agree.,3,3,3,3,3,3\n"
)
ASAP = "essay_id\tessay_set\tessay\tdomain1_score\n7\t7\tIt rained.\t12\n"


@pytest.mark.parametrize("corpus", CORPORA)
def test_offsets_and_no_text(corpus: str) -> None:
    rows = [json.loads(line) for line in (MARKED / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) > 200
    for row in rows:
        assert row.keys() == {"id", "thesis", "restatements"}
        spans = [row["thesis"], *row["restatements"]] if row["thesis"] else []
        assert row["thesis"] or not row["restatements"]
        assert all(0 <= start < end for start, end in spans)
        assert len({tuple(span) for span in spans}) == len(spans)


@pytest.mark.parametrize("corpus", CORPORA)
def test_reasons_of_essays_with_a_position(corpus: str) -> None:
    path = MARKED.parent / "reasons" / f"{corpus}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    positions = [json.loads(line) for line in (MARKED / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["id"] for row in rows} <= {row["id"] for row in positions if row["thesis"]}
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() == {"id", "reasons", "previews", "against", "answers"}
        assert all(row["reasons"])
        spans = [*(span for reason in row["reasons"] for span in reason), *row["previews"], *row["against"]]
        assert all(0 <= start < end for start, end in [*spans, *row["answers"]])


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file"):
        list(read_marked(tmp_path / "p.jsonl.xz", tmp_path / "e.csv", tmp_path / "a.tsv"))


def test_each_essay_with_its_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marked, "MARKED", tmp_path)
    for corpus, row in {
        "persuade": {"id": "P1", "thesis": [0, 9], "restatements": [[10, 19]]},
        "ellipse": {"id": "E1", "thesis": [11, 20], "restatements": []},
        "asap": {"id": "7", "thesis": None, "restatements": []},
    }.items():
        (tmp_path / f"{corpus}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    persuade, ellipse, asap = tmp_path / "p.jsonl.xz", tmp_path / "e.csv", tmp_path / "a.tsv"
    with lzma.open(persuade, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "P1", "text": "We agree. We agree."}) + "\n")
    ellipse.write_text(ELLIPSE, encoding="utf-8")
    asap.write_text(ASAP, encoding="utf-8")
    found = [(e.corpus, e.text, [e.text[a:b] for a, b in e.positions]) for e in read_marked(persuade, ellipse, asap)]
    assert found == [
        ("PERSUADE", "We agree. We agree.", ["We agree.", "We agree."]),
        ("ELLIPSE", "Dogs bark. We agree.", ["We agree."]),
        ("ASAP", "It rained.", []),
    ]
    (tmp_path / "asap.jsonl").write_text(json.dumps({"id": "8", "thesis": None, "restatements": []}), encoding="utf-8")
    with pytest.raises(DataError, match="essay 8 is not among the ASAP texts"):
        list(read_marked(persuade, ellipse, asap))
