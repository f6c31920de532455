"""Text as it is analysed, and the way back to the text as read."""

from scorer.pipeline.normalise.origin import Origin, Replacement, replaced
from scorer.pipeline.normalise.text import Normalised, normalised

__all__ = ["Normalised", "Origin", "Replacement", "normalised", "replaced"]
