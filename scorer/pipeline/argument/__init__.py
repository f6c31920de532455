"""The ``essay_argument`` component."""

from scorer.pipeline.argument.component import Argument

__all__ = ["Argument"]
