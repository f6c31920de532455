"""Memory that no essay needs any more goes back to the system: the C library keeps it, and a long run seems to grow."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Return freed memory, where the C library can be asked to (glibc); about a millisecond."""
    if trim := _trim():
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another library, or another system
        return None
