"""Assessments made by hand for the tests of reports: every kind of mark, overlaps, and what must never be more than
text."""

from __future__ import annotations

from typing import Any

from scorer.assessment import Assessment
from scorer.drafts import released

HOSTILE = '<script>document.title="caught"</script>'
FORMULA = '=HYPERLINK("http://example.org","prize")'
TEXT = f"""Should our school start later? Explain why, or why not.

School should start an hour later. First, sleep makes pupils  learn better, and tired pupils make mistakes: \
“sleep is the cheapest teacher” (Okafor 12). My cousin\tfell asleep in recieving her award 😀 and nobody woke her.

Some parents say that buses would cost more. But the town already runs them at nine, so the cost stays the same.

A text may hold {HOSTILE} or {FORMULA} & “quotes”, שלום, cafe\u0301, and a tab.
All in all, a later start is what our school needs.

Works Cited
Okafor, Ada. The Cheap Teacher. 2019."""


def place(words: str, text: str = TEXT) -> dict[str, int]:
    """Offsets of words that stand in the text once."""
    assert text.count(words) == 1, words
    return {"start": text.index(words), "end": text.index(words) + len(words)}


def span(words: str, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    return {**place(words), "text": words, "confidence": confidence, **more}


def criterion(id: str, title: str, score: float | None, feedback: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    scored = score is not None
    return {
        "id": id, "title": title, "status": "scored" if scored else "not_scored", "score": score, "max_score": 4,
        "level": "Proficient" if scored else None, "interval": (score - 0.5, min(score + 0.5, 4)) if scored else None,
        "weight": 1, "basis": "rule", "base": 2.5 if scored else 0,
        "contributions": [{"feature": "words", "value": 120, "points": score - 2.5}] if scored else [],
        "feedback": feedback, **more,
    }  # fmt: skip


def said(kind: str, message: str, *words: str) -> dict[str, Any]:
    return {"kind": kind, "message": message, "spans": [place(one) for one in words]}


def assessment(**changes: Any) -> Assessment:
    """An essay with everything in it."""
    made: dict[str, Any] = {
        "submission": {"id": "ann-lee", "path": None, "student": "Ann <b>Lee</b>", "words": 97, "sha256": "ab" * 32},
        "rubric": {"id": "argument", "title": "Argument & sources", "sha256": "cd" * 32},
        "model": {"id": "traits", "version": "0.1.0", "sha256": "ef" * 32},
        "status": "needs_review",
        "overall": {"score": 3.1, "max_score": 4, "level": "Proficient", "interval": (2.6, 3.6)},
        "criteria": [
            criterion("thesis", "Thesis", 3.4, [
                said("strength", "You say early where you stand.", "School should start an hour later."),
                said("improve", "Come back to it at the end.", "All in all, a later start is what our school needs."),
            ]),
            criterion("sources", "Use of sources", 2.8, [
                said("strength", "The quotation is part of your sentence.",
                     "tired pupils make mistakes: “sleep is the cheapest teacher” (Okafor 12)"),
            ]),
            criterion("conventions", "Conventions", 2.2, [
                said("fix", f"Look at these places again: {HOSTILE}.", "pupils  learn", "cousin\tfell"),
                said("fix", "Mind the spelling.", "recieving"),
            ]),
            criterion("voice", "Voice", None, []),
        ],
        "structure": {
            "prompt": span("Should our school start later? Explain why, or why not."),
            "thesis": span("School should start an hour later"),
            "restatements": [span("a later start is what our school needs", 0.3)],
            "reasons": [span("sleep makes pupils  learn better, and tired pupils make mistakes")],
            "counterarguments": [
                span("Some parents say that buses would cost more.",
                     rebuttal=span("the town already runs them at nine, so the cost stays the same")),
            ],
            "evidence": [
                span("tired pupils make mistakes: “sleep is the cheapest teacher” (Okafor 12)",
                     supports={"list": "reasons", "index": 0}),
                span("My cousin\tfell asleep in recieving her award 😀 and nobody woke her.", supports=None),
            ],
            "conclusion": None,
            "citations": [
                span("(Okafor 12)", style="mla", author="Okafor", title=None, year=None, locator="12", reference=0,
                     issues=("comma_before_locator",)),
            ],
            "quotations": [span("“sleep is the cheapest teacher”", citation=0)],
            "references": [
                span("Okafor, Ada. The Cheap Teacher. 2019.", author="Okafor, Ada", title="The Cheap Teacher",
                     year="2019"),
            ],
        },
        "corrections": [span("recieving", code="spelling", message="Check the spelling.", suggestions=("receiving",))],
        "flags": [
            {"code": "low_confidence", "severity": "review", "message": "Check the reasons by eye.",
             "spans": [place("School should start an hour later")]},
            {"code": "no_prompt", "severity": "info", "message": "No assignment was given.", "spans": []},
        ],
        "text": TEXT,
    }  # fmt: skip
    return Assessment.model_validate({**made, **changes})


def unreadable() -> Assessment:
    """A file that could not be read."""
    return assessment(
        status="not_scored", overall=None, criteria=[], structure={}, corrections=[], flags=[], text=None,
        error={"code": "empty", "message": f"The file {HOSTILE} is empty."},
    )  # fmt: skip


def blocked() -> Assessment:
    """An essay that is too short to score."""
    text = "Dogs are nice."
    return assessment(
        status="not_scored", overall=None, structure={}, corrections=[], text=text,
        criteria=[criterion("thesis", "Thesis", None, [])],
        flags=[{"code": "too_short", "severity": "block", "message": "The essay has 3 words.", "spans": []}],
    )  # fmt: skip


def waiting() -> Assessment:
    """An essay whose feedback the teacher has not approved yet, as its student gets it."""
    return released(assessment(), None)


def of_text(text: str, places: list[tuple[int, int]], **changes: Any) -> Assessment:
    """Any text with a remark on each of any places of it: "Remark 0.", "Remark 1." ..."""
    feedback = [
        {"kind": "fix", "message": f"Remark {number}.", "spans": [{"start": a, "end": b}]}
        for number, (a, b) in enumerate(places)
    ]
    return assessment(
        text=text, structure={}, corrections=[], flags=[], criteria=[criterion("any", "Any", 2.0, feedback)], **changes
    )
