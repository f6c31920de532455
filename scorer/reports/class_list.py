"""The list of a class as an HTML page, with a link to each essay's report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from scorer.assessment import Assessment, Overall, Status
from scorer.reports.audience import Audience
from scorer.reports.data import reason
from scorer.reports.frame import rendered
from scorer.reports.labels import name_of


@dataclass(frozen=True)
class ClassRow:
    """What the list says of one essay; ``scores`` by the criterion's title, None where it was not scored."""

    name: str
    link: str
    words: int
    status: Status
    overall: Overall | None
    scores: dict[str, float | None]
    notes: tuple[str, ...]
    rubric: str


def class_row(assessment: Assessment, file: str) -> ClassRow:
    """The row of one essay whose report is ``file``."""
    why = reason(assessment)
    checks = tuple(flag.message for flag in assessment.flags if flag.severity == "review")
    return ClassRow(
        name=name_of(assessment),
        link=f"./{quote(file)}",
        words=assessment.submission.words,
        status=assessment.status,
        overall=assessment.overall,
        scores={criterion.title: criterion.score for criterion in assessment.criteria},
        notes=(why,) if why else checks,
        rubric=assessment.rubric.title,
    )


def class_page(rows: Sequence[ClassRow], audience: Audience = Audience.teacher) -> str:
    """The page of a class."""
    criteria = next((list(row.scores) for row in rows if row.scores), [])
    return rendered("class.html", rows=rows, criteria=criteria, teacher=audience is Audience.teacher)
