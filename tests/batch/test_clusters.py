"""Clusters on this machine: a dask scheduler with two workers, and ray. Skipped where they are not installed."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from synthetic_essays import essay
from typer.testing import CliRunner, Result

from scorer.cli.score import app
from scorer.engine import load

LOADED = cache(load)
SECONDS = 60


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines are loaded once for all tests."""
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clusters") / "class"
    folder.mkdir()
    chance = random.Random(8)
    for number in range(9):
        (folder / f"student {number}.txt").write_text(essay(chance, number / 9) if number != 4 else "")
    return folder


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a dask scheduler with two workers, in processes of their own."""
    if not find_spec("distributed"):
        pytest.skip("distributed (the extra dask) is not installed")
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{found.getsockname()[1]}"
    flags = ["--host", "127.0.0.1", "--no-dashboard"]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "distributed.cli.dask_scheduler", *flags, "--port", address.split(":")[2]]
        )
    ]
    for _ in range(2):
        worker = [*flags, "--nthreads", "1", "--no-nanny", address]
        started.append(subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_worker", *worker]))
    try:
        _wait_for_workers(address, 2)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(timeout=SECONDS)


def _wait_for_workers(address: str, count: int) -> None:
    from distributed import Client

    before = time.monotonic()
    while True:
        try:
            with Client(address, timeout=5, set_as_default=False) as client:
                client.wait_for_workers(count, timeout=SECONDS)
                return
        except OSError:
            assert time.monotonic() - before < SECONDS
            time.sleep(0.2)


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_dask_gives_the_same_bytes(essays: Path, scheduler: str, tmp_path: Path) -> None:
    one = score(essays, "--format", "jsonl")
    many = score(essays, "--format", "jsonl", "--backend", "dask", "--scheduler", scheduler)
    assert (many.exit_code, many.stdout) == (one.exit_code, one.stdout)
    score(essays, "--format", "jsonl", "--partition", 4, "-o", tmp_path, "--backend", "dask", "--scheduler", scheduler)
    parts = sorted(tmp_path.iterdir())
    assert [len(part.read_text().splitlines()) for part in parts] == [4, 4, 1]
    assert "".join(part.read_text() for part in parts) == one.stdout


@pytest.mark.skipif(not find_spec("ray"), reason="ray (the extra ray) is not installed")
def test_ray_gives_the_same_bytes(essays: Path) -> None:
    one = score(essays, "--format", "jsonl")
    many = score(essays, "--format", "jsonl", "--backend", "ray", "--jobs", 2)
    assert (many.exit_code, many.stdout) == (one.exit_code, one.stdout)


@pytest.mark.skipif(not find_spec("distributed"), reason="distributed (the extra dask) is not installed")
def test_a_scheduler_that_does_not_answer_is_a_sentence(essays: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorer.batch.backends.SECONDS_TO_CONNECT", 1)
    result = score(essays, "--format", "jsonl", "--backend", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert result.stderr == (
        "no_cluster: The dask cluster at tcp://127.0.0.1:9 does not answer: check the address given with --scheduler.\n"
    )


def test_what_is_not_installed_is_a_sentence(essays: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("distributed", "ray"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("dask", "ray"):
        result = score(essays, "--format", "jsonl", "--backend", name)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"backend_missing: --backend {name} needs {name}: install it with")


def test_essays_are_read_from_any_address(essays: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="fsspec (the extra cloud) is not installed")
    store = fsspec.filesystem("memory")
    for path in essays.iterdir():
        store.pipe(f"/exam/{path.name}", path.read_bytes())
    local, remote = score(essays, "--format", "csv"), score("memory://exam", "--format", "csv")
    assert remote.exit_code == local.exit_code
    assert remote.stdout.replace("memory://exam", str(essays)) == local.stdout
    missing = score("memory://exam/none.txt", "--format", "csv")
    assert missing.exit_code == 1
    assert 'There is no file ""memory://exam/none.txt""' in missing.stdout
    unknown = score("nowhere9://exam/none.txt", "--format", "csv")
    assert unknown.exit_code == 1
    assert "could not be read" in unknown.stdout
