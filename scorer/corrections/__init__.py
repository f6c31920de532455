"""Marks in the text, each with a sentence that helps to mend it. Importing the package fills the registry."""

from scorer.corrections import uncited  # noqa: F401  # registers its check
from scorer.corrections.registry import Mark, check, corrections

__all__ = ["Mark", "check", "corrections"]
