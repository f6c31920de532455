"""How much memory one engine takes while it scores essay after essay, a third of whose words no other essay has.

    python tests/benchmarks/memory.py [ESSAYS]

Prints, every tenth of the way, the essays scored, the strings in spaCy's vocabulary, and the resident memory in MB.
Memory grows until the bounded tables of looked-up words are full; the vocabulary does not grow. Linux only.
"""

from __future__ import annotations

import gc
import os
import random
import sys
from pathlib import Path

import scorer

sys.path.insert(0, str(Path(__file__).parent.parent))
from synthetic_essays import essay  # the tests are no package


def invented(seed: int) -> str:
    """An essay of about 170 words, every third of which is made up."""
    draw = random.Random(seed)
    words = essay(draw, 0.5, sentences=12).split(" ")
    for place in range(0, len(words), 3):
        words[place] = "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(2, 5)))
    return " ".join(words)


def megabytes() -> float:
    """The resident memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(essays: int) -> None:
    """Score and print."""
    engine = scorer.load()
    print("essays  strings     MB")
    for number in range(essays + 1):
        engine.score(invented(number))
        if number % max(essays // 10, 1) == 0:
            gc.collect()
            print(f"{number:6}  {len(engine._nlp.vocab.strings):7}  {megabytes():5.0f}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
