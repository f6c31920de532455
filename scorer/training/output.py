"""Where a new bundle goes."""

from __future__ import annotations

from pathlib import Path

from scorer.bundle import CARD
from scorer.errors import ScorerError


def check_output(folder: Path) -> None:
    """Make the folder of a new bundle. Raises ``ScorerError`` where that cannot be, or would overwrite other files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = any(folder.iterdir()) and not (folder / CARD).is_file()
    except OSError as error:
        raise ScorerError(
            "unwritable", f"{folder} cannot be made a folder ({error.strerror}): choose another."
        ) from error
    if strange:
        raise ScorerError("unwritable", f"{folder} holds other files than a model's: choose a new folder.")
