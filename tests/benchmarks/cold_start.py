"""Cold start of ``score`` against loading the bare libraries, pair by pair, its peak memory, and one bundle's load.

    python tests/benchmarks/cold_start.py [RUNS]

A is ``score seeds/collective-security.txt``; B imports spaCy and scikit-learn and loads the syntactic pipeline. Both
are whole processes. Prints medians in seconds, the median of the ratios A/B, A's largest resident set in MB, and how
long the bundle ``traits`` takes to load, the first time in a process that has imported what reads it.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
SYNTAX = ROOT / "models" / "en_essay"
A = [sys.executable, "-c", "from scorer.cli.score import main; main()", str(ROOT / "seeds" / "collective-security.txt")]
LOAD = """
from time import perf_counter
from scorer.bundle import find_bundle
from scorer.scoring import store
start = perf_counter()
store.load(find_bundle("traits"))
print(perf_counter() - start)
"""
B = [sys.executable, "-c", f"import spacy, sklearn.ensemble; spacy.load({str(SYNTAX)!r})"]


def run(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak memory (MB) of one process."""
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    if status:
        raise SystemExit(f"{command} failed with status {status}")
    return seconds, usage.ru_maxrss / 1024


def loading() -> float:
    """Seconds that the bundle takes to load in a process of its own."""
    return float(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout)


def main() -> None:
    """Time both commands in turn and print a line for each figure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    run(A), run(B)
    pairs = [(run(A), run(B)) for _ in range(runs)]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {runs} runs")
    print(f"score:         {statistics.median(a for (a, _), _ in pairs):.2f} s")
    print(f"bare libraries: {statistics.median(b for _, (b, _) in pairs):.2f} s")
    print(f"ratio:         {statistics.median(a / b for (a, _), (b, _) in pairs):.2f}")
    print(f"traits load:   {statistics.median(loading() for _ in range(runs)):.2f} s")
    print(f"peak memory:   {max(m for (_, m), _ in pairs):.0f} MB")


if __name__ == "__main__":
    main()
