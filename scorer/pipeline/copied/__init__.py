"""The ``essay_copied`` component."""

from scorer.pipeline.copied.component import CopiedText
from scorer.pipeline.copied.own import own_components

__all__ = ["CopiedText", "own_components"]
