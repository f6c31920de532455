"""What is marked in an essay, and the note of each mark: the one list that every report of the text draws on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorer.assessment import Assessment, CitationSpan, Correction, Place, ReferenceSpan, Span
from scorer.pipeline.citations.patterns import ISSUES
from scorer.reports import phrases
from scorer.reports.audience import Audience
from scorer.reports.kinds import LOOKS, NEVER, Role

UNSURE = 0.5
"""Confidence below which a teacher is told of it."""
UNDERLINED = 60
"""Characters up to which words to mend are underlined; a longer passage has a sign in front."""


@dataclass(frozen=True)
class Mark:
    """One stretch of the text with its note; ``number`` counts marks in text order from 1, ``reference`` notes.

    ``criterion`` and ``item`` say which feedback it belongs to (``item`` counts within the criterion from 0). Where one
    sentence of feedback has several places, their marks share its note, and the first in the text is its ``carrier``.
    ``to_mend``: a citation whose form is not right.
    """

    role: Role
    start: int
    end: int
    label: str
    note: str
    number: int = 0
    tag: str = ""
    rank: int = NEVER
    criterion: str | None = None
    item: int = 0
    reference: int = 0
    carrier: bool = True
    to_mend: bool = False

    @property
    def kind(self) -> str:
        """The legend's entry that shows or hides it."""
        return LOOKS[self.role].kind

    @property
    def long(self) -> bool:
        """Whether it is too long to be underlined in a strong colour."""
        return self.end - self.start > UNDERLINED


def marks_of(assessment: Assessment, audience: Audience) -> tuple[Mark, ...]:
    """Every mark in text order, the longer one first where two begin together; offsets are those of the text."""
    made = [*_structure(assessment, audience), *_corrections(assessment.corrections), *_feedback(assessment)]
    made = [mark for mark in made if mark.start < mark.end]
    made.sort(key=lambda mark: (mark.start, -mark.end, list(LOOKS).index(mark.role)))
    return tuple(_numbered(made))


def _numbered(marks: list[Mark]) -> Iterator[Mark]:
    """Marks with their numbers and those of their notes; a tag that stands at a place already is left out."""
    notes: dict[object, int] = {}
    tagged: set[tuple[int, str]] = set()
    for number, mark in enumerate(marks, start=1):
        note = (mark.criterion, mark.item) if mark.criterion else number
        carrier = note not in notes
        reference = notes.setdefault(note, len(notes) + 1)
        shown = carrier and (mark.start, mark.tag) not in tagged
        tagged.add((mark.start, mark.tag))
        yield replace(
            mark, number=number, reference=reference, carrier=carrier, tag=mark.tag if shown else "",
            rank=mark.rank if carrier else NEVER,
        )  # fmt: skip


def _structure(assessment: Assessment, audience: Audience) -> Iterator[Mark]:
    found = assessment.structure
    teacher = audience is Audience.teacher
    backing = [support for evidence in found.evidence if (support := evidence.supports)]

    def passages(list_: str, index: int) -> int:
        return sum(support.list == list_ and support.index == index for support in backing)

    def of(role: Role, span: Span, note: str, number: int = 0, unsure: bool = True) -> Mark:
        if teacher and unsure and span.confidence < UNSURE:
            note = f"{note} {phrases.SURE.format(span.confidence)}"
        return _mark(role, span, note, number)

    if found.thesis:
        yield of("thesis", found.thesis, phrases.THESIS)
    for span in found.restatements:
        yield of("restatement", span, phrases.RESTATEMENT)
    for number, span in enumerate(found.reasons, start=1):
        backed = _counted(phrases.BACKED, passages("reasons", number - 1))
        yield of("reason", span, backed, number)
    for number, point in enumerate(found.counterarguments, start=1):
        answered = phrases.ANSWERED if point.rebuttal else phrases.UNANSWERED
        yield of("counterargument", point, f"{phrases.COUNTERARGUMENT} {answered}", number)
        if point.rebuttal:
            yield of("rebuttal", point.rebuttal, phrases.REBUTTAL, number)
    for number, span in enumerate(found.evidence, start=1):
        supports = span.supports
        sentence = phrases.EVIDENCE[supports.list if supports else None]
        yield of("evidence", span, sentence.format(supports.index + 1 if supports else ""), number)
    for citation in found.citations:
        made = _mark("citation", citation, _citation(citation))
        yield replace(made, rank=1, to_mend=True) if citation.issues else made
    for quotation in found.quotations:
        cited = quotation.citation is not None
        source = _short(found.citations[quotation.citation].text) if quotation.citation is not None else ""
        yield of("quotation", quotation, phrases.QUOTATION[cited].format(source), unsure=False)
    for index, reference in enumerate(found.references):
        times = sum(citation.reference == index for citation in found.citations)
        yield of("reference", reference, f"{_reference(reference)} {_counted(phrases.CITED, times)}".strip())


def _corrections(corrections: tuple[Correction, ...]) -> Iterator[Mark]:
    for correction in corrections:
        unsaid = [f"“{words}”" for words in correction.suggestions if words and words not in correction.message]
        suggested = f" {phrases.SUGGESTED.format(' or '.join(unsaid))}" if unsaid else ""
        yield _mark("correction", correction, correction.message + suggested)


def _feedback(assessment: Assessment) -> Iterator[Mark]:
    for criterion in assessment.criteria:
        for item, feedback in enumerate(criterion.feedback):
            for place in feedback.spans:
                mark = _mark(feedback.kind, place, feedback.message)
                tag = mark.tag if mark.long or feedback.kind != "fix" else ""
                yield replace(mark, criterion=criterion.id, item=item, tag=tag)


def _mark(role: Role, place: Place, note: str, number: int = 0) -> Mark:
    look = LOOKS[role]
    label, tag = look.label.format(number or ""), look.tag.format(number or "")
    return Mark(role, place.start, place.end, label.strip(), note, tag=tag, rank=look.rank)


def _citation(citation: CitationSpan) -> str:
    fields = [citation.author, citation.title and f"“{citation.title}”", citation.year, citation.locator]
    about = ", ".join(field for field in fields if field)
    said = [ISSUES.get(code, code.replace("_", " ")) for code in citation.issues]
    issues = "".join(f" {sentence[:1].upper()}{sentence[1:]}." for sentence in said)
    return f"{about or citation.text} ({phrases.STYLES[citation.style]}).{issues}"


def _reference(reference: ReferenceSpan) -> str:
    fields = [reference.author, reference.title and f"“{reference.title}”", reference.year]
    about = ", ".join(field for field in fields if field)
    return f"{about}." if about else ""


def _counted(sentences: tuple[str, str, str], count: int) -> str:
    return sentences[min(count, 2)].format(count)


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rsplit(" ", 1)[0] + " …"
