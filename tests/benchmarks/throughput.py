"""How long each stage takes beside the bare syntactic pipeline, on the same texts in the same run.

    python tests/benchmarks/throughput.py FILE.jsonl[.xz] [COUNT]

Texts are the ``text`` of the first COUNT lines (200). Times are of one process that computes in one thread, as those of
a batch do, and sum over the texts; "x" is the share of the bare pipeline's time on the same texts, ``nlp.pipe`` of
``models/en_essay``, loaded by spaCy, over the paragraphs. Every other text is scored as a whole, the others stage by
stage: words that were looked up once are remembered, so no text goes through both, and the bare pipeline has a
vocabulary of its own; ten more warm the libraries up. Stages named with "+" are timed alone, each on the annotated
documents that the ones before it left: what one of them has worked out (the view of the tokens, which all share, first
of all) the next one finds. Feedback is asked for by every criterion of the default rubric. "+ flags" is what detection
adds: every detector, on a document whose measures the score has asked for already; nothing is set aside between the
rounds.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

import spacy
from spacy.tokens import Doc
from threadpoolctl import threadpool_limits

import scorer
from scorer import Engine
from scorer.bundle import find_bundle
from scorer.corrections import corrections
from scorer.engine import settle
from scorer.feedback import feedback_for, groups_of
from scorer.flags import COUNTED, LEFT, WHOLE, findings
from scorer.pipeline.load import load_pipeline
from scorer.pipeline.view import view
from scorer.scoring.criteria import CriterionScore, score_criterion


def texts(path: Path, count: int) -> list[str]:
    """The first texts of a file of JSON lines."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


Step = Callable[[str], object]
EXTRACTED, WHOLE_SCORING = "with extraction", "whole scoring"
WARMING = 10


def seconds(
    essays: list[str],
    bare: Step,
    extract: Callable[[str], Doc],
    stages: dict[str, Callable[[Doc], object]],
    score: Step,
) -> dict[str, tuple[float, float]]:
    """How long each takes, and the bare pipeline on the same texts: text by text, so that what else the machine does
    falls on all of them alike."""
    took = dict.fromkeys((EXTRACTED, *stages), 0.0)
    parted = whole = scoring = 0.0
    for number, text in enumerate(essays):
        beside = timed(bare, text)
        if number % 2:
            whole, scoring = whole + beside, scoring + timed(score, text)
            continue
        parted += beside
        start = perf_counter()
        doc = extract(text)
        took[EXTRACTED] += perf_counter() - start
        for name, stage in stages.items():
            took[name] += timed(stage, doc)
    return {**{name: (spent, parted) for name, spent in took.items()}, WHOLE_SCORING: (scoring, whole)}


def timed(step: Callable[[Any], object], given: Any) -> float:
    """Seconds that a step takes."""
    start = perf_counter()
    step(given)
    return perf_counter() - start


def scored(engine: Engine, doc: Doc) -> list[CriterionScore | None]:
    """Features and models: the points of every criterion."""
    prediction = engine._model.predict(doc)
    return [score_criterion(c, doc, engine._model, prediction, engine.rubric.id) for c in engine.rubric.criteria]


@threadpool_limits.wrap(limits=1)
def main() -> None:
    """Print a line per stage."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    read = texts(Path(sys.argv[1]), count + WARMING)
    essays, warming = read[:count], read[count:]
    nlp = load_pipeline()
    bare = spacy.load(find_bundle("en_essay"))  # with a vocabulary of its own
    engine = scorer.load()
    criteria = [groups_of(criterion) for criterion in engine.rubric.criteria]
    for text in warming:
        nlp(text), engine.score(text)
    settle()
    took = seconds(
        essays,
        lambda text: [len(doc) for doc in bare.pipe(text.split("\n\n"), batch_size=16)],
        nlp,
        {
            "+ view": view,
            "+ corrections": corrections,
            "+ scoring": lambda doc: scored(engine, doc),
            "+ feedback": lambda doc: [feedback_for(doc, topics) for topics in criteria],
            "+ flags": lambda doc: [findings(doc, detectors) for detectors in (WHOLE, COUNTED, LEFT)],
        },
        engine.score,
    )
    marked, said = took["+ corrections"], took["+ feedback"]
    took["+ corrections, feedback"] = marked[0] + said[0], marked[1]
    print(f"{len(essays)} essays, {sum(len(nlp.tokenizer(text)) for text in essays)} tokens")
    print(f"{'stage':<24} {'seconds':>8} {'bare':>8}")
    for name, (spent, beside) in took.items():
        print(f"{name:<24} {spent:8.2f} {beside:8.2f}  x{spent / beside:.2f}")


if __name__ == "__main__":
    main()
