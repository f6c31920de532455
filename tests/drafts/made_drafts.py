"""An assessment with feedback of every kind, and the Markdown of its draft."""

from __future__ import annotations

from pathlib import Path

from scorer.assessment import Assessment
from scorer.drafts import Draft, read_draft, write_draft

TEXT = "School should start later. Sleep makes pupils learn, and sleep is cheap. In short, let us sleep."


def assessment(feedback: dict[str, list[tuple[str, str, list[tuple[int, int]]]]], **changes: object) -> Assessment:
    """An essay whose criteria (by title) have this feedback: kind, message, places."""
    criteria = [
        {
            "id": title.lower().replace(" ", "-"), "title": title, "status": "scored", "score": 2.6, "max_score": 4,
            "level": "Proficient", "interval": (2.1, 3.1), "weight": 1, "basis": "rule", "base": 2.6,
            "contributions": [],
            "feedback": [
                {"kind": kind, "message": message, "spans": [{"start": a, "end": b} for a, b in places]}
                for kind, message, places in given
            ],
        }
        for title, given in feedback.items()
    ]  # fmt: skip
    made = {
        "submission": {"id": "ann", "path": None, "student": "Ann Lee", "words": 17, "sha256": "ab" * 32},
        "rubric": {"id": "r", "title": "R", "sha256": "cd" * 32},
        "model": {"id": "m", "version": "1", "sha256": "ef" * 32},
        "status": "scored",
        "overall": {"score": 2.6, "max_score": 4, "level": "Proficient", "interval": (2.1, 3.1)},
        "criteria": criteria,
        "text": TEXT,
    }
    return Assessment.model_validate({**made, **changes})


ESSAY = assessment(
    {
        "Thesis": [
            ("strength", "You say early where you stand: “School should start later”.", [(0, 25)]),
            ("improve", "Say why.", [(0, 25)]),
        ],
        "Use of sources": [("fix", "Name a source <b>here</b>.", [(27, 71)])],
        "Voice": [],
    }
)


def draft_text(tmp_path: Path, *essays: Assessment) -> str:
    """The Markdown of the draft."""
    path = tmp_path / "written.md"
    write_draft(path, essays or [ESSAY])
    return path.read_text(encoding="utf-8")


def reread(tmp_path: Path, text: str) -> Draft:
    """The draft that a teacher left so."""
    path = tmp_path / "edited.md"
    path.write_text(text, encoding="utf-8")
    return read_draft(path)


def messages(made: Assessment) -> dict[str, list[str]]:
    """The sentences of each criterion."""
    return {result.id: [feedback.message for feedback in result.feedback] for result in made.criteria}
