"""The log of a run on request: who was scored by what, when, with which result; never a text, and never a name.

Lines are JSON objects with ``event``: ``run`` (settings and versions), ``score`` (one submission), ``end``; a teacher's
change is ``override``. An essay that was scored again after a run was stopped has two lines.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from scorer import __version__
from scorer.assessment import Assessment
from scorer.bundle import library_versions
from scorer.reports.output import unwritable

LIBRARIES = ("spacy", "scikit-learn", "lightgbm", "numpy", "pydantic")


class Audit:
    """An audit log that is added to. Raises ``ScorerError`` (``unwritable``)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._stream: IO[str] = path.open("a", encoding="utf-8", newline="\n")
        except OSError as error:
            raise unwritable(path, error, "file") from error

    def run(self, settings: str, submissions: int, done: int) -> None:
        """A run begins; ``done`` of its submissions are from an earlier one."""
        versions = {"scorer": __version__, "python": platform.python_version(), **library_versions(*LIBRARIES)}
        self._add("run", {"settings": settings, "submissions": submissions, "done_before": done, "versions": versions})

    def score(self, assessment: Assessment) -> None:
        """A submission has its result."""
        overall = assessment.overall
        self._add(
            "score",
            {
                "input_sha256": assessment.submission.sha256,
                "rubric": {"id": assessment.rubric.id, "sha256": assessment.rubric.sha256},
                "model": assessment.model.model_dump(),
                "scorer": __version__,
                "status": assessment.status,
                "overall": overall and {"score": overall.score, "max_score": overall.max_score},
                "criteria": {criterion.id: criterion.score for criterion in assessment.criteria},
                "flags": [flag.code for flag in assessment.flags],
                "error": assessment.error.code if assessment.error else None,
            },
        )

    def override(self, before: Assessment, after: Assessment, reason: str) -> None:
        """A teacher changed a criterion's score."""
        pairs = zip(before.criteria, after.criteria, strict=True)
        old, new = next(pair for pair in pairs if pair[0] != pair[1])
        self._add(
            "override",
            {
                "input_sha256": after.submission.sha256,
                "scorer": __version__,
                "criterion": new.id,
                "before": old.score,
                "after": new.score,
                "overall": after.overall and after.overall.score,
                "reason": reason,
            },
        )

    def end(self, done: int, failed: int) -> None:
        """The run is over, or was stopped."""
        self._add("end", {"done": done, "failed": failed})

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _add(self, event: str, content: Mapping[str, Any]) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **content}
        try:
            self._stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._stream.flush()
        except OSError as error:
            raise unwritable(self._path, error, "file") from error
