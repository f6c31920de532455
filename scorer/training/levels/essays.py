"""Essays that readers graded by the levels of a rubric, and changed essays of which one knows what must change."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scorer.errors import DataError
from scorer.training.argument.marked import POSITIONS, Marked, rows
from scorer.training.argument.texts import texts_by_id
from scorer.training.corpora import read_corpus

LEVELS = "levels"
CRITERIA = ("thesis", "reasons")
"""What the readers graded, by the levels of ``argument-with-sources``."""

FEWEST_PARAGRAPHS = 3
"""An essay of fewer paragraphs hardly changes when they are joined."""

_BREAK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Levelled:
    """An essay and its levels by criterion; ``human`` is what raters gave it as a whole, with the prompt's name.

    From those of the part ``fit`` points are learnt; nothing is from ``test`` (``training_data/levels/README.md``).
    """

    corpus: str
    id: str
    text: str
    levels: Mapping[str, float]
    part: Literal["fit", "test"]
    human: tuple[str, float] | None = None


def read_levelled(data: Path) -> list[Levelled]:
    """The essays that were graded, but for those that the models of sentences learnt from.

    ``data`` is the folder with ``persuade_texts.jsonl.xz`` and ``asap_train.tsv.gz``. Raises ``DataError``.
    """
    asap = {essay.id: essay for essay in read_corpus("asap", [data / "asap_train.tsv.gz"])}
    texts = {
        "persuade": texts_by_id(data / "persuade_texts.jsonl.xz"),
        "asap": {name: essay.text for name, essay in asap.items()},
    }
    found = []
    for corpus, of in texts.items():
        learnt = {row["id"] for row in rows(POSITIONS, corpus)}
        for row in rows(LEVELS, corpus):
            name = row["id"]
            if name not in of:
                raise DataError("data_invalid", f"The graded essay {name} is not among the {corpus} texts: give all.")
            rated = asap[name] if corpus == "asap" else None
            human = (rated.groups["essay_set"], rated.scores["overall"]) if rated else None
            if name not in learnt:
                found.append(Levelled(corpus, name, of[name], row["levels"], row["part"], human))
    return found


def as_one_paragraph(text: str) -> str | None:
    """The essay as one paragraph; None where it has too few."""
    paragraphs = [part for part in _BREAK.split(text.strip()) if part]
    return " ".join(paragraphs) if len(paragraphs) >= FEWEST_PARAGRAPHS else None


def without_position(essays: list[Marked], size: int, seed: int) -> Iterator[tuple[str, str]]:
    """Marked essays, drawn by seed: the text, and the text without the sentences that state the position."""
    stating = [essay for essay in essays if essay.positions]
    for essay in random.Random(seed).sample(stating, min(size, len(stating))):
        text = essay.text
        for start, end in sorted(essay.positions, reverse=True):
            head, tail = text[:start].rstrip(" "), text[end:].lstrip(" ")
            text = head + tail if head.endswith("\n") or tail.startswith("\n") else f"{head} {tail}"
        yield essay.text, text.strip()
