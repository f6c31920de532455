"""Tables of the documents: every row has the columns of its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("training_data/**/*.md")])
CELL = re.compile(r"(?<!\\)\|")


def tables(text: str) -> Iterator[list[str]]:
    """The lines of each table outside of code blocks."""
    text = re.sub(r"(?ms)^ *```.*?^ *```", "", text)
    for found in re.finditer(r"(?m)(?:^ *\|.*\|[ ]*\n?)+", text):
        yield found[0].strip().splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_rows_have_the_columns_of_their_head(page: Path) -> None:
    for head, *rows in tables(page.read_text(encoding="utf-8")):
        wrong = [row for row in rows if len(CELL.findall(row)) != len(CELL.findall(head))]
        assert not wrong, f"not {len(CELL.findall(head)) - 1} cells: {wrong[0]}"
