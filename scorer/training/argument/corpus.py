"""Argument Annotated Essays, version 2 (Stab & Gurevych 2017)."""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

from scorer.errors import DataError

COMPONENT_LABELS = ("MajorClaim", "Claim", "Premise")


@dataclass(frozen=True)
class Component:
    """A gold component: ``label`` one of ``COMPONENT_LABELS``, ``stance`` For or Against (claims only)."""

    start: int
    end: int
    label: str
    stance: str | None = None
    relation: str | None = None
    target: int | None = None


@dataclass(frozen=True)
class AnnotatedEssay:
    """One essay; its first paragraph is the prompt. ``tokens`` are the corpus's own, as offsets."""

    id: str
    text: str
    components: tuple[Component, ...]
    tokens: tuple[tuple[int, int], ...]

    @property
    def prompt(self) -> str:
        """The first paragraph."""
        return self.text.split("\n", 1)[0]


def read_aae(*paths: Path) -> list[AnnotatedEssay]:
    """The essays of ``.jsonl`` or ``.jsonl.gz`` files. Raises ``DataError``."""
    essays: list[AnnotatedEssay] = []
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        try:
            with opener(path, "rt", encoding="utf-8") as lines:
                essays.extend(_essay(json.loads(line)) for line in lines)
        except (OSError, EOFError, zlib.error) as error:
            raise DataError(
                "data_not_found", f"The file {path.name} cannot be read: check its path and format."
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise DataError(
                "data_invalid", f"{path.name} is not a file of annotated essays (id, text, components, tokens a line)."
            ) from error
    return essays


def _essay(row: dict) -> AnnotatedEssay:  # type: ignore[type-arg]
    components = tuple(
        Component(c["start"], c["end"], c["label"], c.get("stance"), c.get("relation"), c.get("target"))
        for c in row["components"]
    )
    return AnnotatedEssay(row["id"], row["text"], components, tuple((a, b) for a, b in row["tokens"]))
