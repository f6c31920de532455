"""Graded essays made by a seeded generator from sentences written for the tests: better grades for better sentences."""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TRAITS = ("cohesion", "syntax", "vocabulary", "phraseology", "grammar", "conventions")
PLACES = ("library", "cafeteria", "gym", "bus stop", "garden", "computer room", "music hall", "parking lot")
GROUPS = ("north", "south", "east")

GOOD = (
    "In my opinion, the school should keep the {place} open until the evening.",
    "First, students who have no quiet room at home would finally be able to finish their work in the {place}.",
    "Furthermore, a longer day in the {place} gives shy pupils a chance to meet others who share their interests.",
    "Some people argue that this would cost too much; however, volunteers have already offered to help.",
    "For example, when our {place} stayed open last winter, fewer students were late with their projects.",
    "Although nobody can promise better grades, everyone would gain a place where learning is welcome.",
    "Therefore, the council ought to approve the plan for the {place} without further delay.",
)
WEAK = (
    "i think the {place} is good and it is good for the students because it is good.",
    "the {place} dont have enough chair and peoples is sad about that thing.",
    "Me and my friend goes to the {place} every day we like it alot.",
    "they should of fix the {place} last year but they dont did it.",
    "And then also the {place} it have many thing and stuff.",
    "so thats why i want a more better {place} for every students.",
    "In the {place} they was to many noise and i cant hear nothing.",
)


def essay(rng: random.Random, level: float, sentences: int = 7) -> str:
    """An essay whose sentences are good ones with the probability ``level``, 0 to 1."""
    place = rng.choice(PLACES)
    chosen = [rng.choice(GOOD if rng.random() < level else WEAK).format(place=place) for _ in range(sentences)]
    half = sentences // 2
    return " ".join(chosen[:half]) + "\n\n" + " ".join(chosen[half:])


def graded(count: int, seed: int = 7, sentences: int = 7) -> list[dict[str, Any]]:
    """Rows with ``id``, ``text``, ``group`` and the six traits, 1 to 5 in halves."""
    rng = random.Random(seed)
    rows = []
    for number in range(count):
        level = (number % 9) / 8
        scores = {trait: min(max(1 + 4 * level + rng.choice((-0.5, 0, 0.5)), 1), 5) for trait in TRAITS}
        group = GROUPS[number % len(GROUPS)]
        rows.append({"id": f"e{number}", "text": essay(rng, level, sentences), "group": group, **scores})
    return rows


def write_table(path: Path, rows: Sequence[dict[str, Any]], delimiter: str = ",") -> Path:
    """Write rows as CSV (or with another delimiter), compressed where the name ends in ``.gz``."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    data = table.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def as_ellipse(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with ELLIPSE's columns."""
    return [{"text_id": row["id"], "full_text": row["text"], **{trait: row[trait] for trait in TRAITS}} for row in rows]
