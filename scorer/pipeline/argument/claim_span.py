"""The claim inside a sentence that states the writer's position: what of the sentence a reader would underline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from scorer.pipeline.argument.parts import Sentence
from scorer.pipeline.argument.patterns import BECAUSE, LEAD_IN, OPINION_VERBS, PREVIEW
from scorer.pipeline.argument.second_reading import Component, whole

NEARLY_SAME = 0.6
"""Share of the longer of two spans from which they are taken for the same claim."""

SHORTEST = 3
"""Words that must be left of a claim without its lead-in."""


def claim_in(components: Sequence[Component], sentence: Sentence) -> Component:
    """The claim of the sentence, from the components that begin in it.

    The component with the main clause, or else the most probable major claim, or else the whole sentence; without
    "I believe that", and with the reasons that the sentence announces: "because it is A, B and C". Where the only
    major claim that the tagger found there is nearly the same, the tagger draws the borders.
    """
    _, tokens = sentence
    core = _core(tokens)
    held = [c for c in components if not _is_reason(c, tokens)]
    main = [c for c in held if core is not None and c.start <= core.idx < c.end]
    tagged = [c for c in components if c.label == "MajorClaim"]
    claim = max(main or [c for c in held if c in tagged], key=lambda c: c.major, default=None)
    claim = _with_preview(_without_lead_in(claim or whole("MajorClaim", sentence, 0.0), tokens), tokens)
    if len(tagged) == 1 and _share(tagged[0], claim) > NEARLY_SAME:
        return tagged[0]
    return replace(claim, label="MajorClaim")


def _share(one: Component, other: Component) -> float:
    """Characters in both / those of the longer."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(
        one.end - one.start, other.end - other.start
    )


def _is_reason(component: Component, tokens: Sequence[Token]) -> bool:
    """Whether the word before the component, in its sentence, says that it backs up what came before."""
    before = [token.lower_ for token in tokens if token.idx < component.start]
    return bool(before) and before[-1] in BECAUSE


def _core(tokens: Sequence[Token]) -> Token | None:
    """The verb of what is held: the main one, or under "I think" the one of the clause that is thought."""
    root = next((token for token in tokens if token.head is token), None)
    while root is not None and root.lemma_.lower() in OPINION_VERBS:
        below = next((child for child in root.children if child.dep_ == "ccomp"), None)
        if below is None:
            break
        root = below
    return root


def _without_lead_in(claim: Component, tokens: Sequence[Token]) -> Component:
    """Without words that only say that an opinion follows."""
    inside = [token for token in tokens if claim.start <= token.idx < claim.end]
    words = " ".join(token.lower_ for token in inside) + " "
    match = LEAD_IN.match(words)
    left = inside[len(words[: match.end()].split()) :] if match else inside
    return replace(claim, start=left[0].idx) if match and len(left) >= SHORTEST else claim


def _with_preview(claim: Component, tokens: Sequence[Token]) -> Component:
    """To the end of the sentence where it goes on to announce two reasons or more."""
    rest = [token for token in tokens if token.idx >= claim.end]
    while rest and rest[-1].is_punct:
        rest.pop()
    if rest and PREVIEW.match(" ".join(token.lower_ for token in rest)):
        return replace(claim, end=rest[-1].idx + len(rest[-1]))
    return claim
