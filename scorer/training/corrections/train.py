"""Make the bundle ``corrections``.

    python -m scorer.training.corrections.train DATA -o models/corrections
    python -m scorer.training.corrections.train DATA -o models/corrections --judge-only

DATA is the folder of the corpora: ``persuade_texts.jsonl.xz``, ``ud/*.conllu.xz`` and ``jfleg_dev.jsonl.gz``. Parsing
and counting take about twenty minutes and 7 GB of memory; the judge alone a minute.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import scorer.corrections  # noqa: F401  # registers the families of proposals
from scorer.bundle import Card, TrainingSource, library_versions, write_card
from scorer.corrections.countability import NOUNS
from scorer.corrections.dictionary import NAMES, WORDS
from scorer.corrections.finite import FINITE_WORDS
from scorer.corrections.judge import FILE, LEAST_GAIN
from scorer.corrections.proposals import evidence, proposals
from scorer.pipeline.load import load_syntax
from scorer.training.corrections.countability import bare_shares
from scorer.training.corrections.counts import write_models
from scorer.training.corrections.essays import read_essays, read_treebanks
from scorer.training.corrections.finite import finite_words
from scorer.training.corrections.fit import BY_RULE, THRESHOLDS, Example, examples, fit_group
from scorer.training.corrections.learner_sentences import joined, read_rows
from scorer.training.corrections.words import known_words
from scorer.training.syntax.treebank import read_conllu

VERSION = "1"
CLEAN = "gum-dev"
"""Edited text: whatever is proposed there is wrong."""
MOST = {"words": (40_000, 250_000, 300_000, 250_000), "classes": (4_000, 50_000, 150_000, 250_000, 250_000)}
"""N-grams kept of each length, the most frequent first."""
LICENCE = "CC BY-NC-SA 4.0"


def main() -> None:
    """Make the bundle, or its judge alone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--judge-only", action="store_true")
    asked = parser.parse_args()
    asked.output.mkdir(parents=True, exist_ok=True)
    if not asked.judge_only:
        write_words(asked.output)
        write_statistics(asked.output, asked.data)
    write_card(asked.output, card())  # the judge is fitted with what the bundle holds, and its files are checked
    write_judge(asked.output, asked.data)
    write_card(asked.output, card())


def write_words(folder: Path) -> None:
    """The lists of words and names."""
    for name, found in zip((WORDS, NAMES), known_words(), strict=True):
        (folder / name).write_bytes(gzip.compress("\n".join(found).encode(), 9, mtime=0))


def write_statistics(folder: Path, data: Path) -> None:
    """N-grams, countability of nouns, and words that may be finite verbs."""
    essays = [*read_essays(data / "persuade_texts.jsonl.xz"), *read_treebanks(data / "ud")]
    write_models(folder, essays, MOST)
    shares = (f"{noun} {share:.3f}" for noun, (_, share) in bare_shares(essays).items())
    (folder / NOUNS).write_text("\n".join(shares), encoding="utf-8")
    (folder / FINITE_WORDS).write_text("\n".join(finite_words(essays)), encoding="utf-8")


def write_judge(folder: Path, data: Path) -> None:
    """The regressions, on the even rows of the learners' sentences and on clean text."""
    groups = defaultdict(list)
    for example in (*_learners(data / "jfleg_dev.jsonl.gz"), *_clean(data / "ud" / f"{CLEAN}.conllu.xz")):
        groups[example.kind.split(":")[0]].append(example)
    fitted = {name: fit_group(groups[name], threshold) for name, threshold in THRESHOLDS.items()} | BY_RULE
    text = json.dumps({name: asdict(group) for name, group in fitted.items()}, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def _learners(path: Path) -> Iterator[Example]:
    nlp = load_syntax()
    for row in read_rows(path, "even"):
        sides = [joined(tokens) for tokens in (row.source, *row.corrections)]
        yield from examples(row, sides, [nlp(side.text) for side in sides])


def _clean(path: Path) -> Iterator[Example]:
    """Proposals on edited text; a document is a row of its own."""
    nlp = load_syntax()
    for number, document in enumerate(read_conllu(path), start=1):
        words = [(word.form, word.space or word is sentence[-1]) for sentence in document for word in sentence]
        doc = nlp("".join(form + " " * space for form, space in words).strip())
        for proposal, found in zip(proposals(doc), evidence(doc), strict=True):
            if found[0] + found[3] > LEAST_GAIN:
                yield Example(-2 * number, proposal.kind, found, False, True, (0, proposal.last))


def card() -> Card:
    """The card, without the files' digests."""
    return Card(
        id="corrections",
        version=VERSION,
        kind="corrections",
        description="Words that exist, n-gram statistics, and a judge of proposed changes, for the marks in the text.",
        licence=LICENCE,
        trained_on=[
            TrainingSource(
                name="PERSUADE texts: n-grams of at least five essays", licence="CC BY-NC-SA 4.0", rows=15142
            ),
            TrainingSource(name="UD English EWT (train, dev)", licence="CC BY-SA 4.0"),
            TrainingSource(
                name="UD English GUM (train without non-commercial documents)", licence="CC BY 4.0 or freer"
            ),
            TrainingSource(name="UD English GUM (dev): false alarms", licence="CC BY-NC-SA 4.0"),
            TrainingSource(name="JFLEG dev, even rows: coefficients of the judge", licence="CC BY-NC-SA 4.0", rows=377),
            TrainingSource(name="symspellpy's English word list", licence="MIT"),
            TrainingSource(name="SCOWL en_US as in spylls", licence="BSD-like (SCOWL)"),
        ],
        command="python -m scorer.training.corrections.train DATA -o models/corrections",
        libraries=library_versions("spacy", "numpy", "scikit-learn", "wordfreq", "symspellpy", "spylls"),
        settings={"most": {name: list(counts) for name, counts in MOST.items()}, "thresholds": THRESHOLDS},
    )


if __name__ == "__main__":
    main()
