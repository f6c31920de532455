"""Runs: workers, limits of time and memory, failures of one essay, Ctrl-C, a full disk."""

from __future__ import annotations

import json
import os
import random
import resource
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from synthetic_essays import essay
from typer.testing import CliRunner, Result

from scorer.assessment import Assessment
from scorer.batch.chunks import BYTES, MOST, chunked
from scorer.batch.collect import collect
from scorer.batch.job import Job
from scorer.batch.limited import Allowance, TimeUp, limited
from scorer.batch.run import assess_one
from scorer.batch.workers import Workers, assess_all
from scorer.cli.score import app
from scorer.engine import Engine, load
from scorer.reading.downloads.hand_in import HandIn, Part

LOADED = cache(load)
ESSAYS = 14


@pytest.fixture(autouse=True)
def engines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines are loaded once for all tests."""
    monkeypatch.setattr("scorer.cli.score.load", LOADED)


@pytest.fixture(scope="module")
def essays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("batch") / "class"
    folder.mkdir()
    chance = random.Random(3)
    for number in range(ESSAYS):
        (folder / f"student {number:02}.txt").write_text(essay(chance, number % 9 / 8))
    (folder / "student 05.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def whole(essays: Path) -> list[Assessment]:
    return list(assess_all(LOADED(), collect([str(essays)]), Job(), Workers()))


def score(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@dataclass(frozen=True)
class Deadly(Part):
    """A file that ends the process which is given it."""

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (3,)


def test_the_death_of_a_worker_costs_nothing_but_the_essay_that_caused_it(
    essays: Path, whole: list[Assessment]
) -> None:
    handed = collect([str(essays)])
    deadly = HandIn((Deadly(path="eve.txt", name="eve.txt"),), id="eve")
    rows = list(assess_all(LOADED(), [*handed[:4], deadly], Job(), Workers(jobs=2)))
    assert rows[:4] == whole[:4]
    assert rows[4].error is not None
    assert (rows[4].error.code, rows[4].submission.id) == ("crashed", "eve")
    assert rows[4].error.message.startswith('"eve.txt" brought the program down')


@pytest.mark.parametrize("main", [True, False], ids=["main thread", "other thread"])
def test_time_is_limited(main: bool) -> None:
    caught: list[float] = []

    def work() -> None:
        before = time.monotonic()
        try:
            with limited(Allowance(seconds=0.2)):
                while time.monotonic() - before < 10:
                    sum(range(1000))
        except TimeUp:
            caught.append(time.monotonic() - before)
        with limited(Allowance(seconds=0.2)):
            pass
        time.sleep(0.3)  # nothing rings afterwards

    if main:
        work()
    else:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert len(caught) == 1
    assert caught[0] < 5


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is limited under Linux only")
def test_memory_is_limited_and_given_back() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(MemoryError), limited(Allowance(megabytes=200)):
        bytearray(300_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    with limited(Allowance(megabytes=0)):
        bytearray(300_000_000)


def takes_time(*_: object) -> None:
    while True:
        time.sleep(0.01)


def takes_memory(*_: object) -> None:
    bytearray(3_000_000_000)


def fails(*_: object) -> None:
    raise KeyError("a word of the essay")


@pytest.mark.parametrize(
    ("trouble", "code", "said"),
    [
        (takes_time, "timed_out", "took longer than 0.3 seconds"),
        (takes_memory, "too_large", "needed more than 500 MB of memory"),
        (fails, "internal", "(KeyError in test_grading.py, line "),
    ],
)
def test_one_essays_trouble_is_one_row(
    trouble: Callable[..., None], code: str, said: str, essays: Path, whole: list[Assessment],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assess = Engine.assess

    def assess_or_not(engine: Engine, reading: object, *more: object) -> Assessment:
        if getattr(reading, "id", "") == "student 02":
            trouble()
        return assess(engine, reading, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Engine, "assess", assess_or_not)
    job = Job(allowance=Allowance(seconds=0.3 if code == "timed_out" else 60, megabytes=500))
    handed = collect([str(essays)])[:4]
    rows = [assess_one(LOADED(), one, job if place == 2 else Job()) for place, one in enumerate(handed)]
    assert rows[2].error is not None
    assert rows[2].error.code == code
    assert said in rows[2].error.message
    assert "a word of the essay" not in rows[2].error.message
    assert [rows[0], rows[1], rows[3]] == [whole[0], whole[1], whole[3]]


def interrupting(number: int) -> Callable[..., Assessment]:
    """An ``assess_one`` during whose call of this number somebody presses Ctrl-C."""
    calls = iter(range(1000))

    def assess(*arguments: object) -> Assessment:
        if next(calls) == number:
            raise KeyboardInterrupt
        return assess_one(*arguments)  # type: ignore[arg-type]

    return assess


@pytest.mark.parametrize("format", ["json", "html"])
def test_ctrl_c_leaves_a_whole_output_and_says_how_to_go_on(
    format: str, essays: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, other = tmp_path / "grades", tmp_path / "whole"
    with monkeypatch.context() as patched:
        patched.setattr("scorer.batch.workers.assess_one", interrupting(7))
        result = score(essays, "--format", format, "-o", output)
    assert result.exit_code == 130
    assert result.stderr.splitlines()[-1] == (
        f"Stopped after 7 of {ESSAYS} essays. They are in {output}; give the same command again to go on from there."
    )
    if format == "json":
        assert len(json.loads(output.read_text(encoding="utf-8"))) == 7
    else:
        assert f"{ESSAYS - 7} more are still to be scored" in (output / "index.html").read_text(encoding="utf-8")
    again = score(essays, "--format", format, "-o", output)
    assert again.exit_code == 1  # one essay is empty, though in the first part
    assert again.stderr == (
        f"Going on after 7 of {ESSAYS} essays, which are there from an earlier run; --no-resume begins anew.\n"
    )
    score(essays, "--format", format, "-o", other)
    assert contents(output) == contents(other)


def contents(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.iterdir()} if path.is_dir() else {"": path.read_bytes()}


def test_a_full_disk_is_said_and_what_was_written_stays(essays: Path, whole: list[Assessment], tmp_path: Path) -> None:
    output = tmp_path / "grades.jsonl"
    lines = [row.model_dump_json() + "\n" for row in whole]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len("".join(lines[:4]).encode()) + 500, limits[1]))
    try:
        result = score(essays, "--format", "jsonl", "-o", output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1].startswith("disk_full: There is no room left to write")
    assert output.read_text(encoding="utf-8") == "".join(lines[:4])
    assert "Going on after 4" in score(essays, "--format", "jsonl", "-o", output).stderr
    assert output.read_text(encoding="utf-8") == "".join(lines)


def test_chunks_keep_the_order_and_are_closed_by_length(tmp_path: Path) -> None:
    def handed(sizes: list[int]) -> Iterator[HandIn]:
        for number, size in enumerate(sizes):
            yield HandIn((Part("", "", data=b"x" * size),), id=str(number))

    sizes = [10] * (MOST + 1) + [BYTES] * 2 + [BYTES // 2] * 3
    chunks = list(chunked(handed(sizes)))
    assert [one.id for chunk in chunks for one in chunk] == [str(number) for number in range(len(sizes))]
    assert [len(chunk) for chunk in chunks] == [MOST, 2, 1, 2, 1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--scheduler", "tcp://127.0.0.1:1"], "no_cluster: --scheduler names a cluster"),
        (["--partition", "5"], "no_partition: --partition goes with"),
        (["--partition", "5", "--format", "jsonl"], "no_output: Partitions are files in a folder"),
        (["--audit", "{folder}"], "unwritable: "),
        (["--pseudonyms", "{folder}/student 01.txt"], "data_invalid: "),
        (["--pseudonyms", "{folder}"], "data_invalid: "),
    ],
)
def test_what_cannot_be_done_is_a_sentence(arguments: list[str], sentence: str, essays: Path) -> None:
    result = score(essays, *(argument.format(folder=essays) for argument in arguments))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1
