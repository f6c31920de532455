"""The list of works at the essay's end."""

from scorer.pipeline.references.component import References

__all__ = ["References"]
