"""One essay as one HTML file that needs nothing else: no network, no fonts, no pictures, and no script but its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scorer.assessment import Assessment, CriterionResult, Feedback, Flag, Place
from scorer.reports.audience import Audience
from scorer.reports.contributions import Explanation, explained
from scorer.reports.data import reason
from scorer.reports.essay_markup import essay_markup
from scorer.reports.frame import rendered
from scorer.reports.kinds import KINDS, Kind
from scorer.reports.labels import name_of
from scorer.reports.marks import Mark, marks_of
from scorer.reports.waiting import waiting

SHOWN = 12
"""Contributions that are named; the others are one row."""
WORDS = 7
"""Words of the essay that a note in the list begins with."""


@dataclass(frozen=True)
class Item:
    """One sentence of feedback and the numbers of its marks."""

    feedback: Feedback
    places: tuple[int, ...]


@dataclass(frozen=True)
class Section:
    """One criterion as the page shows it; ``why`` for teachers, where it was scored."""

    result: CriterionResult
    items: tuple[Item, ...]
    why: Explanation | None


@dataclass(frozen=True)
class Parts:
    """What a page of an essay is made of; ``essay`` is None where the text is not there."""

    essay: Markup | None
    notes: tuple[Mark, ...]
    words: dict[int, str]
    kinds: tuple[tuple[Kind, int], ...]
    sections: tuple[Section, ...]
    flags: tuple[tuple[Flag, tuple[int, ...]], ...]


def essay_page(assessment: Assessment, audience: Audience = Audience.teacher) -> str:
    """The page of one essay. The essay itself is shown where ``assessment.text`` is there (``include_text``)."""
    parts = parts_of(assessment, audience)
    return rendered(
        "essay.html",
        assessment=assessment,
        teacher=audience is Audience.teacher,
        name=name_of(assessment),
        unscored=reason(assessment),
        waiting=waiting(assessment),
        essay=parts.essay,
        notes=parts.notes,
        words=parts.words,
        kinds=parts.kinds,
        sections=parts.sections,
        flags=parts.flags,
    )


def parts_of(assessment: Assessment, audience: Audience, prefix: str = "") -> Parts:
    """The parts, for any page; ``prefix`` stands before every id in the essay's markup."""
    teacher = audience is Audience.teacher
    text = assessment.text
    marks = marks_of(assessment, audience) if text is not None else ()
    prompt = assessment.structure.prompt
    return Parts(
        essay=essay_markup(text, marks, prompt.end if prompt else 0, prefix) if text is not None else None,
        notes=tuple(mark for mark in marks if mark.carrier),
        words={mark.number: _beginning(text or "", mark) for mark in marks},
        kinds=_legend(marks),
        sections=tuple(_section(result, marks, teacher) for result in assessment.criteria),
        flags=tuple((flag, _places(flag.spans, marks)) for flag in assessment.flags) if teacher else (),
    )


def _legend(marks: Sequence[Mark]) -> tuple[tuple[Kind, int], ...]:
    """The kinds that the essay has, with the number of their notes."""
    counts = [(kind, sum(mark.kind == kind.name and mark.carrier for mark in marks)) for kind in KINDS]
    return tuple((kind, count) for kind, count in counts if count)


def _section(result: CriterionResult, marks: Sequence[Mark], teacher: bool) -> Section:
    places: dict[int, list[int]] = {}
    for mark in marks:
        if mark.criterion == result.id:
            places.setdefault(mark.item, []).append(mark.number)
    items = tuple(Item(feedback, tuple(places.get(k, ()))) for k, feedback in enumerate(result.feedback))
    scored = teacher and result.status == "scored"
    return Section(result, items, explained(result, SHOWN) if scored else None)


def _places(spans: Sequence[Place], marks: Sequence[Mark]) -> tuple[int, ...]:
    """The marks that begin at the places of a flag."""
    starts = {span.start for span in spans}
    first: dict[int, int] = {}
    for mark in marks:
        if mark.start in starts:
            first.setdefault(mark.start, mark.number)
    return tuple(first.values())


def _beginning(text: str, mark: Mark) -> str:
    words = text[mark.start : mark.end].split()
    return " ".join(words[:WORDS]) + ("…" if len(words) > WORDS else "")
