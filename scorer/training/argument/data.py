"""Annotated essays as what the two chains learn from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from sys import intern

from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.boundaries import TEMPLATES, boundary_features
from scorer.pipeline.argument.components import Component as Tagged
from scorer.pipeline.argument.labels import NOTHING, remembered, spans
from scorer.pipeline.argument.parse import Parse
from scorer.pipeline.argument.parts import Sentence, sentences_of
from scorer.pipeline.argument.readings import Reading
from scorer.pipeline.argument.segments import Segment, segment_features
from scorer.pipeline.argument.sentence_features import Features, sentence_features
from scorer.pipeline.argument.tagger import Tagged as Decided
from scorer.pipeline.argument.thesis import Argued
from scorer.pipeline.argument.word_classes import WordClasses
from scorer.pipeline.chain.templates import sequences
from scorer.pipeline.load import annotate
from scorer.training.argument.corpus import AnnotatedEssay, Component
from scorer.training.weighted_chain import Weighted

ENOUGH = 0.5
"""Overlap, as a share of the longer, above which a found segment is taken for a gold one."""


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

    @cached_property
    def readings(self) -> list[Reading]:
        """The gold reading of each sentence."""
        places: list[list[tuple[int, int]]] = [[] for _ in self.sentences]
        starts = list(accumulate((len(tokens) for _, tokens in self.sentences), initial=0))
        for segment in self.segments:
            start = starts[segment.sentence]
            places[segment.sentence].append((segment.first - start, segment.last - start))
        return [tuple(reading) for reading in places]

    @cached_property
    def rows(self) -> list[Features]:
        """The features of each sentence as a whole."""
        return sentence_features(self.doc, self.sentences)

    def parses(self, classes: WordClasses) -> list[Parse]:
        """The parse of each sentence."""
        return [Parse(tokens, classes) for _, tokens in self.sentences]

    def boundaries(self, weight: float, classes: WordClasses) -> Iterator[Weighted]:
        """One sequence a sentence, labelled B, I and O."""
        columns = boundary_features(self.doc, self.sentences, self.parses(classes))
        for reading, features in zip(self.readings, sequences(columns, TEMPLATES), strict=True):
            marks = ["O"] * len(features)
            for first, last in reading:
                marks[first:last] = ["B", *["I"] * (last - first - 1)]
            yield Weighted(self.essay.id, [list(map(intern, names)) for names in features], marks, weight)

    def kinds(self, segments: Sequence[Segment], weight: float, classes: WordClasses) -> Weighted:
        """One sequence: segments, gold or found, with the label of the gold segment that each matches."""
        labels = remembered(map(self._label, segments), [segment.part for segment in segments])
        features = segment_features(self.doc, self.sentences, self.parses(classes), segments)
        return Weighted(self.essay.id, features, labels, weight)

    def judged(self, found: Iterable[Decided]) -> list[tuple[Decided, str]]:
        """What the tagger found, each with the gold label that it should have."""
        return [(tagged, self._label(tagged.segment)) for tagged in found]

    def _label(self, segment: Segment) -> str:
        shares = [(overlap(segment, gold), label) for gold, label in zip(self.segments, self.labels, strict=True)]
        share, label = max(shares, default=(0.0, NOTHING))
        return label if share > ENOUGH else NOTHING


@dataclass(frozen=True)
class Lesson:
    """A version of an essay, and how much each chain learns from it: 1 for an essay of the corpus as it stands."""

    read: Read
    boundaries: float
    kinds: float


Essay = Sequence[Lesson]
"""The versions of one essay; the first is the essay as it was handed in."""


def overlap(one: Segment, other: Segment) -> float:
    """Shared tokens / tokens of the longer."""
    shared = min(one.last, other.last) - max(one.first, other.first)
    return max(0, shared) / max(one.last - one.first, other.last - other.first)


def read(nlp: Language, essay: AnnotatedEssay) -> Read:
    """The essay as far as the tagger needs it; ``nlp`` is ``load_syntax()``."""
    return Read(essay, annotate(nlp, essay.text, essay.prompt))


def gold_argued(essay: Read) -> Argued:
    """The corpus's components as the pipeline would give them, fully sure; the first major claim is the thesis."""
    tokens = [token for _, sentence in essay.sentences for token in sentence]
    found = []
    for segment, label in zip(essay.segments, essay.labels, strict=True):
        first, last = tokens[segment.first], tokens[segment.last - 1]
        found.append(Tagged(label, first.idx, last.idx + len(last), 1.0, segment.part, float(label == "MajorClaim")))
    return Argued(tuple(found), next((c for c in found if c.label == "MajorClaim"), None))


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
