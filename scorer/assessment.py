"""The assessment of one submission: the fixed JSON of ``schema_version`` "1", as frozen models.

Offsets are code points into the essay text as read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1"] = "1"

OVERRIDE = "override"
"""Name of the contribution that leads from the machine's score to a teacher's, and code of its flag."""

NOT_APPROVED = "not_approved"
"""Code of the flag that feedback is left out, since the teacher has not approved it; its message is for students."""

WIDE_INTERVAL = "wide_interval"
"""Code of the flag that the score itself is unsure. No fault of the essay's, so of severity ``info``."""

Interval = tuple[float, float]
Status = Literal["scored", "needs_review", "not_scored"]
Basis = Literal["trained", "calibrated", "rule"]


class _Model(BaseModel):
    # what is written has every key, defaults included, and its schema says so
    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Place(_Model):
    """A stretch of the text, by offsets."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Span(Place):
    """A stretch of the text with its words; ``confidence`` from 0 to 1."""

    text: str
    confidence: float = Field(ge=0, le=1)


class CounterargumentSpan(Span):
    """A claim against the thesis, and the span that answers it."""

    rebuttal: Span | None


class Support(_Model):
    """Which claim a piece of evidence supports."""

    list: Literal["reasons", "counterarguments"]
    index: int


class EvidenceSpan(Span):
    """Evidence, and what it supports."""

    supports: Support | None


class CitationSpan(Span):
    """An in-text citation of one work; ``reference`` is an index into ``references``."""

    style: Literal["mla", "apa", "chicago-author-date", "chicago-note", "numeric", "narrative", "url"]
    author: str | None
    title: str | None
    year: str | None
    locator: str | None
    reference: int | None
    issues: tuple[str, ...]


class QuotationSpan(Span):
    """Quoted words; ``citation`` is an index into ``citations``."""

    citation: int | None


class ReferenceSpan(Span):
    """An entry of the reference list."""

    author: str | None
    title: str | None
    year: str | None


class Structure(_Model):
    """What was found in the essay."""

    prompt: Span | None = None
    thesis: Span | None = None
    restatements: tuple[Span, ...] = ()
    reasons: tuple[Span, ...] = ()
    counterarguments: tuple[CounterargumentSpan, ...] = ()
    evidence: tuple[EvidenceSpan, ...] = ()
    conclusion: Span | None = None
    citations: tuple[CitationSpan, ...] = ()
    quotations: tuple[QuotationSpan, ...] = ()
    references: tuple[ReferenceSpan, ...] = ()


class Submission(_Model):
    """Whose text, and which; ``words`` are the essay's own, the prompt left out; ``sha256`` is of the file's bytes."""

    id: str
    path: str | None
    student: str | None
    words: int
    sha256: str


class RubricInfo(_Model):
    """The rubric that was used; ``sha256`` of its content."""

    id: str
    title: str
    sha256: str


class ModelInfo(_Model):
    """The model that was used; ``sha256`` over its files."""

    id: str
    version: str
    sha256: str


class Overall(_Model):
    """The whole essay on the rubric's scale."""

    score: float
    max_score: float
    level: str
    interval: Interval


@dataclass(frozen=True, slots=True)  # there are hundreds an essay, and models take three times as long
class Contribution:
    """What one feature adds to a criterion's score, in points."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    feature: str
    value: float
    points: float


class Feedback(_Model):
    """One sentence for the student, and the words it is about."""

    kind: Literal["strength", "improve", "fix"]
    message: str
    spans: tuple[Place, ...] = ()


class CriterionResult(_Model):
    """One criterion. ``base`` plus the contributions' points is ``score``, to 1e-6."""

    id: str
    title: str
    status: Literal["scored", "not_scored"]
    score: float | None
    max_score: float
    level: str | None
    interval: Interval | None
    weight: float
    basis: Basis
    base: float
    contributions: tuple[Contribution, ...]
    feedback: tuple[Feedback, ...]


class TraitScore(_Model):
    """A predicted trait on its own scale, with a 90% prediction interval."""

    value: float
    interval: Interval


class Correction(Span):
    """A mark in the text, with suggestions where one is safe."""

    code: str
    message: str
    suggestions: tuple[str, ...]


class Flag(_Model):
    """Something the teacher should know before trusting the score."""

    code: str
    severity: Literal["info", "review", "block"]
    message: str
    spans: tuple[Place, ...] = ()

    @property
    def asks_review(self) -> bool:
        """Whether a teacher should look at the essay: severity ``review``, or an interval that says too little."""
        return self.severity == "review" or self.code == WIDE_INTERVAL

    @property
    def serious(self) -> bool:
        """Whether a teacher is told before anything else: it asks for a look, or there is no score because of it."""
        return self.severity == "block" or self.asks_review


class ErrorInfo(_Model):
    """Why a submission could not be scored."""

    code: str
    message: str


class Assessment(_Model):
    """The result for one submission."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    submission: Submission
    rubric: RubricInfo
    model: ModelInfo
    status: Status
    overall: Overall | None
    criteria: tuple[CriterionResult, ...] = ()
    traits: dict[str, TraitScore] = Field(default_factory=dict)
    structure: Structure = Structure()
    corrections: tuple[Correction, ...] = ()
    flags: tuple[Flag, ...] = ()
    error: ErrorInfo | None = None
    text: str | None = Field(default=None, exclude_if=lambda text: text is None)

    def criterion(self, id: str) -> CriterionResult:
        """The result of the criterion called ``id``. Raises ``KeyError`` where the rubric has none."""
        for result in self.criteria:
            if result.id == id:
                return result
        raise KeyError(id)
