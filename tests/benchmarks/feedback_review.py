"""Feedback judged sentence by sentence on real essays: the sample, the verdicts, the precision of each message.

    python tests/benchmarks/feedback_review.py draw DATA --seed 1 [--each 20] [-o FOLDER]
    python tests/benchmarks/feedback_review.py record DATA --seed 1 --verdicts FILE
    python tests/benchmarks/feedback_review.py table
    python tests/benchmarks/feedback_review.py check DATA

DATA is the folder with ``ellipse_train.csv.gz``, ``asap_train.tsv.gz`` and ``persuade_texts.jsonl.xz``. ``draw``
writes the sampled essays with their numbered sentences to FOLDER, for reading; nothing of that belongs into the
repository. ``record`` takes lines "ESSAY NUMBER VERDICT" for the sentences that are not right (every other one is
``right``) and writes ``feedback_verdicts.jsonl`` beside this file: corpus, essay, criterion, code, offsets, phrasing,
verdict, and no text. ``table`` prints precision by message from that file. ``check`` tells how many of today's
sentences were judged, and the largest share of sentences that two essays of the sample have in common. What the rubric
says of a next level is quoted from it and not judged; it counts where essays are compared.

Verdicts: ``right`` (true of this essay, about the words it points at, of use and kind); ``untrue``; ``misplaced``
(true, but it points at other words); ``idle`` (true, and no help to this writer); ``unkind``.
"""

from __future__ import annotations

import argparse
import itertools
import json
import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import scorer
from scorer.assessment import Assessment, Feedback
from scorer.examination import Examined, examine
from scorer.feedback.left_out import told_of
from scorer.feedback.next_level import NEXT_LEVEL, next_level
from scorer.feedback.notes import notes
from scorer.feedback.write import phrasing, written
from scorer.pipeline.load import load_pipeline
from scorer.reading import read_text
from scorer.rubric import load_rubric
from scorer.training.corpora import read_corpus

VERDICTS = Path(__file__).with_name("feedback_verdicts.jsonl")
NAMES = ("right", "untrue", "misplaced", "idle", "unkind")
FILES = {"ellipse": "ellipse_train.csv.gz", "asap": "asap_train.tsv.gz"}
PERSUADE = "persuade_texts.jsonl.xz"
SHOWN = 60


@dataclass(frozen=True)
class Said:
    """One sentence of feedback and the message that it comes from."""

    criterion: str
    code: str
    phrasing: int
    feedback: Feedback

    @property
    def offsets(self) -> list[list[int]]:
        """Where it points."""
        return [[place.start, place.end] for place in self.feedback.spans]


def sample(data: Path, seed: int, each: int) -> Iterator[tuple[str, str, str]]:
    """Corpus, id and text of so many essays of each corpus."""
    draw = random.Random(seed)
    for corpus, name in FILES.items():
        essays = sorted(read_corpus(corpus, [data / name]), key=lambda essay: essay.id)
        yield from ((corpus, essay.id, essay.text) for essay in draw.sample(essays, each))
    with lzma.open(data / PERSUADE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    yield from (("persuade", str(row["id"]), row["text"]) for row in draw.sample(rows, each))


def said(examined: Examined, assessment: Assessment) -> list[Said]:
    """The assessment's feedback with the codes of its messages."""
    doc = examined.shown.doc
    known = {examined.shown.located(written(doc, note)): note.code for note in notes(doc)}
    known |= {feedback: code for code, feedback in told_of(doc, examined.text, examined.unhelpful)}
    made = []
    for criterion, result in zip(load_rubric().criteria, assessment.criteria, strict=True):
        above = next_level(doc, criterion, result.score) if result.score is not None else ()
        above = tuple(map(examined.shown.located, above))
        for feedback in result.feedback:
            code = NEXT_LEVEL if feedback in above else known[feedback]
            place = result.id if code == NEXT_LEVEL else ""
            made.append(Said(result.id, code, phrasing(doc, code, place), feedback))
    return made


def read_all(data: Path, seed: int, each: int) -> Iterator[tuple[str, str, str, list[Said]]]:
    """Corpus, id, text and sentences of the sample."""
    engine, nlp = scorer.load(), load_pipeline()
    for corpus, name, text in sample(data, seed, each):
        reading = read_text(text)
        yield corpus, name, reading.text, said(examine(nlp, reading.text), engine.assess(reading))


def draw(data: Path, seed: int, each: int, folder: Path) -> None:
    """Write one file per corpus: each essay, then its sentences with the words that they point at."""
    folder.mkdir(parents=True, exist_ok=True)
    for corpus, group in itertools.groupby(read_all(data, seed, each), key=lambda row: row[0]):
        with (folder / f"{corpus}.txt").open("w", encoding="utf-8") as out:
            for _, name, text, sentences in group:
                print(f"=== {name}\n{text}\n---", file=out)
                for number, one in enumerate(sentences, start=1):
                    if one.code != NEXT_LEVEL:
                        places = [" ".join(text[start:end].split())[:SHOWN] for start, end in one.offsets]
                        print(f"{number} {one.code}: {one.feedback.message} {places}", file=out)


def record(data: Path, seed: int, each: int, verdicts: Path) -> None:
    """Write the verdict file from the sentences that are not right."""
    judged: dict[tuple[str, int], str] = {}
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            essay, number, verdict, *_ = line.split()
            if verdict not in NAMES:
                raise SystemExit(f"{line!r}: a verdict is one of {', '.join(NAMES)}")
            judged[essay, int(number)] = verdict
    used = set()
    with VERDICTS.open("w", encoding="utf-8") as out:
        print(json.dumps({"seed": seed, "each": each}), file=out)
        for corpus, name, _, sentences in read_all(data, seed, each):
            for number, one in enumerate(sentences, start=1):
                if one.code == NEXT_LEVEL:
                    continue
                used.add((name, number))
                row = {
                    "corpus": corpus, "essay": name, "criterion": one.criterion, "code": one.code,
                    "offsets": one.offsets, "phrasing": one.phrasing, "verdict": judged.get((name, number), "right"),
                }  # fmt: skip
                print(json.dumps(row), file=out)
    if judged.keys() - used:
        raise SystemExit(f"no such sentences: {sorted(judged.keys() - used)}")


def rows() -> tuple[dict[str, int], list[dict[str, object]]]:
    """The verdict file: how the sample was drawn, and a row per sentence."""
    first, *others = [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]
    return first, others


def table() -> None:
    """Print precision by message: true and about the right words; of use and kind as well."""
    _, judged = rows()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in judged:
        counts[str(row["code"])][str(row["verdict"])] += 1
    total = sum(counts.values(), Counter())
    print("| message | said | true, at the right words | of use and kind too |\n| --- | --- | --- | --- |")
    for code, count in [("**all**", total), *sorted(counts.items())]:
        said_of, right = count.total(), count["right"]
        true = said_of - count["untrue"] - count["misplaced"]
        shown = code if code.startswith("*") else f"`{code}`"
        print(
            f"| {shown} | {said_of} | {true} ({true / max(said_of, 1):.1%}) | {right} ({right / max(said_of, 1):.1%}) |"
        )
    essays = {(row["corpus"], row["essay"]) for row in judged}
    print(f"\n{len(essays)} essays, {total.total()} sentences")


def alike(said_of: dict[str, set[tuple[str, object]]]) -> tuple[float, float]:
    """The largest and the mean share of the smaller essay's sentences that two essays have in common."""
    shares = [len(a & b) / max(1, min(len(a), len(b))) for a, b in itertools.combinations(said_of.values(), 2)]
    return max(shares), sum(shares) / len(shares)


def check(data: Path) -> None:
    """Compare the judged sentences with what the program says today, and essays with each other."""
    drawn, judged = rows()
    key = ("essay", "criterion", "code", "offsets", "phrasing")
    known = {json.dumps([row[name] for name in key]) for row in judged}
    same = total = 0
    words: dict[str, set[tuple[str, object]]] = {}
    forms: dict[str, set[tuple[str, object]]] = {}
    for _, name, _, sentences in read_all(data, drawn["seed"], drawn["each"]):
        own = [one for one in sentences if one.code != NEXT_LEVEL]
        total += len(own)
        same += sum(json.dumps([name, one.criterion, one.code, one.offsets, one.phrasing]) in known for one in own)
        words[name] = {(one.criterion, one.feedback.message) for one in sentences}
        forms[name] = {(one.criterion + one.code, one.phrasing) for one in sentences}
    print(f"{same} of {total} sentences of today were judged ({len(judged)} in the file)")
    for what, found in (("sentences", words), ("phrasings", forms)):
        most, mean = alike(found)
        print(f"two essays share at most {most:.0%} of their {what}, {mean:.1%} on average")


def main() -> None:
    """The commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("draw", "record"):
        command = commands.add_parser(name)
        command.add_argument("data", type=Path)
        command.add_argument("--seed", type=int, required=True)
        command.add_argument("--each", type=int, default=20)
    commands.choices["draw"].add_argument("-o", "--output", type=Path, default=Path("feedback-review"))
    commands.choices["record"].add_argument("--verdicts", type=Path, required=True)
    commands.add_parser("table")
    commands.add_parser("check").add_argument("data", type=Path)
    asked = parser.parse_args()
    if asked.command == "draw":
        draw(asked.data, asked.seed, asked.each, asked.output)
    elif asked.command == "record":
        record(asked.data, asked.seed, asked.each, asked.verdicts)
    elif asked.command == "check":
        check(asked.data)
    else:
        table()


if __name__ == "__main__":
    main()
