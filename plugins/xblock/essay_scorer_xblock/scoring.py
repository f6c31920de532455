"""One essay scored: what is asked, as plain data that any executor can carry, and the engine that answers."""

from __future__ import annotations

from functools import cache, lru_cache
from threading import Lock
from typing import Any

from pydantic import BaseModel, ConfigDict

import scorer
from essay_scorer_xblock.records import RUBRIC
from scorer import Assessment, Engine
from scorer.reading import Submission
from scorer.stopping import stoppable

RUBRICS = 32
"""Rubrics that a process keeps ready; they share one model."""
_LOADING = Lock()


class Job(BaseModel):
    """What is to be scored. ``rubric`` is the text of its file; ``id`` and ``sha256`` go into the assessment."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    sha256: str
    prompt: str
    rubric: str


def score(job: dict[str, Any], seconds: float) -> dict[str, Any]:
    """The assessment, with the essay's text, as JSON data: from data to data, so that it can run in any process.

    Raises ``StoppedError`` when it takes longer than so many seconds. The wait for other essays of the process counts,
    loading the models does not.
    """
    asked = Job.model_validate(job)
    reading = Submission(id=asked.id, text=asked.text, sha256=asked.sha256)
    engine = engine_for(asked.rubric)
    with stoppable(seconds, None):
        assessment: Assessment = engine.assess(reading, asked.prompt or None, include_text=True)
    return assessment.model_dump(mode="json")


def engine_for(rubric: str) -> Engine:
    """This process's engine for a rubric, by the text of its file. Raises ``RubricError``."""
    with _LOADING:
        return _engine(rubric)


@lru_cache(RUBRICS)
def _engine(rubric: str) -> Engine:
    return _base().with_rubric(RUBRIC, rubric.encode())


@cache
def _base() -> Engine:
    return scorer.load()
