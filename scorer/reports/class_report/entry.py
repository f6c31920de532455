"""What the report of a class keeps of one essay."""

from __future__ import annotations

import base64
import zlib
from collections import Counter
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict

from scorer.assessment import Assessment, Overall, Status
from scorer.feedback.next_level import NEXT_LEVEL
from scorer.reports.class_report.themes import theme_of
from scorer.reports.data import reason
from scorer.reports.labels import name_of


class CriterionScore(BaseModel):
    """A criterion's score, None where it has none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    score: float | None
    max_score: float


class Remark(BaseModel):
    """One sentence of feedback, by its ``theme``: what it has in common with those of other essays."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    criterion: str
    kind: Literal["strength", "improve", "fix"]
    theme: str


class ClassEntry(BaseModel):
    """One essay: ``file`` is the name of its report, ``slips`` the number of corrections by code, ``packed`` the text
    without the assignment, compressed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    name: str
    words: int
    status: Status
    overall: Overall | None
    criteria: tuple[CriterionScore, ...]
    notes: tuple[str, ...]
    remarks: tuple[Remark, ...]
    slips: dict[str, int]
    rubric: str
    packed: str

    @property
    def scores(self) -> dict[str, CriterionScore]:
        """The criteria by id."""
        return {criterion.id: criterion for criterion in self.criteria}

    @property
    def link(self) -> str:
        """The address of its report, beside the class's."""
        return f"./{quote(self.file)}"

    @property
    def text(self) -> str:
        """The essay's own text; empty where it could not be read."""
        return zlib.decompress(base64.b64decode(self.packed)).decode("utf-8", "surrogatepass") if self.packed else ""


def class_entry(assessment: Assessment, file: str) -> ClassEntry:
    """The entry of an essay whose report is ``file``."""
    why = reason(assessment)
    checks = tuple(flag.message for flag in assessment.flags if flag.asks_review)
    return ClassEntry(
        file=file,
        name=name_of(assessment),
        words=assessment.submission.words,
        status=assessment.status,
        overall=assessment.overall,
        criteria=tuple(
            CriterionScore(id=c.id, title=c.title, score=c.score, max_score=c.max_score) for c in assessment.criteria
        ),
        notes=(why,) if why else checks,
        remarks=_remarks(assessment),
        slips=dict(Counter(correction.code for correction in assessment.corrections)),
        rubric=assessment.rubric.title,
        packed=_packed(assessment),
    )


def _remarks(assessment: Assessment) -> tuple[Remark, ...]:
    """Each theme once for a criterion; that a next level was described says nothing of the class."""
    found = {
        (criterion.id, feedback.kind, theme): None
        for criterion in assessment.criteria
        for feedback in criterion.feedback
        if (theme := theme_of(feedback)) != NEXT_LEVEL
    }
    return tuple(Remark(criterion=criterion, kind=kind, theme=theme) for criterion, kind, theme in found)


def _packed(assessment: Assessment) -> str:
    text = assessment.text or ""
    prompt = assessment.structure.prompt
    own = text[: prompt.start] + text[prompt.end :] if prompt else text
    return base64.b64encode(zlib.compress(own.encode("utf-8", "surrogatepass"))).decode() if own else ""
