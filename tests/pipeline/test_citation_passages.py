"""The passages that the repository ships: well formed, and read about as well as their page says."""

import json
from pathlib import Path

import pytest

from scorer.pipeline.load import annotate, load_pipeline

FILE = Path(__file__).parents[2] / "training_data" / "citations" / "passages.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_every_row_is_well_formed():
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert row["part"] in ("shapes", "common", "usual")
        ends = 0
        for start, end in row["citations"]:
            assert ends <= start < end <= len(row["text"])
            assert row["text"][start:end] == row["text"][start:end].strip()
            ends = end


@pytest.mark.parametrize(("part", "least"), [("shapes", 0.72), ("common", 0.93), ("usual", 0.93)])
def test_most_citations_are_found_and_none_where_there_is_none(part, least):
    nlp = load_pipeline()
    wanted = met = 0
    for row in ROWS:
        if row["part"] != part:
            continue
        found = annotate(nlp, row["text"])._.citations
        assert found == [] or row["citations"], row["id"]
        wanted += len(row["citations"])
        met += sum(any(one.start < end and start < one.end for one in found) for start, end in row["citations"])
    assert met >= least * wanted
