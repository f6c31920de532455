"""Many files, one assessment each, lazily and in order."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

from joblib import Parallel, delayed

from scorer.assessment import Assessment
from scorer.batch.collect import STDIN
from scorer.engine import AHEAD, Engine, Settings, engine_of
from scorer.errors import ScorerError
from scorer.reading import Submission, read_path, read_stdin
from scorer.reading.read import STDIN as STDIN_ID


def assess_files(
    engine: Engine,
    paths: Iterable[str],
    prompt: str | None = None,
    jobs: int = 1,
    include_text: bool = False,
    sources: Sequence[str] = (),
) -> Iterator[Assessment]:
    """Read and assess each path; one that cannot be read gives an assessment with ``error``.

    ``sources`` are the texts that the essays were to use.
    """
    if jobs == 1:
        yield from (assess_file(engine, path, prompt, include_text, sources) for path in paths)
        return
    tasks = (delayed(_in_worker)(engine.settings, path, _early(path), prompt, include_text, sources) for path in paths)
    yield from Parallel(n_jobs=jobs, return_as="generator", pre_dispatch=f"{AHEAD}*n_jobs")(tasks)


def assess_file(
    engine: Engine, path: str, prompt: str | None, include_text: bool, sources: Sequence[str] = ()
) -> Assessment:
    """Read and assess one path, or standard input for ``-``."""
    return _assess(engine, path, _read(path), prompt, include_text, sources)


def _assess(
    engine: Engine,
    path: str,
    reading: Submission | ScorerError,
    prompt: str | None,
    include_text: bool,
    sources: Sequence[str],
) -> Assessment:
    if isinstance(reading, ScorerError):
        return engine.failed(None, reading, STDIN_ID) if path == STDIN else engine.failed(path, reading)
    return engine.assess(reading, prompt, include_text, sources)


def _read(path: str) -> Submission | ScorerError:
    try:
        return read_stdin(sys.stdin.buffer) if path == STDIN else read_path(path)
    except ScorerError as error:
        return error


def _early(path: str) -> Submission | ScorerError | None:
    """What must be read before a worker gets it: standard input is the parent's alone."""
    return _read(path) if path == STDIN else None


def _in_worker(
    settings: Settings,
    path: str,
    early: Submission | ScorerError | None,
    prompt: str | None,
    include_text: bool,
    sources: Sequence[str],
) -> Assessment:
    return _assess(engine_of(settings), path, early or _read(path), prompt, include_text, sources)
