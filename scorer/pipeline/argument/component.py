"""Thesis, reasons, counterarguments and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from scorer.numbered import Names
from scorer.pipeline.annotations import Counterargument, Evidence, Found, Role, text_of
from scorer.pipeline.argument import sentence_model, tagger
from scorer.pipeline.argument.claims import AGAINST, REASON, claimed
from scorer.pipeline.argument.components import Component, whole
from scorer.pipeline.argument.parts import Sentence, place_of, sentences_of
from scorer.pipeline.argument.patterns import REPLY
from scorer.pipeline.argument.second_reading import read_again, tells_story
from scorer.pipeline.argument.sentence_features import position_features, sentence_features
from scorer.pipeline.argument.sentence_model import SentenceModel
from scorer.pipeline.argument.tagger import Tagger
from scorer.pipeline.argument.thesis import Argued, stated
from scorer.pipeline.copied import own_components

POSITIONS, REASONS, OPPOSED = "positions", "reasons", "opposed"
"""Folders of the models of sentences in the bundle."""

LONGEST_REPLY = 20
"""Characters before a component in which the word that makes it an answer is looked for."""


class Argument:
    """Find the argument with two conditional random fields and three models of sentences.

    The tagger marks major claims, claims for and against, and premises (``tagger``). A part is a paragraph, or a turn
    of an unbroken text (``parts``). How probable it is that a sentence states the writer's position, gives a reason
    or says what the other side holds tell models that know students' essays (``sentence_model``). First the other
    side is weighed (``claims``), and whose words are whose is read again (``second_reading``); the first of the
    sentences that most probably state the position then holds the thesis, others its restatements (``thesis``); last
    the reasons are weighed. A text that tells a story and takes no position argues nothing. Evidence supports the
    nearest claim of its part; the claim for the writer's side that follows a counterargument in its part, or evidence
    that "however" opens, is its rebuttal. What was copied is left out.

    Sets ``doc._.thesis``, ``restatements``, ``reasons``, ``counterarguments``, ``evidence``, ``roles``. A confidence
    is the share of like spans that are right, of thesis, reasons and counterarguments the share of like sentences,
    fitted on essays that had not been seen. Measured quality: ``docs/extraction.md``.
    """

    def __init__(
        self, tagger: Tagger, positions: SentenceModel, reasons: SentenceModel, opposed: SentenceModel
    ) -> None:
        self.tagger = tagger
        self.positions = positions
        self.reasons = reasons
        self.opposed = opposed
        self._names = Names.of(*(model.names for model in (positions, reasons, opposed)))
        self._states, self._gives, self._opposes = (model.over(self._names) for model in (positions, reasons, opposed))

    @classmethod
    def from_bundle(cls, folder: Path) -> Argument:
        """The component with the weights of a bundle that was verified."""
        models = (sentence_model.load(folder / name) for name in (POSITIONS, REASONS, OPPOSED))
        return cls(tagger.load(folder), *models)

    def __call__(self, doc: Doc) -> Doc:
        return self.annotate(doc, self.argued(doc))

    def annotate(self, doc: Doc, argued: Argued) -> Doc:
        """Set the document's attributes."""
        doc._.thesis = _found(argued.thesis) if argued.thesis else None
        components = [c for c in argued.components if c is not argued.thesis]
        doc._.restatements = [_found(c) for c in components if c.label == "MajorClaim"]
        claims = [c for c in components if c.label == "Claim"]
        against = [c for c in components if c.label == "Against"]
        doc._.reasons = [_found(c) for c in claims]
        doc._.roles = argued.roles
        doc._.counterarguments = [
            Counterargument(c.start, c.end, c.confidence, rebuttal=_rebuttal(doc, c, components)) for c in against
        ]
        doc._.evidence = [
            Evidence(c.start, c.end, c.confidence, supports=_supported(c, claims, against))
            for c in components
            if c.label == "Premise"
        ]
        return doc

    def argued(self, doc: Doc) -> Argued:
        """Every component of the student's own, in text order, and which is the thesis."""
        sentences = sentences_of(doc)
        rows = sentence_features(doc, sentences)
        tagging = self.tagger.tagged(doc, sentences, rows)
        tagged = own_components(self.tagger.components(tagging.segments, sentences), doc)
        own = _own_sentences(doc, sentences)
        table = self._names.read(rows)
        stating = _kept(self._states(table).tolist(), own)
        table = table.beside(self._names.read(position_features(stating)))
        opposing, giving = (_kept(chances(table).tolist(), own) for chances in (self._opposes, self._gives))
        found = read_again(claimed(AGAINST, tagged, sentences, own, opposing, self.opposed.confidence), sentences)
        argued = stated(found, sentences, stating, self.positions.confidence)
        roles = _roles(sentences, stating, giving, opposing, _kept(tagging.argues, own))
        if not argued.thesis and tells_story(sentences):
            return Argued((), roles=roles)
        components = claimed(REASON, argued.components, sentences, own, giving, self.reasons.confidence)
        return replace(argued, components=tuple(components), roles=roles)


def _kept(chances: Sequence[float], own: Sequence[bool]) -> list[float]:
    """The chances of the student's own sentences; what is copied does nothing."""
    return [p if mine else 0.0 for p, mine in zip(chances, own, strict=True)]


def _roles(sentences: Sequence[Sentence], *chances: Sequence[float]) -> tuple[Role, ...]:
    """What each sentence may do; ``chances`` are those of stating, giving, opposing and arguing, in this order."""
    found = []
    for sentence, states, gives, opposes, argues in zip(sentences, *chances, strict=True):
        start, end = place_of(sentence)
        found.append(Role(start, end, states=states, gives=gives, opposes=opposes, argues=argues))
    return tuple(found)


def _own_sentences(doc: Doc, sentences: Sequence[Sentence]) -> list[bool]:
    """Whether each sentence is the student's own, not copied."""
    if not doc._.copied:
        return [True] * len(sentences)
    wholes = [whole("Premise", sentence, 1.0) for sentence in sentences]
    kept = set(own_components(wholes, doc))
    return [one in kept for one in wholes]


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
