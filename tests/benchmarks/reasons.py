"""Reasons and counterarguments shown for students' essays, against those that readers marked.

    python tests/benchmarks/reasons.py DATA

DATA is the folder with ``persuade_texts.jsonl.xz``, ``ellipse_train.csv.gz`` and ``asap_train.tsv.gz``; the marks are
in ``training_data/reasons``. ``shown``: reasons found. ``right``: share of them that state a marked reason, or list
several. ``position again``: share that do not, and lie where the position is stated. ``marked``: main reasons of the
essays. ``found``: share of these that a shown reason states, wherever the essay says them. The last two columns are
the same of counterarguments. A span lies where more than half of the shorter is in both.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scorer.pipeline.annotations import Found
from scorer.pipeline.load import load_pipeline
from scorer.training.argument.marked import MARKED, Span, texts_by_corpus

REASONS = MARKED.parent / "reasons"
HALF = 0.5


def lies(found: Found, spans: Iterable[Span]) -> bool:
    """Whether the finding and one of the spans share half of the shorter one."""
    return any(
        min(found.end, end) - max(found.start, start) > HALF * min(found.end - found.start, end - start)
        for start, end in spans
    )


def rows(path: Path) -> list[dict[str, Any]]:
    """The marks of a corpus."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print a line for each corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    files = (data / name for name in ("persuade_texts.jsonl.xz", "ellipse_train.csv.gz", "asap_train.tsv.gz"))
    nlp = load_pipeline()
    heads = ("shown", "right", "position again", "marked", "found", "against: shown, right", "marked, found")
    print("| essays | n | " + " | ".join(heads) + " |\n|" + " --- |" * (len(heads) + 2))
    for corpus, texts in texts_by_corpus(*files).items():
        positions = {row["id"]: row for row in rows(MARKED / f"{corpus.lower()}.jsonl")}
        marked, counts = rows(REASONS / f"{corpus.lower()}.jsonl"), Counter[str]()
        for row in marked:
            doc, held = nlp(texts[row["id"]]), positions[row["id"]]
            stated = [*(span for reason in row["reasons"] for span in reason), *row["previews"]]
            position = [held["thesis"], *held["restatements"]]
            shown, against = doc._.reasons, doc._.counterarguments
            counts["shown"] += len(shown)
            counts["right"] += sum(lies(found, stated) for found in shown)
            counts["again"] += sum(lies(found, position) and not lies(found, stated) for found in shown)
            counts["marked"] += len(row["reasons"])
            counts["found"] += sum(any(lies(found, reason) for found in shown) for reason in row["reasons"])
            counts["against"] += len(against)
            counts["against right"] += sum(lies(found, row["against"]) for found in against)
            counts["against marked"] += len(row["against"])
            counts["against found"] += sum(any(lies(found, [span]) for found in against) for span in row["against"])
        cells = [
            counts["shown"], share(counts, "right", "shown"), share(counts, "again", "shown"),
            counts["marked"], share(counts, "found", "marked"),
            f"{counts['against']}, {share(counts, 'against right', 'against')}",
            f"{counts['against marked']}, {share(counts, 'against found', 'against marked')}",
        ]  # fmt: skip
        print(f"| {corpus} | {len(marked)} | " + " | ".join(map(str, cells)) + " |", flush=True)


def share(counts: Counter[str], part: str, whole: str) -> str:
    """One count in percent of another."""
    return f"{counts[part] / max(1, counts[whole]):.0%}"


if __name__ == "__main__":
    main()
