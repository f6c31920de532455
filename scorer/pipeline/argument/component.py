"""Thesis, reasons, counterarguments and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from scorer.pipeline.annotations import Counterargument, Evidence, Found
from scorer.pipeline.argument import storage
from scorer.pipeline.argument.crf import Crf
from scorer.pipeline.argument.features import essay_tokens, token_features

THESIS_AT_LEAST = 0.30
"""A thesis that the tagger is less sure of than this is not shown: a wrong one is worse than none."""


@dataclass(frozen=True)
class Component:
    """One argument component as tagged: ``label`` is MajorClaim, Claim, Against or Premise."""

    label: str
    start: int
    end: int
    confidence: float
    paragraph: int


class Argument:
    """Find the argument with a conditional random field trained on Argument Annotated Essays.

    The tagger marks major claims, claims for and against, and premises. The surest major claim is the thesis, the
    others are its restatements. Evidence supports the nearest claim of its paragraph; the claim for the writer's side
    that follows a counterargument in its paragraph, or else the evidence next to it, is its rebuttal.

    Sets ``doc._.thesis``, ``restatements``, ``reasons``, ``counterarguments``, ``evidence``. A span's confidence is
    the mean, over its tokens, of the probability of the label (forward-backward). Measured quality: the card of
    the bundle, ``scorer model show argument``.
    """

    def __init__(self, crf: Crf) -> None:
        self.crf = crf

    @classmethod
    def from_bundle(cls, folder: Path) -> Argument:
        """The component with the weights of a bundle that was verified."""
        return cls(storage.load(folder))

    def __call__(self, doc: Doc) -> Doc:
        components = self.components(doc)
        thesis = choose_thesis(components)
        doc._.thesis = _found(thesis) if thesis else None
        doc._.restatements = [_found(c) for c in components if c.label == "MajorClaim" and c is not thesis]
        claims = [c for c in components if c.label == "Claim"]
        against = [c for c in components if c.label == "Against"]
        doc._.reasons = [_found(c) for c in claims]
        doc._.counterarguments = [
            Counterargument(c.start, c.end, c.confidence, rebuttal=_rebuttal(c, components)) for c in against
        ]
        doc._.evidence = [
            Evidence(c.start, c.end, c.confidence, supports=_supported(c, claims, against))
            for c in components
            if c.label == "Premise"
        ]
        return doc

    def components(self, doc: Doc) -> list[Component]:
        """Every component that the tagger marks, in text order."""
        tokens = essay_tokens(doc)
        scores = self.crf.scores(token_features(doc))
        path = self.crf.best(scores)
        probable = self.crf.marginals(scores)
        sure = [float(row[label]) for row, label in zip(probable, path, strict=True)]
        starts = [p.start for p in doc._.paragraphs]
        return list(_components(tokens, [self.crf.labels[label] for label in path], sure, starts))


def choose_thesis(components: Sequence[Component]) -> Component | None:
    """The surest major claim, the first one at equal confidence; None below ``THESIS_AT_LEAST``."""
    major = [c for c in components if c.label == "MajorClaim"]
    best = max(major, key=lambda c: (round(c.confidence, 2), -c.start), default=None)
    return best if best and best.confidence >= THESIS_AT_LEAST else None


def _components(
    tokens: Sequence[Token], labels: Sequence[str], sure: Sequence[float], starts: Sequence[int]
) -> list[Component]:
    found = []
    begin = 0
    for end in range(1, len(tokens) + 1):
        kind = labels[begin][2:]
        if end < len(tokens) and kind and labels[end] == f"I-{kind}":
            continue
        if kind:
            first, last = tokens[begin], tokens[end - 1]
            confidence = sum(sure[begin:end]) / (end - begin)
            paragraph = sum(start <= first.idx for start in starts) - 1
            found.append(Component(kind, first.idx, last.idx + len(last), confidence, paragraph))
        begin = end
    return found


def _found(component: Component) -> Found:
    return Found(component.start, component.end, component.confidence)


def _supported(premise: Component, claims: list[Component], against: list[Component]):  # type: ignore[no-untyped-def]
    """The nearest claim of the premise's paragraph, as (list, index); None where there is none."""
    near = [
        (abs(claim.start - premise.start), (name, index))
        for name, group in (("reasons", claims), ("counterarguments", against))
        for index, claim in enumerate(group)
        if claim.paragraph == premise.paragraph
    ]
    return min(near)[1] if near else None


def _rebuttal(claim: Component, components: list[Component]) -> Found | None:
    """What follows a counterargument in its paragraph for the writer's side: a claim, else None."""
    after = [c for c in components if c.paragraph == claim.paragraph and c.start >= claim.end]
    return next((_found(c) for c in after if c.label in {"Claim", "MajorClaim"}), None)
