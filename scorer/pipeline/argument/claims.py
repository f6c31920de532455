"""Reasons and the other side: what the models of sentences and the tagger together make of the components."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from scorer.pipeline.argument.components import Component, begun_in, whole
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parts import Sentence


@dataclass(frozen=True)
class Kind:
    """A kind of claim, and from which log-odds a sentence makes one.

    The log-odds are the model's for the sentence plus ``tagger`` times the tagger's for the component in it that is
    most likely one. From ``found`` on that component is one whatever its label; an untagged sentence is one as a whole
    from ``whole`` on; below ``dismissed`` what the tagger calls one is ``otherwise``. Chosen by cross-validation on AAE
    and on students' essays (``docs/extraction.md``).
    """

    label: str
    otherwise: str
    among: frozenset[str]
    chance: Callable[[Component], float]
    tagger: float
    found: float
    whole: float
    dismissed: float


REASON = Kind(
    label="Claim",
    otherwise="Premise",
    among=frozenset({"Claim", "Premise"}),
    chance=attrgetter("claim"),
    tagger=0.6,
    found=-0.3,
    whole=-0.1,
    dismissed=-1.7,
)
AGAINST = Kind(
    label="Against",
    otherwise="Claim",
    among=frozenset({"Claim", "Premise", "Against"}),
    chance=attrgetter("against"),
    tagger=0.3,
    found=-0.7,
    whole=-0.3,
    dismissed=-1.3,
)


def claimed(
    kind: Kind,
    components: Sequence[Component],
    sentences: Sequence[Sentence],
    own: Sequence[bool],
    probabilities: Sequence[float],
    confidence: Callable[[float], float],
) -> list[Component]:
    """The components with those of the kind as the sentences' ``probabilities`` (the model's) and the tagger see them.

    Nothing changes in a sentence that is not the student's ``own``, and no label in one that holds a component of
    other kinds than ``kind.among``. The confidence of the kind's components is their sentence's.
    """
    found: list[Component] = []
    for sentence, mine, probability in zip(sentences, own, probabilities, strict=True):
        inside = begun_in(components, sentence)
        if mine:
            sure = confidence(probability)
            decided = _decided(kind, inside, sentence, log_odds(probability))
            inside = [replace(c, confidence=sure) if c.label == kind.label else c for c in decided]
        found += inside
    return found


def _decided(kind: Kind, inside: list[Component], sentence: Sentence, odds: float) -> list[Component]:
    if any(c.label not in kind.among for c in inside):
        return inside
    if not inside:
        return [whole(kind.label, sentence, 0.0)] if odds >= kind.whole else []
    likely = max(inside, key=kind.chance)
    odds += kind.tagger * log_odds(kind.chance(likely))
    if odds >= kind.found and not any(c.label == kind.label for c in inside):
        return [replace(c, label=kind.label) if c is likely else c for c in inside]
    if odds < kind.dismissed:
        return [replace(c, label=kind.otherwise) if c.label == kind.label else c for c in inside]
    return inside
