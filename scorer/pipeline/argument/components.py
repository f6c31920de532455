"""Argument components: what they are, and how they lie in sentences and beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from scorer.pipeline.argument.parts import Sentence, place_of


@dataclass(frozen=True)
class Component:
    """One argument component: ``label`` is MajorClaim, Claim, Against or Premise; ``part`` counts from 0.

    ``major``, ``claim`` and ``against`` are the tagger's probabilities that it is of these kinds, whatever the label.
    """

    label: str
    start: int
    end: int
    confidence: float
    part: int
    major: float = 0.0
    claim: float = 0.0
    against: float = 0.0


def begun_in(components: Sequence[Component], sentence: Sentence) -> list[Component]:
    """The components that begin in the sentence."""
    start, end = place_of(sentence)
    return [c for c in components if start <= c.start < end]


def placed(components: list[Component], new: Component) -> list[Component]:
    """The components with a new one among them; what it overlaps gives way."""
    apart = [c for c in components if c.end <= new.start or c.start >= new.end]
    return sorted([*apart, new], key=lambda c: c.start)


def whole(label: str, sentence: Sentence, confidence: float) -> Component:
    """A sentence as a component, without the marks at its ends."""
    part, tokens = sentence
    words = without_marks(tokens) or tokens
    return Component(label, words[0].idx, words[-1].idx + len(words[-1]), confidence, part)


def without_marks(tokens: Sequence[Token]) -> list[Token]:
    """The tokens from the first that is no mark to the last."""
    words = [k for k, token in enumerate(tokens) if not token.is_punct]
    return list(tokens[words[0] : words[-1] + 1]) if words else []
