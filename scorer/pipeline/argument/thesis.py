"""The thesis and its restatements: the sentences that state the writer's position, and the claims inside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scorer.pipeline.annotations import Role
from scorer.pipeline.argument.claim_span import claim_in
from scorer.pipeline.argument.components import Component, begun_in, placed
from scorer.pipeline.argument.odds import log_odds
from scorer.pipeline.argument.parts import Sentence, content_words
from scorer.pipeline.argument.patterns import REPORTED, STANCE
from scorer.pipeline.argument.words import lower_words

LEAST = 0.4
"""An essay of which no sentence is so probable has no thesis: a wrong one is worse than none
(``docs/extraction.md`` says how often essays without a position get none)."""

AGREED = 0.75
"""The first statement that weighs at least this share of the weightiest is the thesis: there a reader meets it."""

POSSIBLE, SURE = 0.25, 0.5
"""A sentence less probable than the first is not the thesis whatever the tagger says. So probable is enough for an
essay to have one where the tagger is at least as sure as the second of a major claim in that sentence."""

NOT_TAGGED = 0.6
"""What a sentence in which the tagger found no major claim weighs; where it is sure of one, 1 is added. Chosen with the
share above by cross-validation on AAE and on students' essays: the tagger, which knows AAE alone, helps less there."""

BY_SENTENCE, RESTATED, DENIED = 0.8, -0.5, -1.0
"""How much of the log-odds of a position is the sentence's, the rest being the tagger's; above the second of these
numbers a sentence other than the thesis's states it again, below the third what the tagger calls a major claim is an
ordinary one. Chosen by cross-validation on AAE and on students' essays."""

UNTAGGED = 0.05
"""The tagger's probability of a major claim where it found no component at all."""

SAME, FEWEST_SAME = 0.75, 3
"""Share of content words, and how many, that the thesis and a sentence which says it again have in common at least."""

Probabilities = NDArray[np.float64] | Sequence[float]


@dataclass(frozen=True)
class Argued:
    """An essay's components in text order, which of them is the thesis, and what the models make of each sentence."""

    components: tuple[Component, ...]
    thesis: Component | None = None
    roles: tuple[Role, ...] = ()


def stated(
    components: Sequence[Component],
    sentences: Sequence[Sentence],
    probabilities: Probabilities,
    confidence: Callable[[float], float],
) -> Argued:
    """The components with what each sentence's probability of stating the position says of them.

    The thesis's sentence, and those that restate it, hold a major claim each (``claim_in``). Without a thesis there
    is nothing to restate: major claims are left out.
    """
    found = list(components)
    inside = [begun_in(found, sentence) for sentence in sentences]
    theirs = [_theirs(these, sentence) for these, sentence in zip(inside, sentences, strict=True)]
    probable = [0.0 if other else float(p) for other, p in zip(theirs, probabilities, strict=True)]
    tagged_major = [max((c.major * c.confidence for c in t if c.label == "MajorClaim"), default=0.0) for t in inside]
    if not any(p >= LEAST or (p >= POSSIBLE and c >= SURE) for p, c in zip(probable, tagged_major, strict=True)):
        return Argued(tuple(c for c in components if c.label != "MajorClaim"))
    said = [content_words(tokens) for _, tokens in sentences]
    agreed = _agreed(probable, tagged_major)
    chosen = next(k for k, p in enumerate(probable) if k == agreed or (p > 0 and _same(said[k], said[agreed])))
    thesis = None
    for k, (these, probability) in enumerate(zip(inside, probable, strict=True)):
        tagger = max((c.major for c in these), default=UNTAGGED)
        odds = BY_SENTENCE * log_odds(probability) + (1 - BY_SENTENCE) * log_odds(tagger)
        tagged = any(c.label == "MajorClaim" for c in these)
        again = _same(said[k], said[chosen])
        if k == chosen or ((odds > RESTATED or again) and not tagged):
            claim = replace(claim_in(these, sentences[k]), confidence=confidence(probability))
            found = placed(found, claim)
            thesis = claim if k == chosen else thesis
        elif odds < DENIED and not again:
            found = [replace(c, label="Claim") if c in these and c.label == "MajorClaim" else c for c in found]
    return Argued(tuple(found), thesis)


def _same(words: set[str], others: set[str]) -> bool:
    """Whether two sentences say the same in nearly the same content words."""
    return len(words & others) >= max(FEWEST_SAME, SAME * len(words | others))


def _agreed(probable: Sequence[float], tagged_major: Sequence[float]) -> int:
    """The first sentence about which the probabilities and the tagger's major claims nearly agree the most."""
    weights = [p * (NOT_TAGGED + c) if p >= POSSIBLE else 0.0 for p, c in zip(probable, tagged_major, strict=True)]
    return next(k for k, weight in enumerate(weights) if weight >= AGREED * max(weights))


def _theirs(components: Sequence[Component], sentence: Sentence) -> bool:
    """Whether the sentence tells the other side's position and nothing else, or what someone else said."""
    words = " ".join(lower_words(sentence[1]))
    reported = REPORTED.search(words) and not STANCE.search(words)
    return bool(reported) or (bool(components) and all(c.label == "Against" for c in components))
