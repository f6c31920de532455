"""Ending a call before it is done: after a time, or when another thread says so.

Nothing is interrupted. Between the stages of an assessment, and between the paragraphs that are parsed,
:func:`checkpoint` asks whether the call it runs in is to end, so that it works in any thread and leaves nothing half
done; the call may go on for as long as the stage takes that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Protocol

from scorer.errors import StoppedError

TIMED_OUT = "timed_out"
CANCELLED = "cancelled"
_POLL = 0.05
"""Seconds between two looks at a call that waits for its turn."""


class Switch(Protocol):
    """What tells a call to end: a ``threading.Event``, a ``multiprocessing.Event``, or anything like them."""

    def is_set(self) -> bool:
        """Whether the call is to end."""
        ...


@dataclass(frozen=True)
class _Stop:
    seconds: float | None
    deadline: float | None
    cancel: Switch | None

    def check(self) -> None:
        stop_if(self.cancel)
        if self.deadline is not None and monotonic() > self.deadline:
            raise StoppedError(
                TIMED_OUT, f"The essay took longer than {self.seconds:g} seconds: shorten it, or allow more time."
            )


_STOP: ContextVar[_Stop | None] = ContextVar("stop", default=None)


@contextmanager
def stoppable(time_limit: float | None, cancel: Switch | None) -> Iterator[None]:
    """Let the block end at its next checkpoint after ``time_limit`` seconds or once ``cancel`` is set.

    Raises ``StoppedError``, and ``ValueError`` for a limit that is not above 0.
    """
    if time_limit is not None and not time_limit > 0:
        raise ValueError("time_limit must be above 0 seconds")
    deadline = None if time_limit is None else monotonic() + time_limit
    token = _STOP.set(_Stop(time_limit, deadline, cancel))
    try:
        yield
    finally:
        _STOP.reset(token)


def stop_if(cancel: Switch | None) -> None:
    """Raise ``StoppedError`` (``cancelled``) if the switch is set."""
    if cancel is not None and cancel.is_set():
        raise StoppedError(CANCELLED, "The assessment was stopped before it was done, as was asked.")


def checkpoint() -> None:
    """Raise ``StoppedError`` if the call that this runs in is to end."""
    stop = _STOP.get()
    if stop is not None:
        stop.check()


@contextmanager
def turn(lock: Lock) -> Iterator[None]:
    """Hold a lock; the wait for it ends when the call is to end."""
    if _STOP.get() is None:
        lock.acquire()
    else:
        checkpoint()
        while not lock.acquire(timeout=_POLL):
            checkpoint()
    try:
        yield
    finally:
        lock.release()
