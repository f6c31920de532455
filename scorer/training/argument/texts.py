"""Essays without labels: the PERSUADE texts."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from scorer.errors import DataError


def texts_by_id(path: Path) -> dict[str, str]:
    """The texts of a ``.jsonl.xz`` file, in its order. Raises ``DataError``."""
    if not path.is_file():
        raise DataError("data_not_found", f"There is no file {path.name}: give the PERSUADE texts (.jsonl.xz).")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return {row["id"]: row["text"] for row in map(json.loads, lines)}
