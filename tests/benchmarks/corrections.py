"""Corrections against those of four humans, on learners' sentences (JFLEG): precision, recall, false alarms.

    python tests/benchmarks/corrections.py DATA/jfleg_dev.jsonl.gz --rows even [--codes spelling,article] [--show]
    python tests/benchmarks/corrections.py DATA/jfleg_dev.jsonl.gz --rows odd --format json
    python tests/benchmarks/corrections.py DATA/jfleg_dev.jsonl.gz --rows odd --format markdown

- **precision**: of our marks, the share whose span touches a word that at least one human replaced or left out, or
  beside which one put a word in; ``strict`` leaves out the words beside insertions.
- **recall**: of the words that at least two humans replaced or left out, the share that a mark's span touches. Spans of
  more than ``LONGEST`` words, as of a fragment, count for precision alone.
- **alarms**: marks on the human-corrected sides, all four of every row also where a human changed nothing or left an
  error, and their words per mark.

A row is one essay of one sentence. ``uncited_claim`` is not an error of language and is left out. Words are the
corpus's tokens with a letter or digit for the rate of alarms, and all tokens elsewhere. ``markdown`` is the table of
``docs/feedback.md``, with the reviewed sample (``corrections_review.py``) beside. ``--show`` prints marks with
their sentences, for even rows alone: odd rows are for reporting and nobody reads them. Parses are cached in the folder
that ``SCORER_CACHE`` names (else a temporary one), under a digest of the pipeline's code and bundles.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pickle
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corrections_review import verdicts
from spacy.tokens import Doc

from scorer.assessment import Correction
from scorer.bundle import find_bundle, read_card
from scorer.corrections import codes, corrections
from scorer.pipeline.load import load_syntax
from scorer.training.corrections.alignment import votes
from scorer.training.corrections.learner_sentences import Half, Row, Running, joined, read_rows

ROOT = Path(__file__).parents[2]
LONGEST = 6  # words in a span that may count as found
LEFT_OUT = frozenset({"uncited_claim"})


@dataclass
class Tally:
    """Counts for one code, or for all."""

    marks: int = 0
    right: int = 0
    strict: int = 0
    alarms: int = 0
    found: set[tuple[int, int]] = field(default_factory=set)

    def summary(self, due: int, words: int) -> dict[str, Any]:
        """The figures as shares; None over nothing."""
        return {
            "marks": self.marks,
            "precision": round(self.right / self.marks, 4) if self.marks else None,
            "strict": round(self.strict / self.marks, 4) if self.marks else None,
            "found": len(self.found),
            "recall": round(len(self.found) / due, 4) if due else None,
            "alarms": self.alarms,
            "words_per_alarm": round(words / self.alarms) if self.alarms else None,
        }


def sides(rows: list[Row]) -> list[tuple[Running, ...]]:
    """The source and then each human correction, as running text."""
    return [tuple(joined(tokens) for tokens in (row.source, *row.corrections)) for row in rows]


def parsed(texts: list[str]) -> dict[str, Doc]:
    """The annotated document of each text, from the cache where the pipeline has not changed since."""
    digest = hashlib.sha256("\n".join(texts).encode())
    for code in sorted((ROOT / "scorer" / "pipeline").rglob("*.py")):
        if "argument" not in code.parts:  # no correction asks for it
            digest.update(code.read_bytes())
    for bundle in ("en_essay", "references"):
        digest.update(read_card(find_bundle(bundle)).sha256.encode())
    cache = Path(os.environ.get("SCORER_CACHE") or tempfile.gettempdir()) / f"corrections-{digest.hexdigest()[:16]}.pkl"
    if cache.exists():
        return dict(zip(texts, pickle.loads(cache.read_bytes()), strict=True))  # written by this program
    nlp = load_syntax()
    docs = [nlp(text) for text in texts]
    cache.write_bytes(pickle.dumps(docs))
    return dict(zip(texts, docs, strict=True))


def marks(doc: Doc, codes: set[str]) -> list[Correction]:
    """The marks that are measured."""
    return [made for made in corrections(doc) if made.code not in LEFT_OUT and (not codes or made.code in codes)]


def covered(made: Correction, running: Running) -> set[int]:
    """Indices of the tokens that the mark's span touches."""
    return {k for k, (start, end) in enumerate(running.spans) if start < made.end and made.start < end}


def measure(rows: list[Row], codes: set[str], show: bool) -> dict[str, Any]:
    """All figures, over all codes and by code."""
    texts = sides(rows)
    docs = parsed(list(dict.fromkeys(running.text for row in texts for running in row)))
    tallies: dict[str, Tally] = defaultdict(Tally)
    due = words = 0
    for row, (source, *humans) in zip(rows, texts, strict=True):
        replaced, touched = votes(row)
        wanted = {k for k, count in replaced.items() if count >= 2}
        due += len(wanted)
        for made in marks(docs[source.text], codes):
            hit = covered(made, source)
            right = any(touched[k] for k in hit)
            for tally in (tallies["all"], tallies[made.code]):
                tally.marks += 1
                tally.right += right
                tally.strict += any(replaced[k] for k in hit)
                if len(hit) <= LONGEST:
                    tally.found |= {(row.number, k) for k in hit & wanted}
            if show:
                _print(row.number, "right" if right else "WRONG", made, source)
        for human in humans:
            words += sum(any(c.isalnum() for c in human.text[start:end]) for start, end in human.spans)
            for made in marks(docs[human.text], codes):
                for tally in (tallies["all"], tallies[made.code]):
                    tally.alarms += 1
                if show:
                    _print(row.number, "ALARM", made, human)
    return {
        "rows": len(rows),
        "words_due": due,
        "words_corrected_sides": words,
        "codes": {code: tallies[code].summary(due, words) for code in sorted(tallies, key=lambda c: (c != "all", c))},
    }


def as_markdown(found: dict[str, Any]) -> str:
    """A row per code that ships: the figures here, and those of the reviewed sample."""
    lines = [
        "| code | marks | precision | strict | words found | alarms | read | on an error | suggestion right too |",
        "| --- " * 9 + "|",
    ]
    reviewed = verdicts()
    for code in sorted(codes()):
        figures = found["codes"].get(code, Tally().summary(0, 0))
        precision, strict = ("-" if figures[c] is None else f"{figures[c]:.0%}" for c in ("precision", "strict"))
        read, right, misled = reviewed[code].total(), reviewed[code]["right"], reviewed[code]["misled"]
        shares = f"{read} | {(right + misled) / read:.0%} | {right / read:.0%}" if read else "- | - | -"
        here = [str(figures["marks"]), precision, strict, str(figures["found"]), str(figures["alarms"])]
        cells = ["-"] * 5 if code in LEFT_OUT else here
        lines.append(f"| `{code}` | {' | '.join(cells)} | {shares} |")
    return "\n".join(lines)


def _print(number: int, verdict: str, made: Correction, running: Running) -> None:
    marked = f"{running.text[: made.start]}[[{made.text}]]{running.text[made.end :]}"
    print(f"{verdict}\t{made.code}\t{number}\t{made.suggestions}\t{marked}")


def main() -> None:
    """Print the table, or the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--rows", choices=("even", "odd"), required=True)
    parser.add_argument("--codes", default="", help="these alone, parted by commas")
    parser.add_argument("--show", action="store_true", help="print every mark (even rows alone)")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    asked = parser.parse_args()
    half: Half = asked.rows
    if asked.show and half == "odd":
        parser.error("odd rows are for reporting; --show prints even rows alone")
    found = measure(read_rows(asked.path, half), {code for code in asked.codes.split(",") if code}, asked.show)
    if asked.format == "json":
        print(json.dumps(found, indent=1))
        return
    if asked.format == "markdown":
        print(as_markdown(found))
        return
    print(f"{half} rows: {found['rows']}; words changed by two humans: {found['words_due']}; ", end="")
    print(f"words on corrected sides: {found['words_corrected_sides']}")
    columns = ("marks", "precision", "strict", "found", "recall", "alarms", "words_per_alarm")
    print(f"{'code':<26}" + "".join(f"{name:>10}" for name in (*columns[:-1], "per alarm")))
    for code, figures in found["codes"].items():
        print(f"{code:<26}" + "".join(f"{'-' if figures[c] is None else figures[c]:>10}" for c in columns))


if __name__ == "__main__":
    main()
