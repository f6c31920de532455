"""Work for several processes of this machine, asked for as its results are: lazily and in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from typing import Any, TypeVar

from joblib.executor import get_memmapping_executor
from joblib.externals.loky.process_executor import BrokenProcessPool

from scorer.errors import ScorerError
from scorer.stopping import Switch, stop_if

T = TypeVar("T")
AHEAD = 4
"""Errands handed out per process before their results are asked for."""
_IDLE = 300
"""Seconds after which a process without work ends, and with it what it has loaded."""
_POLL = 0.05
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def in_processes(
    work: Callable[..., T], errands: Iterable[tuple[Any, ...]], jobs: int, cancel: Switch | None
) -> Iterator[T]:
    """The results of ``work`` with each errand's arguments, in their order.

    Closing the iterator takes back what no process has begun. Raises ``StoppedError`` (``cancelled``) once ``cancel``
    is set, and ``ScorerError`` (``crashed``) when a process dies.
    """
    threads = {name: os.environ.get(name, "1") for name in _THREADS}  # the processes share the machine among them
    pool = get_memmapping_executor(jobs, timeout=_IDLE, env=threads)  # joblib's own: there is one in a program
    out: deque[Future[T]] = deque()
    try:
        for errand in errands:
            out.append(pool.submit(work, *errand))
            if len(out) >= AHEAD * jobs:
                yield _result(out.popleft(), cancel)
        while out:
            yield _result(out.popleft(), cancel)
    except BrokenProcessPool as error:
        raise ScorerError(
            "crashed", "A process that scored essays was ended, perhaps for lack of memory: use fewer jobs."
        ) from error
    finally:
        for future in out:
            future.cancel()


def _result(future: Future[T], cancel: Switch | None) -> T:
    while cancel is not None and not future.done():
        stop_if(cancel)
        wait([future], _POLL)
    stop_if(cancel)
    return future.result()
