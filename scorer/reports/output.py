"""Files that results are written to."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from scorer.errors import ScorerError


def opened(path: Path, inputs: Iterable[str] = ()) -> IO[str]:
    """A new UTF-8 file, newlines written as they are given; none of ``inputs`` is overwritten.

    Raises ``ScorerError`` (``unwritable``).
    """
    spare(path, inputs)
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise unwritable(path, error, "file") from error


def write_file(path: Path, content: bytes, inputs: Iterable[str] = ()) -> None:
    """Write a whole file, so that whoever looks sees all of it or what was there before; none of ``inputs`` is
    overwritten. Raises ``ScorerError`` (``unwritable``, ``disk_full``)."""
    spare(path, inputs)
    temporary = path.with_name(f".{path.name[:60]}.new")
    ordinary = path.is_file() or not path.exists()
    try:
        if ordinary:
            temporary.write_bytes(content)
            temporary.replace(path)
        else:
            path.write_bytes(content)
    except OSError as error:
        if ordinary:
            with suppress(OSError):
                temporary.unlink()
        raise unwritable(path, error, "file") from error


def new_folder(path: Path) -> None:
    """Make a folder, and those above it, unless it is there. Raises ``ScorerError`` (``unwritable``)."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(path, error, "folder") from error


def spare(path: Path, inputs: Iterable[str]) -> None:
    """Raise ``ScorerError`` (``unwritable``) where the path is one of ``inputs``."""
    if path.resolve() in {Path(name).resolve() for name in inputs}:
        raise ScorerError("unwritable", f"{path} is one of the essays: choose another file to write.")


def unwritable(path: Path, error: OSError, what: str) -> ScorerError:
    """What the operating system said when ``path`` was written: ``disk_full`` or ``unwritable``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ScorerError("disk_full", f"There is no room left to write {path}: free some, or choose another {what}.")
    return ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another {what}.")
