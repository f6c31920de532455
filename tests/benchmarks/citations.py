"""Citations in the passages of ``training_data/citations``: how many are found, and how many of those found are ones.

    python tests/benchmarks/citations.py [--show]

For each part: passages, citations, those found, precision, recall and F1 of spans, which are compared without the
quotation marks and stops at their ends; and in how many of the passages without a citation one is found. ``--show``
lists what is missed and what is wrong.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from scorer.pipeline.load import annotate, load_pipeline

PASSAGES = Path(__file__).parents[2] / "training_data" / "citations" / "passages.jsonl"
ENDS = " \"“”'‘’.,;:"


def passages() -> list[dict[str, Any]]:
    """Every passage with its part, text and the offsets of its citations."""
    return [json.loads(line) for line in PASSAGES.read_text(encoding="utf-8").splitlines()]


def inner(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks at its ends."""
    said = text[start:end]
    return start + len(said) - len(said.lstrip(ENDS)), end - len(said) + len(said.rstrip(ENDS))


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--show", action="store_true", help="list the disagreements")
    show = parser.parse_args().show
    nlp = load_pipeline()
    heads = f"{'part':<10}{'passages':>9}{'citations':>10}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>7}"
    print(f"{heads}{'none':>6}{'hits':>6}")
    for part in ("shapes", "common", "usual"):
        of_part = [row for row in passages() if row["part"] == part]
        gold = found = right = without = hits = 0
        for row in of_part:
            text = row["text"]
            wanted = {inner(text, start, end) for start, end in row["citations"]}
            seen = {inner(text, one.start, one.end) for one in annotate(nlp, text)._.citations}
            gold, found, right = gold + len(wanted), found + len(seen), right + len(wanted & seen)
            without, hits = without + (not wanted), hits + (not wanted and bool(seen))
            if show:
                for start, end in sorted(wanted ^ seen):
                    print(f"{row['id']} {'missed' if (start, end) in wanted else 'wrong'}: {text[start:end]!r}")
        precision, recall = right / found, right / gold
        score = 2 * precision * recall / (precision + recall)
        print(
            f"{part:<10}{len(of_part):>9}{gold:>10}{found:>7}{precision:>11.3f}{recall:>8.3f}{score:>7.3f}"
            f"{without:>6}{hits:>6}"
        )


if __name__ == "__main__":
    main()
