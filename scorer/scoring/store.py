"""Trait bundles on disk: one skops file of plain arrays, numbers and strings, beside the card.

skops names every type in the file before it makes one; only the types below are let in, and nothing is unpickled.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from scorer.bundle import Card, verify
from scorer.errors import ModelError
from scorer.features import registered
from scorer.scoring.additive import AdditiveTable
from scorer.scoring.intervals import Residuals
from scorer.scoring.ngrams import NgramView
from scorer.scoring.traits import Scale, TraitModel

FITTED = "traits.skops"
TRUSTED: list[str] = []
"""Types allowed beyond skops's own safe list (dict, list, str, numbers, numpy arrays): none."""


def save(model: TraitModel, folder: Path) -> None:
    """Write the fitted parts."""
    import skops.io  # imports much of scikit-learn; only training and loading need it

    folder.mkdir(parents=True, exist_ok=True)
    skops.io.dump(_plain(model), folder / FITTED, compression=zipfile.ZIP_DEFLATED)


def load(folder: Path) -> tuple[TraitModel, Card]:
    """The model of a bundle, verified. Raises ``ModelError``."""
    import skops.io

    card = verify(folder)
    if card.kind != "traits":
        raise ModelError("model_not_found", f"{card.id!r} is not a scoring model: give one made by `scorer train`.")
    path = folder / FITTED
    try:
        strange = sorted(set(skops.io.get_untrusted_types(file=path)) - set(TRUSTED))
        if strange:
            raise ModelError(
                "model_untrusted", f"The model {card.id!r} holds {strange[0]}, which is not allowed: do not use it."
            )
        model = _model(skops.io.load(path, trusted=TRUSTED))
    except (LookupError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile, zlib.error) as error:
        raise ModelError(
            "model_damaged", f"The model {card.id!r} cannot be read: install or train it again."
        ) from error
    for name in model.features:
        if name not in registered():
            raise ModelError(
                "model_incompatible",
                f"The model {card.id!r} needs the feature {name!r}, which this version does not measure: "
                f"make the model again with `{card.command}`.",
            )
    return model, card


def _plain(model: TraitModel) -> dict[str, Any]:
    return {
        "traits": list(model.traits),
        "scales": [asdict(scale) for scale in model.scales],
        "features": list(model.features),
        "views": [
            {
                "kind": view.kind,
                "vocabulary": view.vocabulary,
                "idf": view.idf,
                "weights": view.weights.astype(np.float16),
                "intercept": view.intercept,
            }
            for view in model.views
        ],
        "table": {
            "names": list(model.table.names),
            "knots": model.table.knots,
            "points": model.table.points.astype(np.float32),
            "base": model.table.base,
        },
        "cuts": list(model.cuts),
        "difficulty": {
            "points": model.difficulty.points[..., 0].astype(np.float32),
            "base": model.difficulty.base,
        },
        "usual_outside": model.usual_outside,
        "rubric": model.rubric,
        "calibrated": list(model.calibrated),
        "residuals": {
            "expected": model.residuals.expected.astype(np.float16),
            "missed": model.residuals.missed.astype(np.float16),
            "difficulty": model.residuals.difficulty.astype(np.float16),
        },
    }


def _model(plain: dict[str, Any]) -> TraitModel:
    names, knots = tuple(plain["table"]["names"]), plain["table"]["knots"]
    difficulty = plain["difficulty"]
    return TraitModel(
        traits=tuple(plain["traits"]),
        scales=tuple(Scale(**scale) for scale in plain["scales"]),
        features=tuple(plain["features"]),
        views=tuple(
            NgramView(
                kind=view["kind"],
                vocabulary=view["vocabulary"],
                idf=view["idf"],
                weights=view["weights"].astype(np.float32),
                intercept=view["intercept"],
            )
            for view in plain["views"]
        ),
        table=AdditiveTable(names, knots, plain["table"]["points"].astype(np.float64), plain["table"]["base"]),
        cuts=tuple(plain["cuts"]),
        difficulty=AdditiveTable(names, knots, difficulty["points"].astype(np.float64)[..., None], difficulty["base"]),
        usual_outside=plain["usual_outside"],
        rubric=plain["rubric"],
        calibrated=tuple(plain["calibrated"]),
        residuals=Residuals(**{part: values.astype(np.float32) for part, values in plain["residuals"].items()}),
    )
