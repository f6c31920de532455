"""Submissions put together for one errand of a worker, by their length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scorer.reading.downloads.hand_in import HandIn, Part

BYTES, MOST = 16_000, 8
"""A chunk is closed when its files reach so many bytes together (some four essays of plain text) or so many
submissions: long enough that sending it costs nothing, short enough that little is lost with it."""


def chunked(handed: Iterable[HandIn], most: int = MOST) -> Iterator[list[HandIn]]:
    """Consecutive submissions in lists, in their order."""
    chunk: list[HandIn] = []
    size = 0
    for one in handed:
        chunk.append(one)
        size += sum(map(_size, one.parts))
        if size >= BYTES or len(chunk) >= most:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _size(part: Part) -> int:
    if part.data is not None:
        return len(part.data)
    try:
        return Path(part.path).stat().st_size
    except (OSError, ValueError):
        return 0
