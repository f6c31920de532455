"""Files that results are written to."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from scorer.errors import ScorerError


def opened(path: Path) -> IO[str]:
    """A new UTF-8 file, newlines written as they are given. Raises ``ScorerError`` (``unwritable``)."""
    try:
        return path.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise ScorerError("unwritable", f"{path} cannot be written ({error.strerror}): choose another file.") from error
