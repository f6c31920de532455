"""What grading costs as the number of essays grows: time, processor time and memory of whole runs of ``score``.

``python tests/benchmarks/scale.py ESSAYS COUNT... [--jobs 1] [--format jsonl] [--backend loky]``

``ESSAYS`` is a file of JSON lines with ``id`` and ``text`` (``.xz`` too). Each run is a process of its own, start
included; memory is the peak of the largest process.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

MEASURED = """
import resource, runpy, subprocess, sys, time
before = time.monotonic()
code = "import sys; from scorer.cli.score import main; sys.argv[0] = 'score'; main()"
status = subprocess.run([sys.executable, "-c", code, *sys.argv[1:]]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(status, time.monotonic() - before, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("essays", type=Path)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--jobs", type=int, nargs="+", default=[1])
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--backend", default="loky")
    asked = parser.parse_args()
    print("essays  jobs  seconds  processor seconds  per essay  peak MB")
    for count in asked.counts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "essays"
            folder.mkdir()
            with (lzma.open if asked.essays.suffix == ".xz" else open)(asked.essays, "rt", encoding="utf-8") as lines:
                for row in map(json.loads, islice(lines, count)):
                    (folder / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
            for jobs in asked.jobs:
                options = ["--format", asked.format, "--jobs", str(jobs), "--backend", asked.backend, "--quiet"]
                command = [sys.executable, "-c", MEASURED, str(folder), *options, "-o", str(Path(place) / f"out{jobs}")]
                told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
                seconds, processor, peak = map(float, told[1:])
                print(f"{count:6} {jobs:5} {seconds:8.1f} {processor:18.1f} {processor / count:10.3f} {peak:8.0f}")


if __name__ == "__main__":
    main()
