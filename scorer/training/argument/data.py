"""Annotated essays as sequences of features and labels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from scorer.pipeline.argument.features import token_features
from scorer.pipeline.argument.parts import sentences_of
from scorer.pipeline.argument.second_reading import Component as Tagged
from scorer.training.argument.corpus import AnnotatedEssay, Component


@dataclass(frozen=True)
class Sequence:
    """One essay for the chain: features and BIO labels of each token."""

    features: list[list[str]]
    labels: list[str]


def sequence(nlp: Language, essay: AnnotatedEssay) -> Sequence:
    """Features and gold labels of an essay; ``nlp`` is ``load_syntax()``."""
    doc = read(nlp, essay)
    return Sequence(token_features(doc, sentences_of(doc)), gold_labels(doc, essay.components))


def read(nlp: Language, essay: AnnotatedEssay) -> Doc:
    """The essay's document as far as the tagger needs it."""
    doc = nlp.make_doc(essay.text)
    doc._.given_prompt = essay.prompt
    return nlp(doc)


def gold_labels(doc: Doc, components: Iterable[Component]) -> list[str]:
    """B-, I- and O labels of the essay's tokens; a claim against the thesis is ``Against``."""
    labels = []
    before: Component | None = None
    ordered = sorted(components, key=lambda component: component.start)
    for token in (token for _, sentence in sentences_of(doc) for token in sentence):
        inside = next((c for c in ordered if c.start <= token.idx < c.end), None)
        labels.append(f"{'I' if inside is before else 'B'}-{kind(inside)}" if inside else "O")
        before = inside
    return labels


def gold_components(doc: Doc, components: Iterable[Component]) -> list[Tagged]:
    """The corpus's components as the tagger would give them, at full confidence."""
    parts = {token.idx: part for part, sentence in sentences_of(doc) for token in sentence}
    starts = sorted(parts)
    return [
        Tagged(kind(c), c.start, c.end, 1.0, parts[max((s for s in starts if s <= c.start), default=starts[0])])
        for c in sorted(components, key=lambda c: c.start)
    ]


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
    return AnnotatedEssay(
        essay.id, "\n" + text.strip(), tuple(replace(c, start=c.start + 1, end=c.end + 1) for c in kept), ()
    )
