"""Files that results are written to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from scorer.errors import ScorerError


def opened(path: Path, inputs: Iterable[str] = ()) -> IO[str]:
    """A new UTF-8 file, newlines written as they are given; none of ``inputs`` is overwritten.

    Raises ``ScorerError`` (``unwritable``).
    """
    _spare(path, inputs)
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise _unwritable(path, error, "file") from error


def write_file(path: Path, content: bytes, inputs: Iterable[str] = ()) -> None:
    """Write a whole file; none of ``inputs`` is overwritten. Raises ``ScorerError`` (``unwritable``)."""
    _spare(path, inputs)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise _unwritable(path, error, "file") from error


def new_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there. Raises ``ScorerError`` (``unwritable``)."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error, "folder") from error


def _spare(path: Path, inputs: Iterable[str]) -> None:
    if path.resolve() in {Path(name).resolve() for name in inputs}:
        raise ScorerError("unwritable", f"{path} is one of the essays: choose another file to write.")


def _unwritable(path: Path, error: OSError, what: str) -> ScorerError:
    return ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another {what}.")
