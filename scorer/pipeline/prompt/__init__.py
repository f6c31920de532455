"""The ``essay_prompt`` component."""

from scorer.pipeline.prompt.component import Prompt

__all__ = ["Prompt"]
