"""How long the reports of a long essay take after scoring, and how large they are.

    python tests/benchmarks/report_size.py [WORDS]

The essay of so many words (5,000) is put together from those of ``training_data/authored`` and scored. Prints for HTML
and Word the median seconds of five renderings and the size in kB; the page's bound is 1 s and 1,000 kB.
"""

from __future__ import annotations

import os
import platform
import statistics
import sys
from pathlib import Path
from time import perf_counter

from scorer.engine import load
from scorer.reports.audience import Audience
from scorer.reports.pages import page

ROOT = Path(__file__).parents[2]
ESSAYS = sorted((ROOT / "training_data" / "authored" / "essays").glob("*.txt"))
RUNS = 5


def long_essay(words: int) -> str:
    """Paragraphs of several essays, one after the other, until there are enough words."""
    kept: list[str] = []
    count = 0
    for path in ESSAYS:
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            if count >= words:
                return "\n\n".join(kept)
            kept.append(paragraph)
            count += len(paragraph.split())
    return "\n\n".join(kept)


def main() -> None:
    """Score once, render five times in each format."""
    text = long_essay(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
    assessment = load().score(text, include_text=True)
    marks = len(assessment.structure.evidence) + len(assessment.structure.citations) + len(assessment.corrections)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{len(text.split())} words, {marks} passages of evidence, citations and corrections")
    for format in ("html", "docx"):
        seconds = []
        for _ in range(RUNS):
            start = perf_counter()
            made = page(assessment, format, Audience.teacher)
            seconds.append(perf_counter() - start)
        print(
            f"{format}: first {seconds[0]:.2f} s, median {statistics.median(seconds):.2f} s, {len(made) / 1000:.0f} kB"
        )


if __name__ == "__main__":
    main()
