"""Fit what tells a second subject: essays against essays with sentences of another, alone and with an assignment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from random import Random

import numpy as np
from scipy.special import expit
from sklearn.model_selection import GroupKFold
from weighing import Values, beyond, fit, report, write

from scorer import trees
from scorer.embeddings import Floats, unit
from scorer.flags import apart, belonging, company, second_subject, topic
from scorer.flags.company import likeliest
from scorer.flags.foreign import LIKELY
from scorer.flags.subjects import FEWEST, Lemmas, Mask, Subjects, block, groups
from scorer.training.argument.rows import Row
from scorer.training.argument.trees import Growth, fit_trees

Sentence = tuple[Floats, Sequence[str], bool]
"""Vector, lemmas, and whether it is another essay's."""

ALONE = Growth(rounds=400, rate=0.05, features=0.4)
"""Of the trees that tell two subjects: against a logistic regression they find 72 instead of 56% of the essays with a
quarter of another's sentences in a block, at 1% of the essays as written."""
SENTENCES = Growth(rounds=200, rate=0.05, features=0.4)
"""Of the trees that tell whether a sentence belongs, at the first look."""
COMPANY = Growth(rounds=300, rate=0.05, features=0.4)
"""Of those that look at it once more: half of the essays with a quarter of another's sentences strewn in were found at
1.8% of the essays as written by the first look alone, 64% with the second."""
FAR = 0.25
"""Cosine of two essays, above the mean of English, below which they are on different subjects."""
KINDS = tuple((share, strewn) for share in (0.25, 0.5) for strewn in (False, True))
ALLOWED = {"info": 0.04, "review": 0.009}
"""Shares of the essays as written that may look like spoilt ones, without an assignment."""
ALLOWED_WITH = {"info": 0.06, "review": 0.018}
FOLDS, SEED = 5, 6


@dataclass(frozen=True)
class Said:
    """What an essay says: vectors and lemmas of its sentences; the words of its assignment, none where unknown."""

    id: str
    sums: Floats
    lemmas: Lemmas
    wanted: tuple[str, ...] = ()

    @property
    def subjects(self) -> Subjects:
        """As the detector reads it."""
        return Subjects(self.sums, self.lemmas)

    @property
    def centre(self) -> Floats:
        """What the whole is about, at unit length, stretched (``apart``)."""
        return unit(apart.apart(unit(self.sums)).sum(axis=0))


@dataclass(frozen=True)
class Version:
    """An essay as written (``kind`` -1) or spoilt in one of ``KINDS``; which sentences are foreign."""

    said: Said
    kind: int
    foreign: Mask


def fit_apart(essays: Sequence[Said]) -> None:
    """The matrix that stretches vectors; it must be there before anything else is fitted."""
    np.save(apart.WEIGHTS, apart.fitted(essay.sums for essay in essays).astype(np.float16))


def fit_subjects(essays: Sequence[Said], draw: Random) -> None:
    """Both ways of telling a second subject. Essays without enough sentences are left out."""
    essays = [essay for essay in essays if len(essay.sums) >= FEWEST]
    centres = np.array([unit(essay.sums.sum(axis=0)) for essay in essays])
    far = centres @ centres.T < FAR
    versions = [
        version
        for k, essay in enumerate(essays)
        for version in spoilt(essay, [essays[j] for j in np.flatnonzero(far[k])], draw)
    ]
    fit_belonging(versions, fit_alone(versions))


def fit_alone(versions: Sequence[Version]) -> Values:
    """Trees over the essay alone; returns their cross-validated log-odds."""
    rows = [Row(version.said.id, alone(version.said), version.kind >= 0) for version in versions]
    found = crossed(rows, [row.essay for row in rows], ALONE)
    thresholds = told("alone", versions, found, ALLOWED)
    trees.save(fit_trees(rows, ALONE, SEED), second_subject.WEIGHTS)
    (second_subject.WEIGHTS / second_subject.THRESHOLDS).write_text(json.dumps(thresholds) + "\n", encoding="utf-8")
    return found


def fit_belonging(versions: Sequence[Version], by_itself: Values) -> None:
    """Both looks at the sentences of essays with an assignment, and what weighs them against the essay alone."""
    asked = [k for k, version in enumerate(versions) if len(version.said.wanted) >= topic.FEW]
    asked.sort(key=lambda k: versions[k].kind)  # those as written first
    kept, by_itself = [versions[k] for k in asked], by_itself[asked]
    assignments = [" ".join(version.said.wanted) for version in kept]
    sizes = [len(version.foreign) for version in kept]
    asked_of = np.repeat(assignments, sizes).tolist()

    def of_each(values: Iterable[Values], names: Sequence[str]) -> list[Row]:
        return [
            Row(version.said.id, belonging.named(row, names), foreign)
            for version, table in zip(kept, values, strict=True)
            for row, foreign in zip(table, version.foreign.tolist(), strict=True)
        ]

    def by_version(rows: list[Row], growth: Growth) -> list[Values]:
        return np.split(expit(crossed(rows, asked_of, growth)), np.cumsum(sizes)[:-1])

    looked = of_each((belonging.measures(v.said.subjects, v.said.wanted) for v in kept), belonging.MEASURES)
    first = by_version(looked, SENTENCES)
    rows = of_each(
        (belonging.again(v.said.subjects, v.said.wanted, at_first) for v, at_first in zip(kept, first, strict=True)),
        company.MEASURES,
    )
    chances = by_version(rows, COMPANY)
    evidence = [
        np.array([a, likeliest(c, version.said.lemmas)]) for version, a, c in zip(kept, by_itself, chances, strict=True)
    ]
    written = sum(version.kind < 0 for version in kept)
    fitted, found = fit(second_subject.EVIDENCE, evidence[:written], evidence[written:], assignments, balanced=True)
    fitted["thresholds"] = told("with assignment", kept, found, ALLOWED_WITH)
    foreign = np.array([row.holds for row in rows])
    likely = np.concatenate(chances) >= LIKELY
    shares = likely[foreign].mean(), likely[~foreign].mean()
    print("sentences taken to be foreign: {:.1%} of those that are, {:.1%} of others".format(*shares), flush=True)
    trees.save(fit_trees(looked, SENTENCES, SEED), belonging.FIRST)
    trees.save(fit_trees(rows, COMPANY, SEED), belonging.AGAIN)
    write("belonging", {"with_assignment": fitted})


def alone(said: Said) -> dict[str, float]:
    """What the trees over the essay alone are asked."""
    subjects = said.subjects
    return second_subject.named(second_subject.measures(subjects, (block(subjects), groups(subjects))))


def spoilt(essay: Said, others: Sequence[Said], draw: Random) -> list[Version]:
    """The essay as written, and with a row of other essays' sentences, in one block or anywhere; each of ``KINDS``."""
    versions = [Version(essay, -1, np.zeros(len(essay.sums), dtype=bool))]
    for kind, (share, strewn) in enumerate(KINDS):
        count = max(2, round(len(essay.sums) * share / (1 - share)))
        foreign: list[Sentence] = []
        while len(foreign) < count:
            other = draw.choice(others)
            first = draw.randrange(max(1, len(other.sums) - count))
            row = zip(other.sums, other.lemmas, repeat(True), strict=False)
            foreign += list(islice(row, first, first + count - len(foreign)))
        mixed: list[Sentence] = list(zip(essay.sums, essay.lemmas, repeat(False), strict=False))
        if strewn:
            for sentence in foreign:
                mixed.insert(draw.randint(0, len(mixed)), sentence)
        else:
            at = draw.randint(2, len(mixed))
            mixed[at:at] = foreign
        sums, lemmas, taken = zip(*mixed, strict=True)
        versions.append(Version(Said(essay.id, np.array(sums), lemmas, essay.wanted), kind, np.array(taken)))
    return versions


def crossed(rows: Sequence[Row], groups: Sequence[str], growth: Growth) -> Values:
    """Log-odds by trees that saw no row of the same group."""
    found = np.zeros(len(rows))
    for train, test in GroupKFold(FOLDS).split(rows, groups=groups):
        grown = fit_trees([rows[k] for k in train], growth, SEED)
        found[test] = grown.log_odds([rows[k].features for k in test])
    return found


def told(how: str, versions: Sequence[Version], found: Values, allowed: dict[str, float]) -> dict[str, float]:
    """The thresholds, after a line for each kind of what lies beyond them."""
    kinds = np.array([version.kind for version in versions])
    thresholds = beyond(found[kinds < 0], allowed)
    for kind, (share, strewn) in enumerate(KINDS):
        name = f"{how}: {share:.0%} {'strewn' if strewn else 'block'}"
        report(name, found[kinds < 0], found[kinds == kind], thresholds)
    return thresholds
