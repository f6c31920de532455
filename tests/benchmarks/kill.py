"""Kill a run of ``score`` at random points, go on each time, and compare with a run that nothing interrupted.

``python tests/benchmarks/kill.py ESSAYS [--count 300] [--kills 3] [--format jsonl] [--jobs 1] [--seed 1]``

``ESSAYS`` is a file of JSON lines with ``id`` and ``text`` (``.xz`` too). The points are drawn from the bytes of the
output (from the number of reports, for a folder). Ends with status 1 where a byte differs.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scale import CODE, handed_in


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("essays", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = handed_in(asked.essays, asked.count, Path(place))
        command = [sys.executable, "-c", CODE, str(folder), "--format", asked.format, "--jobs", str(asked.jobs), "-o"]
        whole, broken = Path(place) / "whole", Path(place) / "broken"
        before = time.monotonic()
        finished([*command, str(whole)])
        print(f"uninterrupted: {asked.count} essays, {time.monotonic() - before:.1f} s")
        chance = random.Random(asked.seed)
        for mark in sorted(chance.uniform(0.05, 0.95) * grown(whole) for _ in range(asked.kills)):
            process = subprocess.Popen([*command, str(broken)], start_new_session=True, stderr=subprocess.PIPE)
            while grown(broken) < mark and process.poll() is None:
                time.sleep(0.001)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            print(f"killed at {grown(broken)} of {grown(whole)}")
        print(finished([*command, str(broken)]).strip())
        if contents(broken) != contents(whole):
            raise SystemExit("The output is not that of the run that nothing interrupted.")
        print(f"same bytes in {len(contents(whole))} files")


def finished(command: list[str]) -> str:
    """Standard error of a run that came to its end, with or without essays that have no score."""
    run = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if run.returncode > 1:
        raise SystemExit(run.stderr)
    return run.stderr


def grown(output: Path) -> int:
    """Bytes of a file, or number of reports in a folder."""
    if output.is_dir():
        return sum(not path.name.startswith(".") for path in output.iterdir())
    return output.stat().st_size if output.is_file() else 0


def contents(output: Path) -> dict[str, bytes]:
    """Everything that a run has left at a path, hidden files included."""
    if output.is_dir():
        return {path.name: path.read_bytes() for path in output.iterdir()}
    beside = output.parent.glob(f"*{output.name}*")
    return {path.name.replace(output.name, ""): path.read_bytes() for path in beside}


if __name__ == "__main__":
    main()
