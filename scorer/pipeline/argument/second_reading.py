"""A second reading of the tagged components: what the tagger, which sees one place at a time, cannot know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import CUE_PATTERNS, POSITION

SURELY_AGAINST = 0.8
"""A claim that no word marks as the other side's is a counterargument only at this confidence."""

POSITION_CONFIDENCE = 0.6
"""How sure a position is that only its words show: on AAE it overlaps a gold major claim by half in .62 to .70."""

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
    others, or concedes, is taken for the writer's own claim unless the tagger is sure. Where no major claim was tagged,
    a sentence of the opening or the ending that takes a side in so many words is one.
    """
    openings: dict[int, int] = {}
    for part, sentence in sentences:
        openings.setdefault(part, sentence[-1].idx)
    claimed = {c.part for c in components if c.label in CLAIMS}
    text = {start: " ".join(token.lower_ for token in s) for start, s in ((s[0].idx, s) for _, s in sentences)}
    result = []
    for component in components:
        if (
            component.label == "Premise"
            and component.part not in claimed
            and component.start < openings[component.part]
        ):
            claimed.add(component.part)
            component = replace(component, label="Claim")
        elif component.label == "Against" and component.confidence < SURELY_AGAINST:
            lower = text[max(start for start in text if start <= component.start)]
            if not CUE_PATTERNS["against"].search(lower):
                component = replace(component, label="Claim")
        result.append(component)
    if any(c.label == "MajorClaim" for c in result):
        return result
    position = position_in(sentences)
    if position is None:
        return result
    apart = [c for c in result if c.end <= position.start or c.start >= position.end]
    return sorted([*apart, position], key=lambda c: c.start)


def position_in(sentences: Sequence[Sentence]) -> Component | None:
    """The first sentence of the opening, or else of the ending, that takes a side in so many words.

    Not a question, not what others think. For essays in which the tagger found no major claim.
    """
    last = sentences[-1][0] if sentences else 0
    for wanted in dict.fromkeys((0, last)):
        for part, sentence in sentences:
            lower = " ".join(token.lower_ for token in sentence)
            if part != wanted or sentence[-1].text == "?" or CUE_PATTERNS["against"].search(lower):
                continue
            if POSITION.search(lower):
                words = [token for token in sentence if not token.is_punct]
                end = words[-1].idx + len(words[-1])
                return Component("MajorClaim", words[0].idx, end, POSITION_CONFIDENCE, part)
    return None
