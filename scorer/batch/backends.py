"""Clusters behind joblib's own backends: a dask scheduler, or ray."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from joblib import Parallel, parallel_config

from scorer.errors import ScorerError

SECONDS_TO_CONNECT = 15


@contextmanager
def cluster(backend: str, scheduler: str | None, jobs: int) -> Iterator[tuple[Callable[[], Parallel], int]]:
    """A maker of joblib pools on the cluster, and its number of workers. ``scheduler`` is the address of one that runs;
    without it a cluster of ``jobs`` workers is started on this machine and ended afterwards.

    Raises ``ScorerError``: ``backend_missing`` where the library is not installed, ``no_cluster`` where the address
    does not answer.
    """
    with {"dask": _dask, "ray": _ray}[backend](scheduler, jobs) as (options, size):

        def pool() -> Parallel:
            with parallel_config(backend=backend, **options):
                return Parallel(n_jobs=size, batch_size=1, pre_dispatch="all")

        yield pool, size


@contextmanager
def _dask(scheduler: str | None, jobs: int) -> Iterator[tuple[dict[str, Any], int]]:
    try:
        from distributed import Client, LocalCluster  # only where a cluster is asked for
    except ImportError as error:
        raise _missing("dask") from error
    started = None
    try:
        if scheduler is None:
            started = LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None)
        client = Client(started or scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise _unreachable("dask", scheduler) from error
    try:
        size = sum(client.nthreads().values())
        if not size:
            raise ScorerError("no_cluster", f"The dask scheduler at {scheduler} has no workers: start some first.")
        yield {"client": client}, size
    finally:
        client.close()
        if started:
            started.close()


@contextmanager
def _ray(scheduler: str | None, jobs: int) -> Iterator[tuple[dict[str, Any], int]]:
    try:
        import ray  # only where a cluster is asked for
        from ray.util.joblib import register_ray
    except ImportError as error:
        raise _missing("ray") from error
    register_ray()
    where: dict[str, Any] = {"address": scheduler} if scheduler else {"num_cpus": jobs, "include_dashboard": False}
    try:
        ray.init(**where, log_to_driver=False, logging_level=logging.ERROR, ignore_reinit_error=True)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise _unreachable("ray", scheduler) from error
    try:
        yield {}, max(int(ray.cluster_resources().get("CPU", 1)), 1)
    finally:
        ray.shutdown()


def _missing(name: str) -> ScorerError:
    return ScorerError(
        "backend_missing",
        f"--backend {name} needs {name}: install it with `pip install 'essay-rubric-scorer[{name}]'`.",
    )


def _unreachable(name: str, scheduler: str | None) -> ScorerError:
    where = f"at {scheduler} does not answer" if scheduler else "could not be started on this machine"
    return ScorerError("no_cluster", f"The {name} cluster {where}: check the address given with --scheduler.")
