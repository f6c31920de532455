"""Fitting the judge: which proposals humans agree with, on learners' sentences.

A proposal on a source sentence is right if at least one of the four humans changed the marked words (for a word to put
in: or put one beside them). Proposals on the human-corrected sides are wrong, at a small weight, for there are four of
them a row and humans leave errors. Probabilities for choosing a threshold are held out by row (ten folds).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from spacy.tokens import Doc

from scorer.corrections.ground import place
from scorer.corrections.judge import LEAST_GAIN, Group, measures
from scorer.corrections.proposals import evidence, proposals
from scorer.pipeline.view import view
from scorer.training.corrections.alignment import votes
from scorer.training.corrections.learner_sentences import Row, Running

CORRECTED_WEIGHT = 0.3
FOLDS = 10
C = 0.3
"""Inverse strength of the penalty: the errors are few."""
RARE = 30
"""Proposals of a detail below which it shares the group's intercept."""

THRESHOLDS = {
    "agreement": 0.5, "article_missing": 0.6, "confused": 0.6, "noun_plural": 0.7, "noun_singular": 0.5, "verb": 0.5,
}  # fmt: skip
"""Held-out probability from which a change is marked: chosen on even rows for a precision of about 85%. What is not
here reaches that nowhere: articles and prepositions that another one, or none, would fit better."""
_EVEN_GAINS = (0.5, 0.0, 0.0, 0.5, *[0.0] * 7)
BY_RULE = {
    "pointing": Group(_EVEN_GAINS, {"pointing": -1.0}, 0.5),
    "noun_ruled": Group(_EVEN_GAINS, {"after_many": -0.5, "one_of": 0.0}, 0.5),
    "uncountable": Group(_EVEN_GAINS, {"uncountable": 0.0}, 0.5),
    "there": Group(_EVEN_GAINS, {"there": -0.5}, 0.5),
    "verb_ruled": Group(
        _EVEN_GAINS, {"modal_VB": -1.0, "to_VB": -1.0, "do_VB": -0.5, "have_VBN": -0.5, "be_VBN": -1.0}, 0.5
    ),
    "to_missing": Group(_EVEN_GAINS, {"any": -3.5}, 0.5),
    "to_extra": Group(_EVEN_GAINS, {"modal": -0.5}, 0.5),
}
"""Groups that their own pattern makes sure and whose examples are too few to fit: the gains need only add up."""


@dataclass(frozen=True)
class Example:
    """A proposal with its evidence and whether it is right; ``corrected``: it stands on a human-corrected side."""

    row: int
    kind: str
    evidence: NDArray[np.float64]
    right: bool
    corrected: bool
    place: tuple[int, int]


def examples(row: Row, sides: Sequence[Running], docs: Sequence[Doc]) -> Iterator[Example]:
    """The proposals of one row: its source and then its human corrections."""
    replaced, touched = votes(row)
    for side, (running, doc) in enumerate(zip(sides, docs, strict=True)):
        made = view(doc)
        for proposal, found in zip(proposals(doc), evidence(doc), strict=True):
            if found[0] + found[3] <= LEAST_GAIN:
                continue
            start, end = place(made, proposal.first, proposal.last)
            hit = [k for k, (s, e) in enumerate(running.spans) if s < end and start < e]
            counted = replaced if proposal.change.words and proposal.change.stop > proposal.change.first else touched
            right = side == 0 and any(counted[k] for k in hit)
            yield Example(row.number, proposal.kind, found, right, side > 0, (side, proposal.last))


def held_out(found: Sequence[Example]) -> NDArray[np.float64]:
    """Probability of each example from the folds without its row."""
    fold = np.array([example.row // 2 % FOLDS for example in found])
    chances = np.zeros(len(found))
    for number in range(FOLDS):
        train = [example for example, own in zip(found, fold, strict=True) if own != number]
        test = [example for example, own in zip(found, fold, strict=True) if own == number]
        if test and sum(example.right for example in train) >= 3:
            group = fit_group(train, threshold=0.0)
            chances[fold == number] = _chances(group, test)
    return chances


def fit_group(found: Sequence[Example], threshold: float) -> Group:
    """The regression over a group's examples."""
    details = sorted({example.kind.split(":")[1] for example in found})
    frequent = [d for d in details if sum(example.kind.endswith(":" + d) for example in found) >= RARE]
    columns = np.array([[example.kind.endswith(":" + d) for d in frequent] for example in found], dtype=float)
    table = measures(np.array([example.evidence for example in found]))
    inputs = np.concatenate([table, columns.reshape(len(found), len(frequent))], axis=1)
    weights = np.where([example.corrected for example in found], CORRECTED_WEIGHT, 1.0)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C))
    model.fit(inputs, [example.right for example in found], logisticregression__sample_weight=weights)
    scaler, regression = model[0], model[1]
    slopes = regression.coef_[0] / scaler.scale_
    base = float(regression.intercept_[0] - slopes @ scaler.mean_)
    count = table.shape[1]
    intercepts = {d: base + (float(slopes[count + frequent.index(d)]) if d in frequent else 0.0) for d in details}
    return Group(
        tuple(round(float(slope), 4) for slope in slopes[:count]),
        {d: round(value, 4) for d, value in intercepts.items()},
        threshold,
    )


def _chances(group: Group, found: Sequence[Example]) -> NDArray[np.float64]:
    lowest = min(group.intercepts.values())
    intercepts = np.array([group.intercepts.get(example.kind.split(":")[1], lowest) for example in found])
    logits = measures(np.array([example.evidence for example in found])) @ np.array(group.weights) + intercepts
    chances: NDArray[np.float64] = 1 / (1 + np.exp(-logits))
    return chances
