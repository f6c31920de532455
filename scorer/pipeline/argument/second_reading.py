"""A second reading of the tagged components: what the tagger, which sees one place at a time, cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import CUE_PATTERNS

SURELY_AGAINST = 0.8
"""A claim that no word marks as the other side's is a counterargument only at this confidence."""

CLAIMS = frozenset({"MajorClaim", "Claim", "Against"})


@dataclass(frozen=True)
class Component:
    """One argument component: ``label`` is MajorClaim, Claim, Against or Premise; ``part`` counts from 0."""

    label: str
    start: int
    end: int
    confidence: float
    part: int


def read_again(components: list[Component], sentences: Sequence[Sentence]) -> list[Component]:
    """Mend the labels.

    A part that only backs something up has a point of its own: what its first sentence states becomes a claim (Stab &
    Gurevych 2017: every body paragraph holds at least one). And a counterargument without a word that gives it to
    others, or concedes, is taken for the writer's own claim unless the tagger is sure.
    """
    openings = {}
    for part, sentence in sentences:
        openings.setdefault(part, sentence[-1].idx)
    claimed = {c.part for c in components if c.label in CLAIMS}
    text = {start: " ".join(token.lower_ for token in s) for start, s in ((s[0].idx, s) for _, s in sentences)}
    result = []
    for component in components:
        if component.label == "Premise" and component.part not in claimed and component.start < openings[component.part]:
            claimed.add(component.part)
            component = replace(component, label="Claim")
        elif component.label == "Against" and component.confidence < SURELY_AGAINST:
            sentence = text[max(start for start in text if start <= component.start)]
            if not CUE_PATTERNS["against"].search(sentence):
                component = replace(component, label="Claim")
        result.append(component)
    return result
