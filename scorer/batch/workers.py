"""Many submissions to their assessments, in order, by however many workers wherever they are."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from joblib import Parallel, delayed
from joblib.externals.loky.process_executor import BrokenProcessPool
from threadpoolctl import threadpool_limits

from scorer.assessment import Assessment
from scorer.batch.backends import cluster
from scorer.batch.chunks import chunked
from scorer.batch.fetch import fetched
from scorer.batch.freed import give_back
from scorer.batch.job import Job
from scorer.batch.lost import lost
from scorer.batch.run import LIMITS, assess_one, failed
from scorer.engine import Engine, Settings, engine_of, settle
from scorer.reading.downloads.hand_in import HandIn

LOCAL = "loky"
AHEAD = 2
"""Chunks handed out per worker before their results are asked for."""
ROUND = 8
"""Chunks per worker in a round, on backends that give results only when a round is over."""


@dataclass(frozen=True)
class Workers:
    """``jobs`` processes of this machine, or a cluster: ``backend`` is ``loky``, ``dask`` or ``ray``, ``scheduler`` the
    address of a cluster that runs already."""

    jobs: int = 1
    backend: str = LOCAL
    scheduler: str | None = None


def assess_all(engine: Engine, handed: Iterable[HandIn], job: Job, workers: Workers) -> Iterator[Assessment]:
    """An assessment for each submission, lazily and in order; they do not depend on ``workers``.

    Raises ``ScorerError`` (``backend_missing``, ``no_cluster``) where a cluster cannot be used.
    """
    ready = fetched(handed, LIMITS)
    if workers.backend != LOCAL:
        yield from _in_rounds(engine, ready, job, workers)
    elif workers.jobs == 1:
        settle()
        with threadpool_limits(1):  # one job is one processor, as it is in each of several workers
            for one in ready:
                yield assess_one(engine, one, job)
                give_back()
    else:
        yield from _by_processes(engine, ready, job, workers.jobs)


def _by_processes(engine: Engine, handed: Iterator[HandIn], job: Job, jobs: int) -> Iterator[Assessment]:
    """By processes of this machine. When one dies, those submissions that were handed out are assessed one by one, each
    in a process of its own: the one that brings it down gets a row that says so."""
    chunks = chunked(handed)
    out: deque[list[HandIn]] = deque()

    def errands() -> Iterator[object]:
        for chunk in chunks:
            out.append(chunk)
            yield delayed(_assess_chunk)(engine.settings, chunk, job)

    while True:
        pool = Parallel(n_jobs=jobs, return_as="generator", batch_size=1, pre_dispatch=AHEAD * jobs)
        try:
            for rows in pool(errands()):
                out.popleft()
                yield from rows
            return
        except BrokenProcessPool:
            while out:
                for one in out[0]:
                    yield _alone(engine, one, job)
                out.popleft()


def _alone(engine: Engine, handed: HandIn, job: Job) -> Assessment:
    try:
        # of two processes one stays idle: joblib would do the work of a single one in this process
        ((row,),) = Parallel(n_jobs=2)([delayed(_assess_chunk)(engine.settings, [handed], job)])
    except BrokenProcessPool:
        return failed(engine, handed, lost("crash", handed.parts[0].name))
    return row  # type: ignore[no-any-return]


def _in_rounds(engine: Engine, handed: Iterator[HandIn], job: Job, workers: Workers) -> Iterator[Assessment]:
    """By a cluster, a round of chunks after the other: the slowest of a round is waited for, and what a kill can cost
    is one round."""
    with cluster(workers.backend, workers.scheduler, workers.jobs) as (pool, size):
        chunks = chunked(handed)
        while batch := list(islice(chunks, ROUND * size)):
            errands = [delayed(_assess_chunk)(engine.settings, chunk, job) for chunk in batch]
            for rows in _run(pool, errands):
                yield from rows


def _run(pool: Callable[[], Parallel], errands: list[object]) -> Iterable[list[Assessment]]:
    return pool()(errands)  # type: ignore[no-any-return]


def _assess_chunk(settings: Settings, chunk: list[HandIn], job: Job) -> list[Assessment]:
    engine = engine_of(settings)
    rows = [assess_one(engine, one, job) for one in chunk]
    give_back()
    return rows
