"""How long each stage takes beside the bare syntactic pipeline, on the same texts in the same run.

    python tests/benchmarks/throughput.py FILE.jsonl[.xz] [COUNT]

Texts are the ``text`` of the first COUNT lines (200). Times are of one process and sum over the texts; "x" is the
share of the bare pipeline's time, ``nlp.pipe`` of ``models/en_essay`` over the paragraphs. Stages named with "+" are
timed alone, each on the annotated documents that the ones before it left: what one of them has worked out (the view of
the tokens, which all share, first of all) the next one finds. Feedback is asked for by every criterion of the default
rubric. "+ flags" is what detection adds: every detector, on a document whose measures the score has asked for already;
nothing is set aside between the rounds.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter

from spacy.tokens import Doc

import scorer
from scorer import Engine
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


def stage_seconds(
    essays: list[str],
    wholes: dict[str, Callable[[str], object]],
    stages: dict[str, Callable[[Doc], object]],
    score: Callable[[str], object],
) -> dict[str, float]:
    """How long each takes, essay by essay, so that what else the machine does falls on all of them alike.

    ``wholes`` start from the text; ``stages`` go on, one after the other, from the document that extraction gives.
    ``score`` comes last, since words that were looked up once are remembered.
    """
    took = dict.fromkeys((*wholes, *stages, "whole scoring"), 0.0)
    for text in essays:
        for name, whole in wholes.items():
            start = perf_counter()
            made = whole(text)
            took[name] += perf_counter() - start
            if isinstance(made, Doc):
                doc = made
        for name, stage in stages.items():
            start = perf_counter()
            stage(doc)
            took[name] += perf_counter() - start
        start = perf_counter()
        score(text)
        took["whole scoring"] += perf_counter() - start
    return took


def scored(engine: Engine, doc: Doc) -> list[CriterionScore | None]:
    """Features and models: the points of every criterion."""
    prediction = engine._model.predict(doc)
    return [score_criterion(c, doc, engine._model, prediction, engine.rubric.id) for c in engine.rubric.criteria]


def main() -> None:
    """Print a line per stage."""
    essays = texts(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200)
    nlp = load_pipeline()
    bare = nlp.get_pipe("essay_syntax").syntax
    engine = scorer.load()
    criteria = [groups_of(criterion) for criterion in engine.rubric.criteria]
    for text in essays[:10]:
        nlp(text), engine.score(text)
    settle()
    took = stage_seconds(
        essays,
        {
            "bare syntactic pipeline": lambda text: [len(doc) for doc in bare.pipe(text.split("\n\n"), batch_size=16)],
            "with extraction": nlp,
        },
        {
            "+ view": view,
            "+ corrections": corrections,
            "+ scoring": lambda doc: scored(engine, doc),
            "+ feedback": lambda doc: [feedback_for(doc, topics) for topics in criteria],
            "+ flags": lambda doc: [findings(doc, detectors) for detectors in (WHOLE, COUNTED, LEFT)],
        },
        engine.score,
    )
    took["+ corrections, feedback"] = took["+ corrections"] + took["+ feedback"]
    syntax, words = took["bare syntactic pipeline"], sum(len(nlp.tokenizer(text)) for text in essays)
    print(f"{len(essays)} essays, {words} tokens; bare pipeline {words / syntax:.0f} tokens/s")
    for name, seconds in took.items():
        print(f"{name:<24} {seconds:6.2f} s  x{seconds / syntax:.2f}")


if __name__ == "__main__":
    main()
