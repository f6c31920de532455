"""Assessments and outputs for the tests of writing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from synthetic_essays import essay

from scorer.assessment import Assessment
from scorer.batch.grade import Output
from scorer.batch.writing.folder import ReportFolder
from scorer.batch.writing.form import form_of
from scorer.batch.writing.lines import LineFile
from scorer.batch.writing.partitions import Partitions
from scorer.reports.audience import Audience

CRITERIA = ["thesis", "language"]


def assessment(name: str, score: float | None = 2.0, text: str | None = None, **changes: Any) -> Assessment:
    """An assessment of an invented essay; without a score, of a file that is empty."""
    text = essay(random.Random(name), 0.7) if text is None else text
    scored = score is not None
    criteria = [
        {
            "id": id, "title": id.title(), "status": "scored", "score": score, "max_score": 4, "level": "Good",
            "interval": (score - 0.5, score + 0.5), "weight": 1, "basis": "rule", "base": score, "contributions": [],
            "feedback": [],
        }
        for id in CRITERIA
        if score is not None
    ]  # fmt: skip
    made: dict[str, Any] = {
        "submission": {"id": name, "path": f"class/{name}.txt", "student": None, "words": 90, "sha256": "ab" * 32},
        "rubric": {"id": "own", "title": "Our rubric", "sha256": "cd" * 32},
        "model": {"id": "traits", "version": "1", "sha256": "ef" * 32},
        "status": "scored" if scored else "not_scored",
        "overall": {"score": score, "max_score": 4, "level": "Good", "interval": (1, 3)} if scored else None,
        "criteria": criteria,
        "error": None if scored else {"code": "empty", "message": f'"{name}.txt" is empty.'},
        "text": text if scored else None,
    }  # fmt: skip
    return Assessment.model_validate({**made, **changes})


def opened(format: str, target: Path, names: Sequence[str], resume: bool = True, settings: str = "one") -> Output:
    """The output of a run over submissions of these names; ``parts-...`` are partitions of three rows."""
    digests = [f"digest of {name}" for name in names]
    if format in ("html", "docx"):
        return ReportFolder(target, format, Audience.teacher, settings, digests, names, resume)
    if format.startswith("parts-"):
        return Partitions(target, format.removeprefix("parts-"), CRITERIA, settings, digests, 3, resume)
    return LineFile(target, form_of(format, CRITERIA), settings, digests, resume)


def contents(target: Path) -> dict[str, bytes]:
    """Everything that runs have left at a path, hidden files included."""
    if target.is_dir():
        return {path.name: path.read_bytes() for path in sorted(target.iterdir())}
    return {path.name: path.read_bytes() for path in sorted(target.parent.iterdir())}
