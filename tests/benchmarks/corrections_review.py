"""Corrections reviewed by reading: precision by code on marks drawn by a seed from students' essays.

    python tests/benchmarks/corrections_review.py draw DATA --seed 7 -o review
    python tests/benchmarks/corrections_review.py draw DATA --seed 7 -o rare --codes whose_whos --having whose
    python tests/benchmarks/corrections_review.py record review rare
    python tests/benchmarks/corrections_review.py table
    python tests/benchmarks/corrections_review.py check DATA

``draw`` takes essays of each corpus (``--essays`` of ELLIPSE, ASAP and PERSUADE), marks them, and draws up to
``--each`` marks per code; it writes them for the reader, with the words around, to ``review/marks.txt``, and where
they stand, without text, to ``review/drawn.csv``. For rare codes ``--having`` takes essays in which a pattern occurs.
The reader notes a line "code number verdict" in ``review/verdicts.txt`` for every mark that is not right; ``record``
joins them in ``docs/verdicts/corrections.csv``. ``table`` prints precision by code from that file. ``check`` tells how
many of the judged marks the program makes today.

Verdicts: ``right`` (an error that a teacher would mark, and what is suggested is right); ``misled`` (an error stands
there, but the suggestion is not what was meant); ``wrong`` (no error, or another one elsewhere).
"""

from __future__ import annotations

import argparse
import csv
import json
import lzma
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from scorer.assessment import Correction
from scorer.corrections import corrections
from scorer.pipeline.load import load_pipeline
from scorer.training.corpora import read_corpus

VERDICTS = Path(__file__).parents[2] / "docs" / "verdicts" / "corrections.csv"
COLUMNS = ("corpus", "essay", "start", "end", "code", "verdict")
NAMES = ("right", "misled", "wrong")
FILES = {"ellipse": "ellipse_train.csv.gz", "asap": "asap_train.tsv.gz"}
PERSUADE = "persuade_texts.jsonl.xz"
AROUND = 90
"""Characters shown on either side of a mark."""

Essay = tuple[str, str, str]
"""Corpus, id, text."""


def read_all(data: Path) -> dict[str, list[Essay]]:
    """The essays of each corpus, by id."""
    found: dict[str, list[Essay]] = {
        corpus: sorted((corpus, str(essay.id), essay.text) for essay in read_corpus(corpus, [data / name]))
        for corpus, name in FILES.items()
    }
    with lzma.open(data / PERSUADE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found["persuade"] = sorted(("persuade", str(row["id"]), row["text"]) for row in rows)
    return found


def marked(essays: list[Essay]) -> Iterator[tuple[Essay, tuple[Correction, ...]]]:
    """Each essay with its corrections."""
    nlp = load_pipeline()
    for essay in essays:
        yield essay, corrections(nlp(essay[2]))


def draw(data: Path, seed: int, counts: list[int], each: int, codes: set[str], having: str, folder: Path) -> None:
    """Draw marks, and write them for the reader and where they stand. No ``codes`` are all."""
    dice, wanted = random.Random(seed), re.compile(having, re.IGNORECASE)
    drawn = []
    for essays, count in zip(read_all(data).values(), counts, strict=True):
        fit = [essay for essay in essays if wanted.search(essay[2])]
        drawn += dice.sample(fit, min(count, len(fit)))
    by_code: dict[str, list[tuple[Essay, Correction]]] = defaultdict(list)
    for essay, made in marked(drawn):
        for mark in made:
            if not codes or mark.code in codes:
                by_code[mark.code].append((essay, mark))
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "marks.txt").open("w", encoding="utf-8") as out,
        (folder / "drawn.csv").open("w", encoding="utf-8", newline="") as places,
    ):
        rows = csv.writer(places)
        for code, found in sorted(by_code.items()):
            print(f"## {code}: {len(found)} marks in {len(drawn)} essays", file=out)
            chosen = random.Random(f"{seed} {code}").sample(found, min(each, len(found)))
            for number, ((corpus, name, text), mark) in enumerate(chosen, start=1):
                before, after = text[max(0, mark.start - AROUND) : mark.start], text[mark.end : mark.end + AROUND]
                shown = " ".join(f"{before}[[{mark.text}]]{after}".split())
                print(f"{code} {number}: {shown} -> {' / '.join(mark.suggestions) or mark.message}", file=out)
                rows.writerow((corpus, name, mark.start, mark.end, code, number))


def record(folders: list[Path]) -> None:
    """Write the verdict file from the folders' marks."""
    with VERDICTS.open("w", encoding="utf-8", newline="") as out:
        made = csv.writer(out, lineterminator="\n")
        made.writerow(COLUMNS)
        for folder in folders:
            made.writerows(_judged(folder))


def _judged(folder: Path) -> Iterator[tuple[str, ...]]:
    """The drawn marks of a folder, with the verdict of those that are not right and "right" for the others."""
    judged: dict[tuple[str, str], str] = {}
    for line in (folder / "verdicts.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            code, number, verdict, *_ = line.split()
            if verdict not in NAMES:
                raise SystemExit(f"{line!r}: a verdict is one of {', '.join(NAMES)}")
            judged[code, number] = verdict
    with (folder / "drawn.csv").open(encoding="utf-8", newline="") as places:
        drawn = list(csv.reader(places))
    if unknown := judged.keys() - {(row[4], row[5]) for row in drawn}:
        raise SystemExit(f"no such marks: {sorted(unknown)}")
    for corpus, name, start, end, code, number in drawn:
        yield corpus, name, start, end, code, judged.get((code, number), "right")


def rows() -> list[dict[str, str]]:
    """The judged marks."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def verdicts() -> dict[str, Counter[str]]:
    """How often each verdict was given, by code."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows():
        counts[row["code"]][row["verdict"]] += 1
    return counts


def table() -> None:
    """Print, by code, the marks read, those on an error, and those whose suggestion is right as well."""
    counts = verdicts()
    print("| code | read | on an error | suggestion right too |\n| --- | --- | --- | --- |")
    for code, count in [("**all**", sum(counts.values(), Counter())), *sorted(counts.items())]:
        read, right = count.total(), count["right"]
        error = right + count["misled"]
        shown = code if code.startswith("*") else f"`{code}`"
        print(f"| {shown} | {read} | {error} ({error / read:.0%}) | {right} ({right / read:.0%}) |")


def check(data: Path) -> None:
    """Tell how many of the judged marks are made today."""
    judged = {tuple(row[name] for name in COLUMNS[:5]) for row in rows()}
    wanted = {row[:2] for row in judged}
    essays = [essay for found in read_all(data).values() for essay in found if essay[:2] in wanted]
    today = {(*essay[:2], str(mark.start), str(mark.end), mark.code) for essay, made in marked(essays) for mark in made}
    print(f"{len(judged & today)} of {len(judged)} judged marks are made today")


def main() -> None:
    """The commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("data", type=Path)
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("--essays", type=int, nargs=3, default=[700, 500, 1000], metavar="N")
    drawing.add_argument("--each", type=int, default=20)
    drawing.add_argument("--codes", default="", help="these alone, parted by commas")
    drawing.add_argument("--having", default="", metavar="PATTERN", help="take essays in which it occurs")
    drawing.add_argument("-o", "--output", type=Path, default=Path("corrections-review"))
    recording = commands.add_parser("record")
    recording.add_argument("folders", type=Path, nargs="+")
    commands.add_parser("table")
    commands.add_parser("check").add_argument("data", type=Path)
    asked = parser.parse_args()
    if asked.command == "draw":
        codes = {code for code in asked.codes.split(",") if code}
        draw(asked.data, asked.seed, asked.essays, asked.each, codes, asked.having, asked.output)
    elif asked.command == "record":
        record(asked.folders)
    elif asked.command == "check":
        check(asked.data)
    else:
        table()


if __name__ == "__main__":
    main()
