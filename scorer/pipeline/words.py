"""Word lists in patterns files, as plain text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


def paired(text: str) -> dict[str, str]:
    """Pairs "one=other", which white space parts; an underscore stands for a space."""
    found: dict[str, str] = {}
    for pair in text.split():
        one, other = pair.replace("_", " ").split("=")
        found[one] = other
    return found
