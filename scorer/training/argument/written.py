"""The authored essays, as the argument tagger learns from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from scorer.assessment import Span, Structure
from scorer.pipeline.load import annotate
from scorer.training.argument.corpus import AnnotatedEssay, Component
from scorer.training.argument.data import Read
from scorer.training.authored.corpus import AuthoredEssay, read_authored, read_prompts


def read_written(nlp: Language, folder: Path) -> Iterator[tuple[AuthoredEssay, Read]]:
    """The develop half, read with assignment and source as the product would."""
    prompts = read_prompts(folder)
    for essay in read_authored(folder):
        if essay.gold.split == "develop":
            prompt = prompts[essay.gold.prompt]
            doc = annotate(nlp, essay.text, prompt.text, (prompt.source,) if prompt.source else ())
            tokens = tuple((token.idx, token.idx + len(token)) for token in doc if not token.is_space)
            components = tuple(components_of(essay.gold.structure))
            yield essay, Read(AnnotatedEssay(essay.gold.id, essay.text, components, tokens), doc)


def components_of(structure: Structure) -> list[Component]:
    """Thesis and restatements as major claims, reasons and what answers the other side as claims, evidence as premises.

    In text order; of parts that overlap the first in that list is kept, after the other side's claims.
    """
    positions = [structure.thesis, *structure.restatements] if structure.thesis else structure.restatements
    rebuttals = [claim.rebuttal for claim in structure.counterarguments if claim.rebuttal]
    kinds: list[tuple[str, str | None, list[Span]]] = [
        ("MajorClaim", None, [*positions]),
        ("Claim", "Against", [*structure.counterarguments]),
        ("Claim", "For", [*structure.reasons, *rebuttals]),
        ("Premise", None, [*structure.evidence]),
    ]
    found: list[Component] = []
    for label, stance, spans in kinds:
        for span in spans:
            if all(span.end <= c.start or c.end <= span.start for c in found):
                found.append(Component(span.start, span.end, label, stance))
    return sorted(found, key=lambda c: c.start)
