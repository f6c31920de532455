"""Sentences of the assignment or of a source in the essay's place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc

from scorer.assessment import Flag, Place
from scorer.features.copied import copied_prompt_share, copied_source_share
from scorer.flags.finding import Finding, cut, percent
from scorer.flags.length import SHORTEST
from scorer.pipeline.annotations import text_of
from scorer.pipeline.copied.patterns import MOSTLY
from scorer.pipeline.view import EssayView, view

MUCH = 0.2
"""Share of copied words from which a teacher should look.

Of 240 essays on two ASAP prompts none repeats that much of the prompt; of 300 PERSUADE essays 9% take that much from
sentences that several essays share, nearly all of them passage after passage.
"""


COUNTED = 0.1
"""Share of copied words from which mostly copied sentences are set aside, and not only kept out of the argument."""


def copied_prompt(doc: Doc) -> Iterator[Finding]:
    """The assignment."""
    share = copied_prompt_share(doc)
    yield from _copied(doc, "prompt", share, f"{percent(share)} of the words repeat the assignment")


def copied_source(doc: Doc) -> Iterator[Finding]:
    """A text that the essay was to use."""
    share = copied_source_share(doc)
    said = f"{percent(share)} of the words are copied from a given source without quotation marks"
    yield from _copied(doc, "source", share, said)


def _copied(doc: Doc, origin: Literal["prompt", "source"], share: float, said: str) -> Iterator[Finding]:
    copied = [found for found in doc._.copied if found.origin == origin]
    if copied:
        spans = [(found.start, found.end) for found in copied]
        own = (1 - share) * len(view(doc).spelled)
        away = places_of(view(doc), spans) if share >= COUNTED and own >= SHORTEST else ()
        yield Finding(
            Flag(
                code=f"copied_{origin}",
                severity="review" if share >= MUCH else "info",
                message=f"{said}; sentences that are mostly copied were not counted as the student's argument.",
                spans=tuple(Place(start=found.start, end=found.end) for found in copied),
            ),
            cut(text_of(doc), away),
            told=away,
        )


def places_of(made: EssayView, copied: list[tuple[int, int]]) -> tuple[Place, ...]:
    """The sentences of which copied words are the greater part."""
    inside = [False] * len(made)
    for start, end in copied:
        first, last = bisect_left(made.start, start), bisect_left(made.start, end)
        inside[first:last] = [True] * (last - first)
    spans = [span for span in made.worded_sentences if sum(inside[k] for k in span) > MOSTLY * len(span)]
    return tuple(
        Place(start=made.start[span.start], end=made.start[span.stop - 1] + len(made.text[span.stop - 1]))
        for span in spans
    )
