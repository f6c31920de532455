"""The evaluation as one HTML page with plots, for people."""

from scorer.training.page.page import page

__all__ = ["page"]
