"""What is stored: attempts in the student's own state, one line for each student and the teachers' decisions in the
state that the block's users share."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from scorer import Assessment
from scorer.assessment import Flag, Interval, Overall, Status
from scorer.rubric import Rubric, parse_rubric

KEPT = 5
"""Attempts of a student whose whole assessment is kept; of older ones the scores stay."""
RUBRIC = "of the assignment"
"""What a rubric without a file is called where it cannot be used: "The rubric of the assignment cannot ..."."""


class _Record(BaseModel):
    """Stored as plain JSON. A field that a later version wrote is left out, not an error."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def stored(self) -> dict[str, Any]:
        """The record as the runtime's field holds it."""
        return self.model_dump(mode="json")


class CriterionStanding(_Record):
    """A criterion's score, None where it has none."""

    id: str
    title: str
    score: float | None
    max_score: float
    interval: Interval | None


class Standing(_Record):
    """An attempt in figures: what the class table shows, and what a student's progress is drawn from.

    ``at`` is a UTC time in ISO 8601; ``flags`` have no places.
    """

    attempt: str
    number: int
    at: str
    words: int
    status: Status
    overall: Overall | None
    criteria: tuple[CriterionStanding, ...]
    flags: tuple[Flag, ...]


class Attempt(_Record):
    """One essay that a student handed in. ``file`` is the name of what was uploaded, empty for what was typed.

    ``packed`` is the whole assessment with the essay's text, ``rubric`` the file that it was scored with, both
    compressed; ``packed`` is empty for an attempt older than the last ``KEPT``.
    """

    standing: Standing
    file: str
    rubric: str
    packed: str

    @property
    def id(self) -> str:
        """Names the attempt among all of its student's."""
        return self.standing.attempt

    @property
    def assessment(self) -> Assessment | None:
        """What the program found; None where it is kept no longer."""
        return Assessment.model_validate_json(unpacked(self.packed)) if self.packed else None

    def load_rubric(self) -> Rubric:
        """The rubric that the attempt was scored with, whatever the author has chosen since."""
        return parse_rubric(unpacked(self.rubric), RUBRIC)

    def without_essay(self) -> Attempt:
        """The figures alone."""
        return self.model_copy(update={"packed": ""})


class Override(_Record):
    """A teacher's score for one criterion, in the order in which they were given."""

    criterion: str
    score: float
    reason: str
    by: str
    at: str


class Sentence(_Record):
    """One sentence of feedback as the teacher left it; ``number`` is that of the program's own among the criterion's,
    from 0, or None for one that the teacher wrote."""

    kind: Literal["strength", "improve", "fix"]
    message: str
    number: int | None = None


class Decision(_Record):
    """What teachers decided on one attempt. ``overall`` is the score with their changes, None where there are none.

    ``sentences``: a criterion's id to its feedback, where a teacher edited it.
    """

    released: bool = False
    by: str = ""
    at: str = ""
    overrides: tuple[Override, ...] = ()
    overall: Overall | None = None
    sentences: dict[str, tuple[Sentence, ...]] = Field(default_factory=dict)


class Pending(_Record):
    """An essay that is being scored. ``until`` is the UTC time, in seconds since 1970, after which it is given up."""

    ticket: str
    job: dict[str, Any]
    file: str
    until: float


def attempt_of(assessment: Assessment, id: str, number: int, at: str, file: str, rubric: bytes) -> Attempt:
    """The record of an assessment that holds its text."""
    standing = Standing(
        attempt=id,
        number=number,
        at=at,
        words=assessment.submission.words,
        status=assessment.status,
        overall=assessment.overall,
        criteria=tuple(
            CriterionStanding(id=c.id, title=c.title, score=c.score, max_score=c.max_score, interval=c.interval)
            for c in assessment.criteria
        ),
        flags=tuple(flag.model_copy(update={"spans": ()}) for flag in assessment.flags),
    )
    return Attempt(
        standing=standing, file=file, rubric=packed(rubric), packed=packed(assessment.model_dump_json().encode())
    )


def attempts_from(stored: object) -> list[Attempt]:
    """The attempts in a field, oldest first."""
    return [Attempt.model_validate(one) for one in stored] if isinstance(stored, list) else []


def decisions_from(stored: object) -> dict[str, Decision]:
    """One student's decisions in a field, by the attempt's id."""
    found = stored if isinstance(stored, Mapping) else {}
    return {str(id): Decision.model_validate(one) for id, one in found.items()}


def packed(data: bytes) -> str:
    """Bytes as short ASCII text."""
    return base64.b85encode(zlib.compress(data, 9)).decode()


def unpacked(text: str) -> bytes:
    """The bytes that :func:`packed` was given."""
    return zlib.decompress(base64.b85decode(text))


def now() -> str:
    """The time in UTC, to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
