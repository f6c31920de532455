"""A run of 300 essays, killed at three random points, goes on to the rows of a run that nothing interrupted."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from synthetic_essays import essay

KILL = Path(__file__).parents[1] / "benchmarks" / "kill.py"


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal of POSIX systems")
def test_killed_three_times(tmp_path: Path) -> None:
    chance = random.Random(3)
    rows = ({"id": f"student {number}", "text": essay(chance, 0.3 + number / 500)} for number in range(300))
    essays = tmp_path / "essays.jsonl"
    essays.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = subprocess.run([sys.executable, str(KILL), str(essays), "--count", "300"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    points = [int(line.split()[2]) for line in run.stdout.splitlines() if line.startswith("killed at")]
    whole = int(run.stdout.partition("killed at")[2].split()[2])
    assert len(points) == 3 and 0 < points[0] < points[1] < points[2] < whole
