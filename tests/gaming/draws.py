"""Essays that nobody should be flagged for: which were developed on, and which are reported. Both are drawn by seed."""

from __future__ import annotations

import csv
import gzip
import json
import lzma
from collections.abc import Iterable
from pathlib import Path
from random import Random

LOOKED_AT_SEED, DEVELOP_SEED, REPORTED_BEFORE_SEED, REPORTED_SEED = 2026, 11, 31, 32
REPORTED = {"persuade": 500, "ellipse": 600}
DEVELOP = {"persuade": 500, "ellipse": 1000}
LEAST_WORDS = 150
"""Words of an ELLIPSE essay."""

Text = tuple[str, str]
"""Id and text."""


def looked_at(data: Path) -> dict[str, list[Text]]:
    """Essays whose flags were counted once, before the thresholds were made more careful."""
    return _drawn(_corpora(data), LOOKED_AT_SEED, REPORTED, ())


def develop(data: Path) -> dict[str, list[Text]]:
    """Essays that weights and thresholds were fitted on."""
    return _drawn(_corpora(data), DEVELOP_SEED, DEVELOP, [looked_at(data)])


def reported_before(data: Path) -> dict[str, list[Text]]:
    """Essays of an earlier table, before the thresholds were made more careful once more."""
    return _drawn(_corpora(data), REPORTED_BEFORE_SEED, REPORTED, [looked_at(data), develop(data)])


def reported(data: Path) -> dict[str, list[Text]]:
    """The essays of the table, by corpus: none of the others."""
    return _drawn(_corpora(data), REPORTED_SEED, REPORTED, [looked_at(data), develop(data), reported_before(data)])


def _drawn(
    corpora: dict[str, list[Text]], seed: int, counts: dict[str, int], before: Iterable[dict[str, list[Text]]]
) -> dict[str, list[Text]]:
    draw = Random(seed)
    taken = {id for drawn in before for texts in drawn.values() for id, _ in texts}
    return {
        name: draw.sample([text for text in texts if text[0] not in taken], counts[name])
        for name, texts in corpora.items()
    }


def aae(data: Path, half: str = "aae_train") -> list[tuple[str, str, str]]:
    """Id, prompt and essay of Argument Annotated Essays; nothing was fitted on "aae_dev"."""
    with gzip.open(data / f"{half}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    parted = [(row["id"], *row["text"].partition("\n")) for row in rows]
    return [(id, prompt, essay.strip()) for id, prompt, _, essay in parted]


def _corpora(data: Path) -> dict[str, list[Text]]:
    with lzma.open(data / "persuade_texts.jsonl.xz", "rt", encoding="utf-8") as lines:
        persuade = [(row["id"], row["text"]) for row in map(json.loads, lines)]
    with gzip.open(data / "ellipse_train.csv.gz", "rt", encoding="utf-8", newline="") as rows:
        ellipse = [(row["text_id"], row["full_text"]) for row in csv.DictReader(rows)]
    return {"persuade": persuade, "ellipse": [text for text in ellipse if len(text[1].split()) >= LEAST_WORDS]}
