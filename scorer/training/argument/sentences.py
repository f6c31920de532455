"""Fit the models of sentences: of those that state the position, give a reason, or say what the other side holds."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.pipeline.argument.claims import AGAINST, REASON
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.training.argument.claims import fit_claims, gives, opposes
from scorer.training.argument.examples import Example
from scorer.training.argument.positions import INNER_FOLDS, fit_positions, out_of_fold


def fit_sentence_models(essays: Sequence[Example], seed: int) -> tuple[SentenceModel, SentenceModel, SentenceModel]:
    """The models of positions, of reasons and of the other side, in this order.

    The last two learn from what a model of positions holds for possible in essays that it did not learn from.
    """
    judged = list(out_of_fold(essays, INNER_FOLDS, seed))
    return (
        fit_positions(essays, judged, seed),
        fit_claims(judged, gives, REASON.dismissed, seed),
        fit_claims(judged, opposes, AGAINST.dismissed, seed),
    )
