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
    if path.resolve() in {Path(name).resolve() for name in inputs}:
        raise ScorerError("unwritable", f"{path} is one of the essays: choose another file to write.")
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another file.") from error
