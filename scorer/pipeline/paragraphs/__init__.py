"""The ``essay_paragraphs`` component."""

from scorer.pipeline.paragraphs.component import Paragraphs

__all__ = ["Paragraphs"]
