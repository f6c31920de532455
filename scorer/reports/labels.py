"""What a teacher reads for the name of a contribution."""

from __future__ import annotations

from scorer.features import registered
from scorer.scoring.criteria import CLIP
from scorer.scoring.ngrams import LABELS

_OTHERS = {**LABELS, CLIP: "end of the scale"}


def label(name: str) -> str:
    """The label of a feature, an n-gram view or a special contribution; the name itself where there is none."""
    known = registered().get(name)
    return known.label if known else _OTHERS.get(name, name)
