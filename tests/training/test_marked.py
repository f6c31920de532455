"""The essays in which the project marked positions and reasons: what the repository holds, and how it is read."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from scorer.errors import DataError
from scorer.training.argument import marked
from scorer.training.argument.marked import POSITIONS, REASONS, Support, read_marked
from scorer.training.argument.marked import rows as marks

CORPORA = ("persuade", "ellipse", "asap")
ELLIPSE = (
    "text_id,full_text,cohesion,syntax,vocabulary,phraseology,grammar,conventions\n"
    "E1,Dogs bark. We agree.,3,3,3,3,3,3\n"
)
ASAP = "essay_id\tessay_set\tessay\tdomain1_score\n7\t7\tIt rained.\t12\n"


@pytest.mark.parametrize("corpus", CORPORA)
def test_offsets_and_no_text(corpus: str) -> None:
    rows = marks(POSITIONS, corpus)
    assert len({row["id"] for row in rows}) == len(rows) > 200
    for row in rows:
        assert row.keys() == {"id", "thesis", "restatements"}
        spans = [row["thesis"], *row["restatements"]] if row["thesis"] else []
        assert row["thesis"] or not row["restatements"]
        assert all(0 <= start < end for start, end in spans)
        assert len({tuple(span) for span in spans}) == len(spans)


@pytest.mark.parametrize("corpus", CORPORA)
def test_reasons_of_essays_with_a_position(corpus: str) -> None:
    rows = marks(REASONS, corpus)
    assert {row["id"] for row in rows} <= {row["id"] for row in marks(POSITIONS, corpus) if row["thesis"]}
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() == {"id", "reasons", "previews", "against", "answers"}
        assert all(row["reasons"])
        spans = [*(span for reason in row["reasons"] for span in reason), *row["previews"], *row["against"]]
        assert all(0 <= start < end for start, end in [*spans, *row["answers"]])


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file"):
        list(read_marked(tmp_path / "p.jsonl.xz", tmp_path / "e.csv", tmp_path / "a.tsv"))


@pytest.fixture
def corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, Path]:
    """Files of the three corpora, with marks."""
    monkeypatch.setattr(marked, "MARKED", tmp_path)
    support = {"reasons": [[[0, 9], [10, 19]]], "previews": [[10, 19]], "against": [[0, 9]], "answers": []}
    for corpus, position, reasons in (
        ("persuade", {"id": "P1", "thesis": [0, 9], "restatements": [[10, 19]]}, [{"id": "P1", **support}]),
        ("ellipse", {"id": "E1", "thesis": [11, 20], "restatements": []}, []),
        ("asap", {"id": "7", "thesis": None, "restatements": []}, []),
    ):
        write_marks(tmp_path, POSITIONS, corpus, [position])
        write_marks(tmp_path, REASONS, corpus, reasons)
    persuade, ellipse, asap = tmp_path / "p.jsonl.xz", tmp_path / "e.csv", tmp_path / "a.tsv"
    with lzma.open(persuade, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "P1", "text": "We agree. We agree."}) + "\n")
    ellipse.write_text(ELLIPSE, encoding="utf-8")
    asap.write_text(ASAP, encoding="utf-8")
    return persuade, ellipse, asap


def write_marks(root: Path, folder: str, corpus: str, rows: list[dict[str, Any]]) -> None:
    (root / folder).mkdir(exist_ok=True)
    lines = (json.dumps(row) + "\n" for row in rows)
    (root / folder / f"{corpus}.jsonl").write_text("".join(lines), encoding="utf-8")


def test_each_essay_with_what_was_marked(corpora: tuple[Path, Path, Path]) -> None:
    found = list(read_marked(*corpora))
    assert [(e.corpus, e.text, [e.text[a:b] for a, b in e.positions]) for e in found] == [
        ("PERSUADE", "We agree. We agree.", ["We agree.", "We agree."]),
        ("ELLIPSE", "Dogs bark. We agree.", ["We agree."]),
        ("ASAP", "It rained.", []),
    ]
    assert [e.support for e in found] == [Support((((0, 9), (10, 19)),), ((10, 19),), ((0, 9),)), None, None]
    assert found[0].support and found[0].support.giving == ((0, 9), (10, 19), (10, 19))


def test_a_marked_essay_that_is_not_among_the_texts(corpora: tuple[Path, Path, Path], tmp_path: Path) -> None:
    write_marks(tmp_path, POSITIONS, "asap", [{"id": "8", "thesis": None, "restatements": []}])
    with pytest.raises(DataError, match="essay 8 is not among the ASAP texts"):
        list(read_marked(*corpora))


@pytest.mark.parametrize("corpus", ["persuade", "asap"])
def test_levels_are_those_of_the_rubric(corpus: str) -> None:
    rows = marks("levels", corpus)
    assert len({row["id"] for row in rows}) == len(rows) > 200
    steps = {level / 2 for level in range(2, 9)}
    for row in rows:
        assert row.keys() == {"id", "part", "levels"} and row["part"] in {"fit", "test"}
        assert row["levels"].keys() == {"thesis", "reasons"} and steps.issuperset(row["levels"].values())
