"""Word lists that the features use, apart from the logic. All lower-case, with straight apostrophes."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())
