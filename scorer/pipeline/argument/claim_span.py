"""The claim inside a sentence that states the writer's position: what of the sentence a reader would underline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from scorer.pipeline.argument.components import Component, whole
from scorer.pipeline.argument.parts import Sentence, content_words
from scorer.pipeline.argument.patterns import BECAUSE, DENIED, FINITE, LEAD_IN, PREVIEW

NEARLY_SAME = 0.6
"""Share of the longer of two spans from which they are taken for the same claim."""

SHORTEST = 3
"""Words that must be left of a claim without its lead-in, or its reason."""

SURELY_BECAUSE = frozenset({"because", "becuase", "cuz"})
"""Behind these nothing but a reason stands."""

FRAGMENTS = frozenset({"or", "nor"})
"""A span that opens with one of these is the rest of a sentence, and no claim by itself."""

TELLING = 3
"""Content words with which a claim says what it is about; "it is a good time" has fewer."""

ONLY = frozenset({"just", "only", "simply", "mainly", "partly", "not", "that", "and", "or"})
"""A word before "because" that ties it to the claim."""


def claim_in(components: Sequence[Component], sentence: Sentence) -> Component:
    """The claim of the sentence, from the components that begin in it.

    Of the major claims that are no reason and no rest of a sentence the most probable that says what it is about, else
    the most probable; the whole sentence where there is none. Without "I believe that", but with "I do not believe
    that" and with the reasons that the sentence announces ("because it is A, B and C"), not with a single one. Beside
    what the other side holds it is what answers that. Where the only major claim that the tagger found there is nearly
    the same, the tagger draws the borders.
    """
    _, tokens = sentence
    tagged = [c for c in components if c.label == "MajorClaim"]
    if not tagged and any(c.label == "Against" for c in components):
        tagged = [replace(c, label="MajorClaim") for c in components if c.label == "Claim"][:1]
    held = [c for c in tagged if not _is_reason(c, tokens) and not _is_rest(c, tokens)]
    claim = max(held, key=lambda c: (_tells(c, tokens), c.major), default=whole("MajorClaim", sentence, 0.0))
    claim = _with_preview(_without_lead_in(claim, tokens), tokens)
    if len(tagged) == len(held) == 1 and _share(held[0], claim) > NEARLY_SAME:
        claim = held[0]
    return _with_denial(_without_reason(claim, tokens), tokens)


def _share(one: Component, other: Component) -> float:
    """Characters in both / those of the longer."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / max(
        one.end - one.start, other.end - other.start
    )


def _is_reason(component: Component, tokens: Sequence[Token]) -> bool:
    """Whether the word before the component, in its sentence, says that it backs up what came before."""
    before = _before(component, tokens)
    return bool(before) and before[-1].lower_ in BECAUSE


def _is_rest(component: Component, tokens: Sequence[Token]) -> bool:
    return any(token.lower_ in FRAGMENTS for token in _inside(component, tokens)[:1])


def _tells(component: Component, tokens: Sequence[Token]) -> bool:
    return len(content_words(_inside(component, tokens))) >= TELLING


def _before(component: Component, tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.idx < component.start]


def _inside(component: Component, tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if component.start <= token.idx < component.end]


def _without_lead_in(claim: Component, tokens: Sequence[Token]) -> Component:
    """Without words that only say that an opinion follows."""
    inside = _inside(claim, tokens)
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


def _without_reason(claim: Component, tokens: Sequence[Token]) -> Component:
    """To where a single reason follows: "because", or "since" behind a comma, between two finite verbs.

    "The reason is because" and "just because" say no claim without what follows.
    """
    inside = _inside(claim, tokens)
    finite = [k for k, token in enumerate(inside) if token.tag_ in FINITE]
    for k in range(SHORTEST + 1, len(inside)):
        word, before = inside[k].lower_, inside[k - 1]
        reason = word in SURELY_BECAUSE or (word == "since" and before.text == ",")
        if reason and finite and finite[0] < k < finite[-1]:
            needed = before.lemma_.lower() == "be" or before.lower_ in ONLY
            if needed or PREVIEW.match(" ".join(token.lower_ for token in inside[k:])):
                break
            last = inside[k - 2] if before.is_punct else before
            return replace(claim, end=last.idx + len(last))
    return claim


def _with_denial(claim: Component, tokens: Sequence[Token]) -> Component:
    """From "I do not believe that" on where it stands in front: without it the claim would be the opposite."""
    before = _before(claim, tokens)
    words = " ".join(token.lower_ for token in before) + " "
    denied = DENIED.search(words)
    return replace(claim, start=before[len(words[: denied.start()].split())].idx) if denied else claim
