"""The paragraphs of a text as a reader sees them, the assignment's first."""

from __future__ import annotations

from itertools import pairwise

from scorer.pipeline.paragraphs.component import split_paragraphs


def paragraphs_of(text: str, prompt_end: int = 0) -> list[tuple[int, int]]:
    """Offsets of every paragraph, trimmed, in order; none runs across ``prompt_end``, where the assignment ends."""
    parts = pairwise([0, prompt_end, len(text)])
    return [piece for start, end in parts if start < end for piece in split_paragraphs(text[:end], start)[0]]
