"""Essays of other corpora in which the project marked the position, the reasons and what the other side holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from scorer.errors import DataError
from scorer.training.argument.texts import texts_by_id
from scorer.training.corpora import read_corpus

MARKED = Path(__file__).parents[3] / "training_data"
"""The folders of marks, each with a file for each corpus and a README that says how they were made."""

POSITIONS, REASONS = "positions", "reasons"

Span = tuple[int, int]
"""Offsets in code points."""

Persuade = Annotated[Path, typer.Option("--texts", help="PERSUADE texts: classes of words, positions, reasons.")]
Ellipse = Annotated[Path, typer.Option(help="ELLIPSE, in which positions and reasons were marked.")]
Asap = Annotated[Path, typer.Option(help="ASAP, in which positions and reasons were marked.")]


@dataclass(frozen=True)
class Support:
    """The sentences of each main reason, those that list several, and those that say what the other side holds."""

    reasons: tuple[tuple[Span, ...], ...]
    previews: tuple[Span, ...]
    against: tuple[Span, ...]

    @property
    def giving(self) -> tuple[Span, ...]:
        """Every sentence that gives a reason, or several."""
        return (*(span for reason in self.reasons for span in reason), *self.previews)


@dataclass(frozen=True)
class Marked:
    """An essay, and where it states its position: nowhere if there are no spans. The rest is marked in some alone.

    Essays of one ``id`` belong together.
    """

    corpus: str
    id: str
    text: str
    positions: tuple[Span, ...]
    support: Support | None


def read_marked(persuade: Path, ellipse: Path, asap: Path) -> Iterator[Marked]:
    """The marked essays, corpus by corpus, in the order of the marks. Raises ``DataError``."""
    corpora = {
        "PERSUADE": texts_by_id(persuade),
        "ELLIPSE": {essay.id: essay.text for essay in read_corpus("ellipse", [ellipse])},
        "ASAP": {essay.id: essay.text for essay in read_corpus("asap", [asap])},
    }
    for corpus, texts in corpora.items():
        yield from _marked(corpus, texts)


def _marked(corpus: str, texts: Mapping[str, str]) -> Iterator[Marked]:
    support = {row["id"]: row for row in rows(REASONS, corpus)}
    for row in rows(POSITIONS, corpus):
        if row["id"] not in texts:
            raise DataError("data_invalid", f"The marked essay {row['id']} is not among the {corpus} texts: give all.")
        yield marked_row(corpus, row["id"], texts[row["id"]], row, support.get(row["id"]))


def marked_row(
    corpus: str, name: str, text: str, position: Mapping[str, Any], support: Mapping[str, Any] | None
) -> Marked:
    """An essay with what two rows of marks say of it: where its position is, and its reasons."""
    spans = [position["thesis"], *position["restatements"]] if position["thesis"] else []
    return Marked(corpus, name, text, _spans(spans), _support(support) if support else None)


def rows(marks: str, corpus: str) -> list[dict[str, Any]]:
    """The lines of a folder of marks for a corpus."""
    lines = (MARKED / marks / f"{corpus.lower()}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _support(row: Mapping[str, Any]) -> Support:
    return Support(tuple(map(_spans, row["reasons"])), _spans(row["previews"]), _spans(row["against"]))


def _spans(spans: list[list[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in spans)
