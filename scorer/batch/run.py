"""Many files, one assessment each, lazily and in order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from joblib import Parallel, delayed

from scorer.assessment import Assessment
from scorer.batch.collect import STDIN
from scorer.engine import AHEAD, Engine, Settings, engine_of
from scorer.errors import ScorerError
from scorer.reading import read_path, read_stdin


def assess_files(
    engine: Engine, paths: Iterable[str], prompt: str | None = None, jobs: int = 1, include_text: bool = False
) -> Iterator[Assessment]:
    """Read and assess each path; one that cannot be read gives an assessment with ``error``."""
    if jobs == 1:
        yield from (assess_file(engine, path, prompt, include_text) for path in paths)
        return
    tasks = (delayed(_in_worker)(engine.settings, path, prompt, include_text) for path in paths)
    yield from Parallel(n_jobs=jobs, return_as="generator", pre_dispatch=f"{AHEAD}*n_jobs")(tasks)


def assess_file(engine: Engine, path: str, prompt: str | None, include_text: bool) -> Assessment:
    """Read and assess one path, or standard input for ``-``."""
    try:
        reading = read_stdin(sys.stdin.buffer) if path == STDIN else read_path(path)
    except ScorerError as error:
        return engine.failed(path, error)
    return engine.assess(reading, prompt, include_text)


def _in_worker(settings: Settings, path: str, prompt: str | None, include_text: bool) -> Assessment:
    return assess_file(engine_of(settings), path, prompt, include_text)
