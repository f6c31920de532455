"""The ``essay_syntax`` component."""

from scorer.pipeline.syntax.component import Syntax

__all__ = ["Syntax"]
