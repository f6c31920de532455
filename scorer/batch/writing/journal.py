"""What of a run is safely written: a file beside the output, one line for each submission, gone when the run is over.

The first line holds the digest of the run's settings; each other line that of a submission and what the output needs to
go on from there. A line is written after the output has what it tells of. The last line may be torn: it does not count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from scorer.errors import ScorerError


@dataclass(frozen=True)
class Entry:
    """A submission whose assessment is in the output: its digest, whether it failed, and the output's own notes."""

    submission: str
    failed: bool
    notes: dict[str, Any]


def kept(path: Path, settings: str, submissions: Iterable[str]) -> list[Entry] | None:
    """Entries of an earlier run with the same settings, as long as its submissions are those of this one, in order;
    None where there was no such run."""
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except OSError:
        return None
    if not lines or _object(lines[0]).get("settings") != settings:
        return None
    entries: list[Entry] = []
    for line, submission in zip(lines[1:], submissions, strict=False):
        told = _object(line)
        if told.get("submission") != submission:
            break
        entries.append(Entry(submission, bool(told.get("failed")), told.get("notes", {})))
    return entries


def interrupted(path: Path) -> bool:
    """Whether a run has left its journal."""
    return path.is_file()


class Journal:
    """An open journal that begins with ``entries``. Raises ``ScorerError`` (``unwritable``)."""

    def __init__(self, path: Path, settings: str, entries: Iterable[Entry] = ()) -> None:
        self._path = path
        text = _line({"settings": settings}) + "".join(map(_entry_line, entries))
        temporary = path.with_name(path.name + ".new")
        try:
            temporary.write_text(text, encoding="ascii", newline="\n")
            temporary.replace(path)  # what an earlier run knew is there until this one knows it
            self._stream: IO[str] = path.open("a", encoding="ascii", newline="\n")
        except OSError as error:
            raise ScorerError(
                "unwritable", f"{path.parent} cannot be written to ({error.strerror}): choose another folder."
            ) from error

    def add(self, entry: Entry) -> None:
        """Note that the output has it. Raises ``OSError``."""
        self._stream.write(_entry_line(entry))
        self._stream.flush()

    def close(self, done: bool) -> None:
        """Close it; a run that is ``done`` needs it no more."""
        with suppress(OSError):
            self._stream.close()
        if done:
            with suppress(OSError):
                self._path.unlink()


def _entry_line(entry: Entry) -> str:
    return _line({"submission": entry.submission, "failed": entry.failed, "notes": entry.notes})


def _line(content: dict[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":")) + "\n"


def _object(line: bytes) -> dict[str, Any]:
    try:
        made = json.loads(line)
    except ValueError:
        return {}
    return made if isinstance(made, dict) else {}
