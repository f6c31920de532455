"""Sentences by learners of English with four human corrections each (JFLEG, Napoles et al. 2017), as running text.

The corpus is tokenised ("do n't go , please ."). A check of spacing would find an error before every mark, so that
tokens are joined again as a writer would have written them, and each token's place in the joined text is kept:

- no space before ``. , ; : ! ? % ) ] }``, before the tail of a contraction (``n't 's 're 've 'll 'd 'm``) and before
  an apostrophe after a word in -s while no single quotation mark is open;
- no space after ``( [ {`` and ``$``; double and single quotation marks open and close in turn;
- everything else, and everything inside a token, stays as it is: "this,but" is the writer's own.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Half = Literal["even", "odd"]
NO_SPACE_BEFORE = frozenset({
    ".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "...", "n't", "'s", "'re", "'ve", "'ll", "'d", "'m",
    "n’t", "’s", "’re", "’ve", "’ll", "’d", "’m",
})  # fmt: skip
NO_SPACE_AFTER = frozenset({"(", "[", "{", "$"})
DOUBLE_QUOTES = frozenset({'"', "``", "''"})


@dataclass(frozen=True)
class Running:
    """Tokens joined to running text; ``spans[i]`` are the code points of token ``i`` in ``text``."""

    text: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Row:
    """One source sentence and its human corrections, as tokens. ``number`` is the row's index in the file, from 0."""

    number: int
    source: tuple[str, ...]
    corrections: tuple[tuple[str, ...], ...]


def read_rows(path: Path, half: Half) -> list[Row]:
    """The rows with an even or an odd index (from 0): thresholds are fitted on even rows, reported on odd ones."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    rest = 0 if half == "even" else 1
    return [
        Row(number, tuple(row["source"].split()), tuple(tuple(side.split()) for side in row["corrections"]))
        for number, row in enumerate(found)
        if number % 2 == rest
    ]


def joined(tokens: Sequence[str]) -> Running:
    """Tokens as running text, by the rules in the module's docstring."""
    text, spans = "", []
    open_double = open_single = False
    glued = True  # nothing stands before the first token
    for token in tokens:
        closes = False
        if token in DOUBLE_QUOTES:
            closes, open_double = open_double, not open_double
            glues_on = not closes
        elif token in {"'", "’"}:
            closes = open_single or text.endswith("s")
            open_single = not closes
            glues_on = not closes
        else:
            glues_on = token in NO_SPACE_AFTER
        if text and not glued and not closes and token not in NO_SPACE_BEFORE:
            text += " "
        written = '"' if token in DOUBLE_QUOTES else token
        spans.append((len(text), len(text) + len(written)))
        text += written
        glued = glues_on
    return Running(text, tuple(spans))
