"""Essays of other corpora in which the project marked the sentences that state the writer's position."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from scorer.errors import DataError
from scorer.training.corpora import read_corpus

MARKED = Path(__file__).parents[3] / "training_data" / "positions"
"""A file of marks for each corpus; its README says how they were made."""

Span = tuple[int, int]

Persuade = Annotated[Path, typer.Option("--texts", help="PERSUADE texts: classes of words, positions.")]
Ellipse = Annotated[Path, typer.Option(help="ELLIPSE, in which positions were marked.")]
Asap = Annotated[Path, typer.Option(help="ASAP, in which positions were marked.")]


@dataclass(frozen=True)
class Marked:
    """An essay, and where it states its position: nowhere if there are no spans. Offsets are code points."""

    corpus: str
    id: str
    text: str
    positions: tuple[Span, ...]


def read_marked(persuade: Path, ellipse: Path, asap: Path) -> Iterator[Marked]:
    """The marked essays, corpus by corpus, in the order of the marks. Raises ``DataError``."""
    for corpus, texts in texts_by_corpus(persuade, ellipse, asap).items():
        yield from _marked(corpus, texts)


def texts_by_corpus(persuade: Path, ellipse: Path, asap: Path) -> dict[str, dict[str, str]]:
    """For each corpus its texts by id. Raises ``DataError``."""
    return {
        "PERSUADE": _persuade(persuade),
        "ELLIPSE": {essay.id: essay.text for essay in read_corpus("ellipse", [ellipse])},
        "ASAP": {essay.id: essay.text for essay in read_corpus("asap", [asap])},
    }


def _marked(corpus: str, texts: Mapping[str, str]) -> Iterator[Marked]:
    for line in (MARKED / f"{corpus.lower()}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        spans = [row["thesis"], *row["restatements"]] if row["thesis"] else []
        if row["id"] not in texts:
            raise DataError("data_invalid", f"The marked essay {row['id']} is not among the {corpus} texts: give all.")
        yield Marked(corpus, row["id"], texts[row["id"]], tuple((start, end) for start, end in spans))


def _persuade(path: Path) -> dict[str, str]:
    if not path.is_file():
        raise DataError("data_not_found", f"There is no file {path.name}: give the PERSUADE texts (.jsonl.xz).")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}
