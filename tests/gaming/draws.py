"""Essays that nobody should be flagged for: which were developed on, and which are reported. Both are drawn by seed."""

from __future__ import annotations

import csv
import gzip
import json
import lzma
from pathlib import Path
from random import Random

REPORTED_SEED, DEVELOP_SEED = 2026, 11
REPORTED = {"persuade": 500, "ellipse": 600}
DEVELOP = {"persuade": 500, "ellipse": 300}
LEAST_WORDS = 150
"""Words of an ELLIPSE essay."""

Text = tuple[str, str]
"""Id and text."""


def reported(data: Path) -> dict[str, list[Text]]:
    """The essays of the table, by corpus."""
    draw = Random(REPORTED_SEED)
    return {name: draw.sample(texts, REPORTED[name]) for name, texts in _corpora(data).items()}


def develop(data: Path) -> dict[str, list[Text]]:
    """Other essays of the same corpora."""
    taken = {id for texts in reported(data).values() for id, _ in texts}
    draw = Random(DEVELOP_SEED)
    corpora = {name: [text for text in texts if text[0] not in taken] for name, texts in _corpora(data).items()}
    return {name: draw.sample(texts, DEVELOP[name]) for name, texts in corpora.items()}


def aae(data: Path) -> list[tuple[str, str, str]]:
    """Id, prompt and essay of Argument Annotated Essays (train)."""
    with gzip.open(data / "aae_train.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    parted = [(row["id"], *row["text"].partition("\n")) for row in rows]
    return [(id, prompt, essay.strip()) for id, prompt, _, essay in parted]


def _corpora(data: Path) -> dict[str, list[Text]]:
    with lzma.open(data / "persuade_texts.jsonl.xz", "rt", encoding="utf-8") as lines:
        persuade = [(row["id"], row["text"]) for row in map(json.loads, lines)]
    with gzip.open(data / "ellipse_train.csv.gz", "rt", encoding="utf-8", newline="") as rows:
        ellipse = [(row["text_id"], row["full_text"]) for row in csv.DictReader(rows)]
    return {"persuade": persuade, "ellipse": [text for text in ellipse if len(text[1].split()) >= LEAST_WORDS]}
