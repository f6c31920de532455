"""Limits of time and memory for one submission, inside the process that reads it.

Time is watched by an alarm of the system where there is one and the work runs in the main thread; elsewhere by a
second thread, which can interrupt between two steps of Python but not inside a library's call. Memory is limited by
the system, in the main thread under Linux; a cluster's workers have limits of their own.
"""

from __future__ import annotations

import ctypes
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import NoReturn

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_SIZE = Path("/proc/self/statm")


class TimeUp(BaseException):  # no ``Exception``: what a reader catches of its library must not hold it up
    """A submission took longer than it may."""


@dataclass(frozen=True)
class Allowance:
    """What one submission may take: ``seconds`` of time, and ``megabytes`` of memory on top of what the process has;
    0 sets no limit."""

    seconds: float = 60
    megabytes: int = 1000


@contextmanager
def limited(allowance: Allowance) -> Iterator[None]:
    """Raise ``TimeUp`` or ``MemoryError`` inside the block when it takes more."""
    with _time(allowance.seconds), _memory(allowance.megabytes):
        yield


@contextmanager
def _time(seconds: float) -> Iterator[None]:
    if not seconds:
        yield
    elif hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        before = signal.signal(signal.SIGALRM, _up)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    else:
        watch = _Watch(seconds)
        try:
            yield
        finally:
            watch.stop()


def _up(number: int, frame: FrameType | None) -> NoReturn:
    raise TimeUp


class _Watch:
    """A second thread that interrupts the one that made it."""

    def __init__(self, seconds: float) -> None:
        self._watched = threading.get_ident()
        self._over = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """From now on nothing is interrupted."""
        with self._lock:
            self._over = True
        self._timer.cancel()

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._watched), ctypes.py_object(TimeUp))


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    used = _address_space() if megabytes and threading.current_thread() is threading.main_thread() else 0
    if not used:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = used + megabytes * 1_000_000
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([most, *limits]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """Bytes of the process's address space, 0 where the system does not tell."""
    if resource is None:
        return 0
    try:
        return int(_SIZE.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
