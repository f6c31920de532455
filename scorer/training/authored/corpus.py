"""The authored essays on disk: a text and a gold structure each, the prompts, and what looks like a citation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scorer.assessment import Structure
from scorer.errors import DataError

Split = Literal["develop", "held_out"]
Half = Field(ge=1, le=4, multiple_of=0.5)


class Levels(BaseModel):
    """The author's judgement on each criterion of ``argument-with-sources``, 1 to 4 in halves."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    thesis: float = Half
    reasons: float = Half
    sources: float = Half
    organization: float = Half
    language: float = Half
    conventions: float = Half


class Gold(BaseModel):
    """What an essay holds. ``structure`` is the assessment's own, every confidence 1; ``split`` goes by prompt."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    prompt: str
    split: Split
    levels: Levels
    structure: Structure


class Prompt(BaseModel):
    """An assignment; ``source`` is the text that the writers were given, where they were given one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    split: Split
    text: str
    source: str | None = None


class LooksLike(BaseModel):
    """A passage without a citation, and what in it looks like one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    kind: str
    split: Split


@dataclass(frozen=True)
class AuthoredEssay:
    """A text with its gold."""

    text: str
    gold: Gold


def read_authored(folder: Path) -> Iterator[AuthoredEssay]:
    """The essays of ``folder/essays``, by name. Raises ``DataError`` where a file does not hold what it should."""
    for path in sorted((folder / "essays").glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        try:
            gold = Gold.model_validate_json(path.read_text(encoding="utf-8"))
        except ValidationError as error:
            problem = error.errors()[0]
            place = ".".join(map(str, problem["loc"]))
            raise DataError("data_invalid", f"{path.name}, {place}: {problem['msg']}") from error
        check(text, gold)
        yield AuthoredEssay(text, gold)


def read_prompts(folder: Path) -> dict[str, Prompt]:
    """The assignments by id."""
    rows = json.loads((folder / "prompts.json").read_text(encoding="utf-8"))
    return {prompt.id: prompt for prompt in map(Prompt.model_validate, rows)}


def read_not_citations(folder: Path) -> list[LooksLike]:
    """Passages in which no citation stands."""
    rows = json.loads((folder / "not_citations.json").read_text(encoding="utf-8"))
    return [LooksLike.model_validate(row) for row in rows]


def check(text: str, gold: Gold) -> None:
    """Every span must reproduce its words, and every index must point at something. Raises ``DataError``."""
    found = gold.structure
    counters = [c.rebuttal for c in found.counterarguments if c.rebuttal]
    single = [s for s in (found.prompt, found.thesis, found.conclusion) if s]
    lists = (
        found.restatements, found.reasons, found.counterarguments, found.evidence,
        found.citations, found.quotations, found.references,
    )  # fmt: skip
    for span in [*counters, *single, *(span for group in lists for span in group)]:
        if text[span.start : span.end] != span.text or span.text != span.text.strip() or not span.text:
            raise DataError("data_invalid", f"{gold.id}: the span at {span.start} does not hold its own words.")
    pointers = [
        *((c.reference, len(found.references)) for c in found.citations),
        *((q.citation, len(found.citations)) for q in found.quotations),
        *((e.supports.index, len(getattr(found, e.supports.list))) for e in found.evidence if e.supports),
    ]
    if any(index is not None and not 0 <= index < size for index, size in pointers):
        raise DataError("data_invalid", f"{gold.id}: an index points at nothing.")
