"""Thesis, reasons, counterarguments and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from scorer.pipeline.annotations import Counterargument, Evidence, Found
from scorer.pipeline.argument import storage
from scorer.pipeline.argument.crf import Crf
from scorer.pipeline.argument.features import token_features
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.patterns import REPLY
from scorer.pipeline.argument.second_reading import Component, read_again

THESIS_AT_LEAST = 0.30
"""A thesis that the tagger is less sure of than this is not shown: a wrong one is worse than none."""

NEARLY = 0.8
"""Where a reader meets the position first is the thesis, unless a later statement of it is surer by more than this."""

LONGEST_REPLY = 20
"""Characters before a component in which the word that makes it an answer is looked for."""


class Argument:
    """Find the argument with a conditional random field trained on Argument Annotated Essays.

    The tagger marks major claims, claims for and against, and premises; a second reading (``second_reading``) mends
    what a writer would not do. A part is a paragraph, or a turn of an unbroken text (``parts``). The first sure major
    claim is the thesis, the others are its restatements. Evidence supports the nearest claim of its part; the claim
    for the writer's side that follows a counterargument in its part, or evidence that "however" opens, is its rebuttal.

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
        return self.annotate(doc, self.components(doc))

    def annotate(self, doc: Doc, components: list[Component]) -> Doc:
        """Set the document's attributes from its components."""
        thesis = choose_thesis(components)
        doc._.thesis = _found(thesis) if thesis else None
        doc._.restatements = [_found(c) for c in components if c.label == "MajorClaim" and c is not thesis]
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
        """Every component, in text order, after the second reading."""
        sentences = sentences_of(doc)
        scores = self.crf.scores(token_features(doc, sentences))
        path = self.crf.best(scores)
        probable = self.crf.marginals(scores)
        sure = [float(row[label]) for row, label in zip(probable, path, strict=True)]
        return read_again(_components(sentences, [self.crf.labels[label] for label in path], sure), sentences)


def choose_thesis(components: Sequence[Component]) -> Component | None:
    """The first major claim that is nearly as sure as the surest; None below ``THESIS_AT_LEAST``."""
    major = [c for c in components if c.label == "MajorClaim"]
    least = max(THESIS_AT_LEAST, NEARLY * max((c.confidence for c in major), default=0.0))
    return next((c for c in major if c.confidence >= least), None)


def _components(sentences: Sequence[Sentence], labels: Sequence[str], sure: Sequence[float]) -> list[Component]:
    tokens = [token for _, sentence in sentences for token in sentence]
    part = [number for number, sentence in sentences for _ in sentence]
    found = []
    begin = 0
    for end in range(1, len(tokens) + 1):
        kind = labels[begin][2:]
        if end < len(tokens) and kind and labels[end] == f"I-{kind}" and part[end] == part[begin]:
            continue
        if kind:
            first, last = tokens[begin], tokens[end - 1]
            confidence = sum(sure[begin:end]) / (end - begin)
            found.append(Component(kind, first.idx, last.idx + len(last), confidence, part[begin]))
        begin = end
    return found


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
            before = doc.text[max(claim.end, c.start - LONGEST_REPLY) : c.start]
            if c.label in {"Claim", "MajorClaim"} or REPLY.search(before):
                return _found(c)
    return None
