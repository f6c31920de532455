"""The model card for people, from ``model.json``: ``python -m scorer.training.model_card > docs/model-card.md``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scorer.bundle import Card, find_bundle, read_card

CARD_TEXT = "CARD.md"
SAYS = Path(__file__).with_name("model_card.md")
"""What no number says: intended use, misuse, known failures."""
COLUMNS = ("n", "qwk", "pearson", "rmse", "smd", "coverage90", "length_only_qwk")
HEADS = ("n", "QWK", "r", "RMSE", "SMD", "90% interval covers", "length alone, QWK")


def page(card: Card) -> str:
    """The card as Markdown."""
    return "\n".join(_lines(card)) + "\n"


def _lines(card: Card) -> Iterator[str]:
    yield f"# Model card: {card.id} {card.version}"
    yield ""
    yield card.description
    yield ""
    yield "| | |"
    yield "| --- | --- |"
    for source in card.trained_on:
        yield f"| trained on | {source.name}, {source.rows or '?'} essays ({source.licence}) |"
    yield f"| licence of the weights | {card.licence} |"
    yield f"| made by | `{card.command}` |"
    yield f"| measured by | `{card.metrics.get('command', '')}` |"
    yield f"| libraries | {', '.join(f'{name} {version}' for name, version in card.libraries.items())} |"
    yield ""
    yield SAYS.read_text(encoding="utf-8").rstrip()
    yield ""
    yield "## Agreement on held-out essays"
    yield ""
    yield from _table("trait", card.metrics.get("cross_validation", {}).get("traits", {}))
    yield ""
    yield "## Subgroups"
    yield ""
    yield (
        "The corpus tells nothing of the writers: groups by gender, first language or schooling are not measured. "
        "Bands by score regress to the mean by themselves: their SMD says that the weakest essays are scored too high "
        "and the strongest too low, by how much."
    )
    for band, groups in card.metrics.get("subgroups", {}).items():
        yield ""
        rows = {f"{name}, {trait}": row for name, group in groups.items() for trait, row in group["traits"].items()}
        yield from _table(band.replace("_", " "), rows)


def _table(title: str, rows: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield f"| {title} | {' | '.join(HEADS)} |"
    yield f"| --- {'| --- ' * len(HEADS)}|"
    for name, row in rows.items():
        yield f"| {name} | {' | '.join(_cell(column, row[column]) for column in COLUMNS)} |"


def _cell(column: str, value: float | None) -> str:
    if value is None:
        return "–"
    if column == "n":
        return f"{value:,}"
    if column == "coverage90":
        return f"{value:.1%}"
    return f"{value:+.3f}" if column == "smd" else f"{value:.3f}"


if __name__ == "__main__":
    print(page(read_card(find_bundle("traits"))), end="")
