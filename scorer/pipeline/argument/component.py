"""Thesis, reasons, counterarguments and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from scorer.pipeline.annotations import Counterargument, Evidence, Found, text_of
from scorer.pipeline.argument import tagger
from scorer.pipeline.argument.parts import sentences_of
from scorer.pipeline.argument.patterns import REPLY
from scorer.pipeline.argument.second_reading import Component, read_again
from scorer.pipeline.argument.tagger import Tagger
from scorer.pipeline.copied import own_components

THESIS_AT_LEAST = 0.30
"""A thesis that the tagger is less sure of than this is not shown: a wrong one is worse than none."""

OTHERS_AT_LEAST = 0.50
"""The same for what the tagger calls a claim or a premise rather than a major claim."""

NEARLY = 0.8
"""Where a reader meets the position first is the thesis, unless a later statement's probability beats it by more."""

LONGEST_REPLY = 20
"""Characters before a component in which the word that makes it an answer is looked for."""


class Argument:
    """Find the argument with two conditional random fields trained on Argument Annotated Essays.

    The tagger marks major claims, claims for and against, and premises (``tagger``); a second reading
    (``second_reading``) mends what a writer would not do. A part is a paragraph, or a turn of an unbroken text
    (``parts``). The first of the most probable statements of the writer's position is the thesis, other major claims
    are its restatements. Evidence supports the nearest claim of its part; the claim for the writer's side that follows
    a counterargument in its part, or evidence that "however" opens, is its rebuttal. What was copied is left out.

    Sets ``doc._.thesis``, ``restatements``, ``reasons``, ``counterarguments``, ``evidence``. A span's confidence is
    the share of like spans that are right, fitted on essays that the tagger had not seen. Measured quality:
    ``docs/extraction.md``.
    """

    def __init__(self, tagger: Tagger) -> None:
        self.tagger = tagger

    @classmethod
    def from_bundle(cls, folder: Path) -> Argument:
        """The component with the weights of a bundle that was verified."""
        return cls(tagger.load(folder))

    def __call__(self, doc: Doc) -> Doc:
        return self.annotate(doc, self.components(doc))

    def annotate(self, doc: Doc, components: list[Component]) -> Doc:
        """Set the document's attributes from its components."""
        thesis = choose_thesis(components)
        doc._.thesis = Found(thesis.start, thesis.end, thesis.as_thesis) if thesis else None
        components = [c for c in components if c is not thesis]
        doc._.restatements = [_found(c) for c in components if c.label == "MajorClaim"]
        claims = [c for c in components if c.label == "Claim"]
        against = [c for c in components if c.label == "Against"]
        doc._.reasons = [_found(c) for c in claims]
        doc._.counterarguments = [
            Counterargument(c.start, c.end, c.confidence, rebuttal=_rebuttal(doc, c, components)) for c in against
        ]
        doc._.evidence = [
            Evidence(c.start, c.end, c.confidence, supports=_supported(c, claims, against))
            for c in components
            if c.label == "Premise"
        ]
        return doc

    def components(self, doc: Doc) -> list[Component]:
        """Every component of the student's own, in text order, after the second reading."""
        sentences = sentences_of(doc)
        return own_components(read_again(self.tagger.components(doc, sentences), sentences), doc)


def choose_thesis(components: Sequence[Component]) -> Component | None:
    """The first component, sure enough as a thesis, that is nearly as probable a position as the most probable one.

    None where none is sure enough; what the tagger does not call a major claim must be surer.
    """
    sure = [c for c in components if c.as_thesis >= (THESIS_AT_LEAST if c.label == "MajorClaim" else OTHERS_AT_LEAST)]
    least = NEARLY * max((c.major for c in sure), default=0.0)
    return next((c for c in sure if c.major >= least), None)


def _found(component: Component) -> Found:
    return Found(component.start, component.end, component.confidence)


def _supported(premise: Component, claims: list[Component], against: list[Component]):  # type: ignore[no-untyped-def]
    """The nearest claim of the premise's part, as (list, index); None where there is none."""
    near = [
        (abs(claim.start - premise.start), (name, index))
        for name, group in (("reasons", claims), ("counterarguments", against))
        for index, claim in enumerate(group)
        if claim.part == premise.part
    ]
    return min(near)[1] if near else None


def _rebuttal(doc: Doc, claim: Component, components: list[Component]) -> Found | None:
    """What answers a counterargument in its part: the next claim, or evidence that a word like "however" opens."""
    for c in components:
        if c.part == claim.part and c.start >= claim.end and c.label != "Against":
            before = text_of(doc)[max(claim.end, c.start - LONGEST_REPLY) : c.start]
            if c.label in {"Claim", "MajorClaim"} or REPLY.search(before):
                return _found(c)
    return None
