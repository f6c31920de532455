"""The one registry of features: a named pure function ``Doc -> float`` and what it means.

    @feature(group="language", label="variety of words (MTLD)", unit="words", direction="higher", source="...")
    def mtld(doc: Doc) -> float: ...

The function's name is the feature's name; its docstring is the feature's documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Group = Literal["thesis", "reasons", "sources", "organization", "language", "conventions"]
Direction = Literal["higher", "lower", "neutral"]
Measure = Callable[[Doc], float]


@dataclass(frozen=True)
class Feature:
    """What the registry knows of one feature.

    ``label`` is what a teacher reads; ``direction`` says which way is better for an essay, all else equal
    (``neutral`` where that depends); ``source`` names the publication or says that the measure is ours.
    """

    name: str
    group: Group
    label: str
    unit: str
    direction: Direction
    source: str
    measure: Measure

    @property
    def description(self) -> str:
        """First line of the function's docstring."""
        return (self.measure.__doc__ or "").strip().split("\n")[0]


_FEATURES: dict[str, Feature] = {}


def feature(
    *, group: Group, label: str, unit: str, direction: Direction = "neutral", source: str = "this project"
) -> Callable[[Measure], Measure]:
    """Register a function under its own name. A name can be taken once."""

    def register(measure: Measure) -> Measure:
        name = measure.__name__
        if name in _FEATURES:
            raise ValueError(f"feature {name!r} is registered twice")
        _FEATURES[name] = Feature(name, group, label, unit, direction, source, measure)
        return measure

    return register


def registered() -> dict[str, Feature]:
    """Every feature by name, in the order of the modules."""
    return dict(_FEATURES)


def measure(doc: Doc, names: Sequence[str]) -> NDArray[np.float64]:
    """The named features of one document, shape ``(len(names),)``, all finite."""
    return np.array([_FEATURES[name].measure(doc) for name in names], dtype=np.float64)
