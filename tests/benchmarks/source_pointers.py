"""Citations and source pointers in student essays: drawn by seed, judged one by one, and the share that is right.

    python tests/benchmarks/source_pointers.py sample DATA/persuade_texts.jsonl.xz --essays 600 --n 150 --seed 1
    python tests/benchmarks/source_pointers.py score docs/verdicts/source_pointers.csv

``sample`` prints every drawn citation with its surroundings and fields, for a judge's eyes; with
``--essays`` they come from that many essays, drawn by the same seed. The verdict file has the
columns ``id,start,end,verdict,code`` and no text: the essay's id, offsets, ``right`` or ``wrong``, and what is wrong
(``not_a_citation``, ``span``, ``author``, ``title``, ``year``, ``locator``, ``style``).
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

import spacy
from spacy.language import Language

from scorer.pipeline import factories  # noqa: F401  # registers the components

Z95 = 1.959964  # of the normal distribution: two-sided 95%
AROUND = 100  # characters shown before and behind
COMPONENTS = ("essay_prompt", "essay_paragraphs", "essay_quotations", "essay_references", "essay_citations")


def pipeline() -> Language:
    """The components that citations need; they read the text alone, so that no syntax is loaded."""
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each line."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            essay = json.loads(line)
            yield str(essay["id"]), essay["text"]


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927)."""
    share, z = hits / trials, Z95
    middle = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z / (1 + z * z / trials) * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return middle - half, middle + half


def sample(path: Path, count: int, seed: int, essays: int) -> None:
    """Print ``count`` citations from ``essays`` essays (0: all), all that are found in them being equally likely."""
    nlp = pipeline()
    generator = random.Random(seed)
    read = list(texts(path))
    if essays:
        read = generator.sample(read, min(essays, len(read)))
    drawn: list[str] = []
    seen = 0
    for name, text in read:
        for found in nlp(text)._.citations:
            seen += 1
            place = len(drawn) if len(drawn) < count else generator.randrange(seen)
            if place >= count:
                continue
            before = text[max(0, found.start - AROUND) : found.start]
            shown = f"{before}[[{text[found.start : found.end]}]]{text[found.end : found.end + AROUND]}"
            values = {key: getattr(found, key) for key in ("style", "author", "title", "year", "locator", "issues")}
            line = f"{name},{found.start},{found.end}\n    {' '.join(shown.split())}\n    {values}"
            drawn[place : place + 1] = [line]
    print(f"{len(drawn)} of {seen} citations, {len(read)} essays, seed {seed}")
    print("\n".join(drawn))


def score(path: Path) -> None:
    """Print the share of right ones, with a 95% Wilson interval, and what is wrong with the others."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    right = sum(row["verdict"] == "right" for row in rows)
    low, high = wilson(right, len(rows))
    print(f"{right} of {len(rows)} right: precision {right / len(rows):.3f} (95% {low:.3f} to {high:.3f})")
    for code, number in Counter(row["code"] for row in rows if row["verdict"] != "right").most_common():
        print(f"{number:4} {code}")


def main() -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("sample")
    drawing.add_argument("file", type=Path)
    drawing.add_argument("--n", type=int, default=150)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--essays", type=int, default=0)
    scoring = commands.add_parser("score")
    scoring.add_argument("file", type=Path)
    given = parser.parse_args()
    if given.command == "sample":
        sample(given.file, given.n, given.seed, given.essays)
    else:
        score(given.file)


if __name__ == "__main__":
    main()
