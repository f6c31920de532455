"""A small trait model written by hand: two traits, two features and one view."""

from __future__ import annotations

import numpy as np

from scorer.scoring.additive import AdditiveTable
from scorer.scoring.cut_points import halfway
from scorer.scoring.intervals import Residuals
from scorer.scoring.ngrams import NgramView
from scorer.scoring.traits import Scale, TraitModel


def made_model() -> TraitModel:
    """Traits ``style`` (1 to 5) and ``form`` (0 to 10) over ``words``, ``sentences`` and one view of words."""
    names = ("words", "sentences", "word_ngrams:style", "word_ngrams:form")
    knots = np.array([[0.0, 100.0], [0.0, 10.0], [0.0, 1.0], [0.0, 1.0]])
    points = np.array(
        [
            [[-0.25, 0.0], [0.25, 0.0]],
            [[0.0, -0.125], [0.0, 0.125]],
            [[-0.5, 0.0], [0.5, 0.0]],
            [[0.0, -0.25], [0.0, 0.25]],
        ]
    )
    view = NgramView(
        kind="word_ngrams",
        vocabulary=np.array(["because", "however"]),
        idf=np.array([1.0, 2.0], dtype=np.float32),
        weights=np.array([[0.25, 0.5], [-0.5, 0.125]], dtype=np.float32),
        intercept=np.array([0.5, 0.25]),
    )
    missed = np.stack([np.linspace(-0.1, 0.1, 21), np.linspace(-0.2, 0.2, 21)], axis=1).astype(np.float32)
    expected = np.stack([np.linspace(0.1, 0.9, 21)] * 2, axis=1).astype(np.float32)
    table = AdditiveTable(names, knots, points, np.array([0.5, 0.4]))
    return TraitModel(
        traits=("style", "form"),
        scales=(Scale(1, 5, 0.5), Scale(0, 10, 1)),
        features=("words", "sentences"),
        views=(view,),
        table=table,
        cuts=(halfway(8), halfway(10)),
        residuals=Residuals(expected, missed, np.ones(21, dtype=np.float32)),
        difficulty=AdditiveTable(names, knots, np.zeros((4, 2, 1)), np.ones(1)),
        usual_outside=0.5,
    )
