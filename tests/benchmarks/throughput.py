"""How long each stage takes beside the bare syntactic pipeline, on the same texts in the same run.

    python tests/benchmarks/throughput.py FILE.jsonl[.xz] [COUNT]

Texts are the ``text`` of the first COUNT lines (200). Times are of one process and sum over the texts; "x" is the
share of the bare pipeline's time, ``nlp.pipe`` of ``models/en_essay`` over the paragraphs.
"""

from __future__ import annotations

import json
import lzma
import sys
from itertools import islice
from pathlib import Path
from time import perf_counter

import scorer
from scorer.pipeline.load import load_pipeline


def texts(path: Path, count: int) -> list[str]:
    """The first texts of a file of JSON lines."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


def main() -> None:
    """Print a line per stage."""
    essays = texts(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
    nlp = load_pipeline()
    bare = nlp.get_pipe("essay_syntax").syntax
    engine = scorer.load()
    for text in essays[:10]:
        nlp(text), engine.score(text)
    start = perf_counter()
    words = sum(len(doc) for text in essays for doc in bare.pipe(text.split("\n\n"), batch_size=16))
    syntax = perf_counter() - start
    print(f"{len(essays)} essays, {words} tokens; bare pipeline {words / syntax:.0f} tokens/s")
    start = perf_counter()
    for text in essays:
        nlp(text)
    extraction = perf_counter() - start
    start = perf_counter()
    for text in essays:
        engine.score(text)
    whole = perf_counter() - start
    for name, seconds in (
        ("bare syntactic pipeline", syntax),
        ("with extraction", extraction),
        ("whole scoring", whole),
    ):
        print(f"{name:<24} {seconds:6.2f} s  x{seconds / syntax:.2f}")


if __name__ == "__main__":
    main()
