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
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc

from scorer.pipeline.annotations import Found
from scorer.pipeline.load import load_pipeline
from scorer.training.argument.marked import Marked, Span, Support, read_marked

HALF = 0.5


def lies(found: Found, spans: Iterable[Span]) -> bool:
    """Whether the finding and one of the spans share half of the shorter one."""
    return any(
        min(found.end, end) - max(found.start, start) > HALF * min(found.end - found.start, end - start)
        for start, end in spans
    )


def main() -> None:
    """Print a line for each corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    files = (data / name for name in ("persuade_texts.jsonl.xz", "ellipse_train.csv.gz", "asap_train.tsv.gz"))
    nlp = load_pipeline()
    counts: dict[str, Counter[str]] = {}
    for essay in read_marked(*files):
        if essay.support:
            counts.setdefault(essay.corpus, Counter()).update(judged(nlp(essay.text), essay, essay.support))
    heads = ("shown", "right", "position again", "marked", "found", "against: shown, right", "marked, found")
    print("| essays | n | " + " | ".join(heads) + " |\n|" + " --- |" * (len(heads) + 2))
    for corpus, counted in counts.items():
        cells = [
            counted["shown"], share(counted, "right", "shown"), share(counted, "again", "shown"),
            counted["marked"], share(counted, "found", "marked"),
            f"{counted['against']}, {share(counted, 'against right', 'against')}",
            f"{counted['against marked']}, {share(counted, 'against found', 'against marked')}",
        ]  # fmt: skip
        print(f"| {corpus} | {counted['essays']} | " + " | ".join(map(str, cells)) + " |")


def judged(doc: Doc, essay: Marked, support: Support) -> Counter[str]:
    """What was shown of an essay, marked in it, and right and found of these."""
    shown, against = doc._.reasons, doc._.counterarguments
    return Counter(
        {
            "essays": 1,
            "shown": len(shown),
            "right": sum(lies(found, support.giving) for found in shown),
            "again": sum(lies(found, essay.positions) and not lies(found, support.giving) for found in shown),
            "marked": len(support.reasons),
            "found": sum(any(lies(found, reason) for found in shown) for reason in support.reasons),
            "against": len(against),
            "against right": sum(lies(found, support.against) for found in against),
            "against marked": len(support.against),
            "against found": sum(any(lies(found, [span]) for found in against) for span in support.against),
        }
    )


def share(counts: Counter[str], part: str, whole: str) -> str:
    """One count in percent of another."""
    return f"{counts[part] / max(1, counts[whole]):.0%}"


if __name__ == "__main__":
    main()
