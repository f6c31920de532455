"""Text from outside, in a form that every database, JSON and log can hold."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator


def clean(text: str) -> str:
    """The text without null characters; halves of characters, which no encoding has, become question marks."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


N = str
"""Marks a sentence for translation where it is written."""
Clean = Annotated[str, AfterValidator(clean)]
