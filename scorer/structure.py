"""From the annotated document to the assessment's ``structure``."""

from __future__ import annotations

from spacy.tokens import Doc

from scorer import assessment as out
from scorer.pipeline.annotations import Found, text_of


def structure_of(doc: Doc) -> out.Structure:
    """What the pipeline found, as spans with their text."""
    marks = doc._
    return out.Structure(
        prompt=_span(doc, marks.prompt),
        thesis=_span(doc, marks.thesis),
        restatements=tuple(out.Span(**_fields(doc, found)) for found in marks.restatements),
        reasons=tuple(out.Span(**_fields(doc, found)) for found in marks.reasons),
        counterarguments=tuple(
            out.CounterargumentSpan(**_fields(doc, found), rebuttal=_span(doc, found.rebuttal))
            for found in marks.counterarguments
        ),
        evidence=tuple(
            out.EvidenceSpan(
                **_fields(doc, found),
                supports=out.Support(list=found.supports[0], index=found.supports[1]) if found.supports else None,
            )
            for found in marks.evidence
        ),
        conclusion=_span(doc, marks.conclusion),
        citations=tuple(
            out.CitationSpan(
                **_fields(doc, found), style=found.style, author=found.author, title=found.title, year=found.year,
                locator=found.locator, reference=found.reference, issues=found.issues,
            )
            for found in marks.citations
        ),
        quotations=tuple(
            out.QuotationSpan(**_fields(doc, found), citation=found.citation) for found in marks.quotations
        ),
        references=tuple(
            out.ReferenceSpan(**_fields(doc, found), author=found.author, title=found.title, year=found.year)
            for found in marks.references
        ),
    )  # fmt: skip


def _span(doc: Doc, found: Found | None) -> out.Span | None:
    return out.Span(**_fields(doc, found)) if found else None


def _fields(doc: Doc, found: Found) -> dict:  # type: ignore[type-arg]
    return {
        "start": found.start,
        "end": found.end,
        "text": text_of(doc)[found.start : found.end],
        "confidence": round(min(max(found.confidence, 0.0), 1.0), 4),
    }
