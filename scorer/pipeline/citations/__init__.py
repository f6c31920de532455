"""In-text pointers to sources."""

from scorer.pipeline.citations.component import Citations

__all__ = ["Citations"]
