"""Bibliography entries with their fields marked: the anystyle ``core`` set, and the project's own entries."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

from scorer.errors import DataError
from scorer.pipeline.references.fields import FIELD_OF
from scorer.pipeline.references.tokens import tokens

FIELDS = ("author", "title", "container", "year", "publisher", "location", "pages", "editor")
"""The fields that are measured. What is none of them (volume, note, link, ...) is ``other``."""


@dataclass(frozen=True)
class MarkedEntry:
    """One entry: its parts in order as (mark, text); joined by single spaces they are the entry.

    Marks are the corpus's own (``journal``, ``date``, ...); ``fields.FIELD_OF`` says which field they mean.
    """

    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The entry as written."""
        return " ".join(text for _, text in self.parts)

    def labels(self) -> list[str]:
        """The mark of each of ``tokens(self.text)``."""
        bounds, place = [], 0
        for mark, text in self.parts:
            bounds.append((place, mark))
            place += len(text) + 1
        return [next(mark for start, mark in reversed(bounds) if start <= token.start) for token in tokens(self.text)]

    def fields(self) -> list[str]:
        """The field of each token."""
        return [FIELD_OF.get(mark, mark) for mark in self.labels()]


def read_core(path: Path) -> list[MarkedEntry]:
    """The entries of an anystyle XML file (``.xml`` or ``.xml.gz``). Raises ``DataError``."""
    try:
        data = path.read_bytes()
        # The standard parser resolves no external entity.
        root = ElementTree.fromstring(gzip.decompress(data) if path.suffix == ".gz" else data)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError("data_not_found", f"The file {path.name} cannot be read: check its path and format.") from error
    except ElementTree.ParseError as error:
        raise DataError("data_invalid", f"{path.name} is not a file of marked entries in anystyle's XML.") from error
    entries = (_entry((part.tag, part.text or "") for part in sequence) for sequence in root.iter("sequence"))
    return [entry for entry in entries if entry.parts]


def read_written(path: Path, half: Literal["train", "held_out"]) -> list[MarkedEntry]:
    """One half of the project's own entries, ``training_data/references.jsonl``. Raises ``DataError``."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [_entry((field, text) for field, text in row["parts"]) for row in rows if row["half"] == half]
    except OSError as error:
        raise DataError("data_not_found", f"The file {path.name} cannot be read: check its path.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError("data_invalid", f"{path.name} is not a file of marked entries (half, parts a line).") from error


def _entry(parts: Iterable[tuple[str, str]]) -> MarkedEntry:
    spaced = ((mark, " ".join(text.split())) for mark, text in parts)
    return MarkedEntry(tuple((mark, text) for mark, text in spaced if text))
