"""The scores of an essay, less what it gains by text that may not belong to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from scorer.assessment import Overall
from scorer.examination import Examined
from scorer.features import registered
from scorer.flags.finding import EVEN
from scorer.rubric import Criterion, Rubric
from scorer.scoring.criteria import CriterionScore, overall, score_criterion
from scorer.scoring.deductions import deducted, held_back, led_from
from scorer.scoring.requirements import Unmet, capped, unmet
from scorer.scoring.traits import Prediction, TraitModel
from scorer.stopping import checkpoint


@dataclass(frozen=True)
class Marking:
    """``prediction``: the traits, less what is doubted of them.

    ``given``: the scores that count, none where the essay is blocked; ``missing``: what the rubric requires and the
    reading lacks, by criterion.
    """

    examined: Examined
    prediction: Prediction
    missing: Mapping[str, Sequence[Unmet]]
    scores: Mapping[str, CriterionScore | None]
    given: Sequence[CriterionScore]
    overall: Overall | None


def marked(examined: Examined, rubric: Rubric, model: TraitModel) -> Marking:
    """Every score of the essay."""
    doc = examined.doc
    prediction = model.predict(doc)
    missing: Mapping[str, Sequence[Unmet]] = unmet(rubric, doc)
    scores = {
        c.id: deducted(
            capped(score_criterion(c, doc, model, prediction, rubric.id), missing.get(c.id, ())),
            examined.deductions,
            asks_what_is_said(c),
        )
        for c in rubric.criteria
    }
    if examined.undoubted:
        checkpoint()
        without = marked(examined.undoubted, rubric, model)
        held = min(1.0, examined.doubt / EVEN)  # what is rather foreign than not gains nothing
        scores = {id: held_back(score, without.scores[id], held) for id, score in scores.items()}
        gained = np.maximum(0.0, prediction.values - without.prediction.values)
        prediction = replace(prediction, values=prediction.values - held * gained)
        if examined.shown is examined.undoubted:
            scores = {id: led_from(without.scores[id], score, examined.doubt) for id, score in scores.items()}
            missing = {**missing, **without.missing}
    given = [] if examined.blocked else [score for score in scores.values() if score]
    return Marking(examined, prediction, missing, scores, given, overall(rubric, given, model, prediction))


def asks_what_is_said(criterion: Criterion) -> bool:
    """Whether a criterion judges position, reasons or sources, which an essay on another subject does not have."""
    known = registered()
    return any(known[rule.name].group in ("thesis", "reasons", "sources") for rule in criterion.features)
