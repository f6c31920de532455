"""A draft as lines of Markdown, which a .docx holds as paragraphs; ``parse`` reads them back.

::

    # Feedback draft
    All approved: no

    ## Ann Lee (ann-lee)
    <!-- {"id": "ann-lee", "sha256": "...", "criteria": {"Thesis": "thesis"}, "places": {"1": [[56, 90]]}} -->
    Approved: no

    ### Thesis
    > 3.4 of 4, Proficient
    - strength 1: You say early where you stand.
    - improve: A sentence of the teacher's own.

A line that begins with ">" is for the teacher to read; a bullet without words is a sentence that she deleted; a line
that begins with nothing of this goes on with the sentence before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from scorer.assessment import Assessment, CriterionResult
from scorer.reports.labels import name_of

TITLE = "Feedback draft"
INTRODUCTION = (
    "Change any sentence, delete those that you do not want, and add your own, each on a line that begins with "
    "“strength:”, “improve:” or “fix:”.",
    "If you quote “words of the essay” in a sentence of your own, the report points at them.",
    "Write “yes” after “Approved” when a student may see the feedback. Leave the lines in <!-- --> as they are.",
)
ALL_APPROVED, APPROVED = "All approved", "Approved"
KINDS = ("strength", "improve", "fix")


def head_lines() -> Iterator[str]:
    """What stands above the essays."""
    yield f"# {TITLE}"
    yield ""
    for sentence in INTRODUCTION:
        yield f"> {sentence}"
    yield ""
    yield f"{ALL_APPROVED}: no"


def essay_lines(assessment: Assessment) -> Iterator[str]:
    """One essay: its data in a comment, then a heading for each criterion with its sentences."""
    headings = _headings(assessment.criteria)
    places: dict[str, list[list[int]]] = {}
    body: list[str] = []
    number = 0
    for heading, criterion in zip(headings, assessment.criteria, strict=True):
        body += ["", f"### {heading}", f"> {_standing(criterion)}"]
        for feedback in criterion.feedback:
            number += 1
            places[str(number)] = [[place.start, place.end] for place in feedback.spans]
            body.append(f"- {feedback.kind} {number}: {one_line(feedback.message)}")
    name, id = name_of(assessment), assessment.submission.id
    yield ""
    yield f"## {one_line(name if name == id else f'{name} ({id})')}"
    yield comment(
        {
            "id": id,
            "sha256": assessment.submission.sha256,
            "criteria": {h: c.id for h, c in zip(headings, assessment.criteria, strict=True)},
            "places": places,
        }
    )
    yield f"{APPROVED}: no"
    yield from (f"> {one_line(flag.message)}" for flag in assessment.flags)
    yield from body


def draft_lines(assessments: Iterable[Assessment]) -> Iterator[str]:
    """The whole draft; essays that could not be read are left out."""
    yield from head_lines()
    for assessment in assessments:
        if assessment.error is None:
            yield from essay_lines(assessment)


def comment(data: dict[str, Any]) -> str:
    """Data on one line that Markdown does not show, and that cannot end it early."""
    text = json.dumps(data, ensure_ascii=True).replace("<", "\\u003c").replace(">", "\\u003e")
    return f"<!-- {text} -->"


def one_line(text: str) -> str:
    """Words on one line, white space and control characters as single spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _headings(criteria: Iterable[CriterionResult]) -> list[str]:
    """Titles, told apart by their ids where two criteria share one."""
    listed = list(criteria)
    titles = [one_line(criterion.title) or criterion.id for criterion in listed]
    return [
        title if titles.count(title) == 1 else f"{title} [{criterion.id}]"
        for title, criterion in zip(titles, listed, strict=True)
    ]


def _standing(criterion: CriterionResult) -> str:
    if criterion.score is None:
        return "not scored"
    level = f", {one_line(criterion.level)}" if criterion.level else ""
    return f"{criterion.score:.1f} of {criterion.max_score:g}{level}"
