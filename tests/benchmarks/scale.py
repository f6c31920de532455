"""What grading costs as the number of essays grows: time, processor time and memory of whole runs of ``score``.

``python tests/benchmarks/scale.py ESSAYS COUNT... [--jobs 1] [--format jsonl] [--backend loky] [--watch ROWS]``

``ESSAYS`` is a file of JSON lines with ``id`` and ``text`` (``.xz`` too). Each run is a process of its own, start
included; memory is the peak of the largest process. ``--watch`` prints, whenever so many more rows of a file are
written, that peak so far, and what the largest process had in use meanwhile, on average (Linux only).
"""

from __future__ import annotations

import argparse
import json
import lzma
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import fmean

CODE = "import sys; from scorer.cli.score import main; sys.argv[0] = 'score'; main()"
POLL = 0.5
PEAK, IN_USE = "VmHWM:", "VmRSS:"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("essays", type=Path)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1])
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--backend", default="loky")
    parser.add_argument("--watch", type=int, metavar="ROWS")
    asked = parser.parse_args()
    print("essays  jobs  seconds  processor seconds  per essay  peak MB")
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as place:
            folder = handed_in(asked.essays, count, Path(place))
            for jobs in asked.jobs:
                options = ["--format", asked.format, "--jobs", str(jobs), "--backend", asked.backend, "--quiet"]
                output = Path(place) / f"out{jobs}"
                seconds, processor, peak = measured([str(folder), *options, "-o", str(output)], output, asked.watch)
                print(f"{count:6} {jobs:5} {seconds:8.1f} {processor:18.1f} {processor / count:10.3f} {peak:8.0f}")


def handed_in(essays: Path, count: int, place: Path) -> Path:
    """A folder with the first so many texts of a file of JSON lines."""
    folder = place / "essays"
    folder.mkdir()
    with (lzma.open if essays.suffix == ".xz" else open)(essays, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, islice(lines, count)):
            (folder / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
    return folder


def measured(arguments: list[str], output: Path, watch: int | None) -> tuple[float, float, float]:
    """Wall and processor seconds of a run, and the peak memory (MB) of its largest process."""
    before, spent = time.monotonic(), used()
    process = subprocess.Popen([sys.executable, "-c", CODE, *arguments])
    peak, read, rows, used_meanwhile = 0.0, 0, 0, []
    while process.poll() is None:
        peak = max(peak, largest(process.pid, PEAK))
        used_meanwhile.append(largest(process.pid, IN_USE))
        if watch and output.is_file():
            with output.open("rb") as file:
                file.seek(read)
                written = file.read()
            read, now = read + len(written), rows + written.count(b"\n")
            if now // watch > rows // watch:
                print(f"  {now:6} rows: {peak:.0f} MB at most, {fmean(used_meanwhile):.0f} MB in use", flush=True)
                used_meanwhile.clear()
            rows = now
        time.sleep(POLL)
    if process.returncode > 1:  # 1: some of the essays have no score
        raise SystemExit(f"score ended with status {process.returncode}")
    return time.monotonic() - before, used() - spent, peak


def used() -> float:
    """Processor seconds of all processes that were waited for."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def largest(process: int, kind: str) -> float:
    """The most memory, in MB, that one of a process and those that it has started has in use, or has had."""
    parents = {int(path.name): parent_of(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return max(memory_of(member, kind) for member in family)


def parent_of(entry: Path) -> int:
    """The parent of a process, 0 for one that is gone."""
    return int(field(entry / "status", "PPid:") or 0)


def memory_of(process: int, kind: str) -> float:
    """The memory (MB) of a process."""
    return int(field(Path("/proc") / str(process) / "status", kind) or 0) * 1024 / 1e6


def field(status: Path, name: str) -> str | None:
    """A number in a process's status file."""
    try:
        lines = status.read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.split()[1] for line in lines if line.startswith(name)), None)


if __name__ == "__main__":
    main()
