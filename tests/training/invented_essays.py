"""Annotated essays that nobody handed in."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from scorer.training.argument.corpus import AnnotatedEssay, Component

TEXT = (
    "Should dogs be allowed in parks?\n\n"
    "I think that dogs should be allowed in parks. Some say that dogs are dirty.\n"
    "Dogs make people walk because every dog needs exercise.\n"
)
PARTS = (
    ("dogs should be allowed in parks", "MajorClaim", None),
    ("dogs are dirty", "Claim", "Against"),
    ("Dogs make people walk", "Claim", "For"),
    ("every dog needs exercise", "Premise", None),
)

Part = tuple[str, str, str | None]
"""Words, label and stance of a component."""


def annotated(name: str, text: str, parts: tuple[Part, ...]) -> AnnotatedEssay:
    """The essay with its parts where their words stand, each behind the one before, not in the prompt."""
    components = []
    place = text.index("\n")
    for words, label, stance in parts:
        start = text.index(words, place)
        place = start + len(words)
        components.append(Component(start, place, label, stance))
    tokens = tuple((found.start(), found.end()) for found in re.finditer(r"\w+|[^\w\s]", text))
    return AnnotatedEssay(name, text, tuple(components), tokens)


def dogs() -> AnnotatedEssay:
    """A short essay with one component of each kind."""
    return annotated("essay1", TEXT, PARTS)


TOPICS = (
    ("gardens", "cost money", "teach patience", "plants grow slowly", "pupils wait for beans"),
    ("buses", "are loud", "save fuel", "one engine carries many people", "forty riders share a seat row"),
    ("libraries", "stand empty", "help readers", "books are dear", "a novel costs a day of pay"),
    ("bridges", "rust fast", "join towns", "a ferry takes an hour", "workers lose their evenings"),
    ("markets", "block roads", "feed families", "fresh fruit comes early", "farmers drive at dawn"),
    ("pools", "waste water", "keep people fit", "swimmers rarely fall ill", "nurses see fewer bad backs"),
    ("museums", "bore children", "keep memories", "old tools tell stories", "a plough shows how fields were won"),
    ("trams", "need rails", "calm streets", "drivers leave cars at home", "noise falls by half"),
    ("orchards", "draw wasps", "cool the air", "leaves give shade", "benches under trees stay full"),
    ("theatres", "lose money", "teach courage", "every actor must speak up", "shy pupils learn a part"),
)


def ten_essays() -> list[AnnotatedEssay]:
    """Ten tiny essays of one form; every second one grants something to the other side."""
    essays = []
    for number, (thing, fault, good, reason, example) in enumerate(TOPICS):
        granted = number % 2 == 0
        text = (
            f"Should towns pay for {thing}?\n\nMany towns are poor. I believe that towns should pay for {thing}.\n"
            f"First, {thing} {good} because {reason}. For example, {example}.\n"
            + (f"Some people say that {thing} {fault}. However, {example}.\n" if granted else "")
            + f"In conclusion, towns should pay for {thing}.\n"
        )
        major: Part = (f"towns should pay for {thing}", "MajorClaim", None)
        body: tuple[Part, ...] = (
            (f"{thing} {good}", "Claim", "For"),
            (reason, "Premise", None),
            (example, "Premise", None),
        )
        other: tuple[Part, ...] = ((f"{thing} {fault}", "Claim", "Against"), (example, "Premise", None))
        essays.append(annotated(f"made{number}", text, (major, *body, *(other if granted else ()), major)))
    return essays


def row(item: AnnotatedEssay) -> dict[str, Any]:
    """The essay as a line of the corpus's file."""
    return {
        "id": item.id, "text": item.text, "tokens": item.tokens,
        "components": [{"start": c.start, "end": c.end, "label": c.label, "stance": c.stance} for c in item.components],
    }  # fmt: skip


def written(path: Path, *rows: object) -> Path:
    """A file of rows, packed where its name says so."""
    data = "".join(json.dumps(item) + "\n" for item in rows).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path
