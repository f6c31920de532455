"""Trait bundles on disk: one file of plain arrays, numbers and strings, beside the card.

The file is NumPy's ``.npz``, read with ``allow_pickle=False``: it can hold arrays of numbers and strings and nothing
that runs when it is read. All but the arrays is JSON in an entry of its own.
"""

from __future__ import annotations

import json
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

FITTED = "traits.npz"
UNREADABLE = (
    LookupError, ValueError, TypeError, AttributeError, OSError, EOFError, zipfile.BadZipFile, zlib.error,
    RecursionError, MemoryError,
)  # fmt: skip
"""What is raised on the way from a file that ``save`` did not write."""
REST = "rest"
"""The entry that holds, as JSON, what is no array."""
ARRAY = "array"
"""The only key of what stands in that JSON for an array; its value names the array's entry."""


def save(model: TraitModel, folder: Path) -> None:
    """Write the fitted parts."""
    folder.mkdir(parents=True, exist_ok=True)
    write(_plain(model), folder / FITTED)


def load(folder: Path) -> tuple[TraitModel, Card]:
    """The model of a bundle, verified. Raises ``ModelError``."""
    card = verify(folder)
    if card.kind != "traits":
        raise ModelError("model_not_found", f"{card.id!r} is not a scoring model: give one made by `scorer train`.")
    try:
        model = _model(read(folder / FITTED))
    except UNREADABLE as error:
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


def write(plain: dict[str, Any], file: Path) -> None:
    """Write nested dictionaries and lists of arrays, numbers and strings."""
    arrays: dict[str, Any] = {}

    def without(value: Any, name: str) -> Any:
        if isinstance(value, np.ndarray):
            arrays[name] = value
            return {ARRAY: name}
        if isinstance(value, dict):
            return {key: without(part, f"{name}.{key}") for key, part in value.items()}
        if isinstance(value, list):
            return [without(part, f"{name}.{place}") for place, part in enumerate(value)]
        return value

    arrays[REST] = np.array(json.dumps(without(plain, "model")))
    np.savez_compressed(file, **arrays)


def read(file: Path) -> Any:
    """What ``write`` wrote. Raises what NumPy and JSON raise for another file."""
    with np.load(file, allow_pickle=False) as entries:

        def filled(pairs: list[tuple[str, Any]]) -> Any:
            return entries[pairs[0][1]] if len(pairs) == 1 and pairs[0][0] == ARRAY else dict(pairs)

        return json.loads(str(entries[REST]), object_pairs_hook=filled)


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
