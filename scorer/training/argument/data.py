"""Annotated essays as what the two chains learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.boundaries import boundary_features
from scorer.pipeline.argument.labels import NOTHING, remembered, spans
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.second_reading import Component as Tagged
from scorer.pipeline.argument.segments import Names, Segment, segment_features
from scorer.pipeline.argument.tagger import Tagged as Decided
from scorer.pipeline.load import annotate
from scorer.training.argument.corpus import AnnotatedEssay, Component

ENOUGH = 0.5
"""Overlap, as a share of the longer, above which a found segment is taken for a gold one."""


@dataclass(frozen=True)
class Labelled:
    """A sequence of features, with the labels to learn."""

    features: list[Names]
    labels: list[str]


@dataclass(frozen=True)
class Read:
    """An annotated essay with its document; goes to another process as long as nothing else was asked of it."""

    essay: AnnotatedEssay
    doc: Doc

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The document's sentences, as the tagger sees them."""
        return sentences_of(self.doc)

    @cached_property
    def segments(self) -> list[Segment]:
        """Gold segments; a component that crosses the end of a sentence is cut there."""
        return [segment for segment, _ in self._gold]

    @cached_property
    def labels(self) -> list[str]:
        """The label of each gold segment."""
        return [label for _, label in self._gold]

    @cached_property
    def _gold(self) -> list[tuple[Segment, str]]:
        tokens = [token for _, sentence in self.sentences for token in sentence]
        marks = ["O"] * len(tokens)
        owner: dict[int, Component] = {}
        for component in sorted(self.essay.components, key=lambda c: c.start):
            inside = [k for k, t in enumerate(tokens) if component.start < t.idx + len(t) <= component.end]
            for k in inside:
                marks[k], owner[k] = "I", component
            if inside:
                marks[inside[0]] = "B"
        found = spans(marks, [len(sentence) for _, sentence in self.sentences])
        segments = [Segment(first, last, sentence, self.sentences[sentence][0]) for first, last, sentence in found]
        return [(segment, kind(owner[segment.first])) for segment in segments]

    def boundaries(self) -> list[Labelled]:
        """One sequence a sentence, labelled B, I and O."""
        marks = ["O"] * sum(len(sentence) for _, sentence in self.sentences)
        for segment in self.segments:
            marks[segment.first : segment.last] = ["B", *["I"] * (segment.last - segment.first - 1)]
        result = []
        start = 0
        for features in boundary_features(self.doc, self.sentences).sequences():
            result.append(Labelled(features, marks[start : start + len(features)]))
            start += len(features)
        return result

    def kinds(self, segments: Sequence[Segment] | None = None) -> Labelled:
        """One sequence: the gold segments, or found ones with the label of the gold segment that they match."""
        found = self.segments if segments is None else segments
        labels = [self._label(segment) for segment in found]
        return Labelled(
            segment_features(self.doc, self.sentences, found), remembered(labels, [segment.part for segment in found])
        )

    def judged(self, found: Iterable[Decided]) -> list[tuple[Decided, str]]:
        """What the tagger found, each with the gold label that it should have."""
        return [(tagged, self._label(tagged.segment)) for tagged in found]

    def _label(self, segment: Segment) -> str:
        shares = [(overlap(segment, gold), label) for gold, label in zip(self.segments, self.labels, strict=True)]
        share, label = max(shares, default=(0.0, NOTHING))
        return label if share > ENOUGH else NOTHING


def overlap(one: Segment, other: Segment) -> float:
    """Shared tokens / tokens of the longer."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    return max(0, shared) / max(one.last - one.first, other.last - other.first)


def read(nlp: Language, essay: AnnotatedEssay) -> Read:
    """The essay as far as the tagger needs it; ``nlp`` is ``load_syntax()``."""
    return Read(essay, annotate(nlp, essay.text, essay.prompt))


def gold_components(essay: Read) -> list[Tagged]:
    """The corpus's components as the tagger would give them, at full confidence."""
    tokens = [token for _, sentence in essay.sentences for token in sentence]
    found = []
    for segment, label in zip(essay.segments, essay.labels, strict=True):
        first, last = tokens[segment.first], tokens[segment.last - 1]
        is_major = float(label == "MajorClaim")
        found.append(Tagged(label, first.idx, last.idx + len(last), 1.0, segment.part, is_major, is_major))
    return found


def kind(component: Component) -> str:
    """The tagger's label of a component."""
    return "Against" if component.stance == "Against" else component.label


def flattened(essay: AnnotatedEssay) -> AnnotatedEssay:
    """The essay as one paragraph without its prompt, as many students hand it in."""
    body = len(essay.prompt)
    text, place = "", {}
    for match in re.finditer(r"\s*\n\s*|.", essay.text[body:]):
        for offset in range(match.start(), match.end() + 1):
            place[body + offset] = len(text) + (offset == match.end())
        text += " " if "\n" in match[0] else match[0]
    lead = len(text) - len(text.lstrip())

    def moved(component: Component) -> Component:
        return replace(component, start=place[component.start] - lead, end=place[component.end] - lead)

    kept = tuple(moved(c) for c in essay.components if c.start >= body)
    tokens = tuple((place[a] - lead + 1, place[b] - lead + 1) for a, b in essay.tokens if a >= body)
    return AnnotatedEssay(
        essay.id, "\n" + text.strip(), tuple(replace(c, start=c.start + 1, end=c.end + 1) for c in kept), tokens
    )
