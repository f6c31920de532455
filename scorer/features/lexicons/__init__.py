"""Word lists that the features use, apart from the logic. All lower-case, with straight apostrophes."""

from scorer.pipeline.words import listed

__all__ = ["listed"]
