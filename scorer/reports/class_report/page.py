"""The report of a class as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scorer.reports.audience import Audience
from scorer.reports.class_report.alike import alike
from scorer.reports.class_report.common import needs, slips, strengths
from scorer.reports.class_report.distribution import distributions
from scorer.reports.class_report.entry import ClassEntry
from scorer.reports.frame import rendered


def class_page(entries: Sequence[ClassEntry], audience: Audience = Audience.teacher, missing: int = 0) -> str:
    """The page; ``missing`` essays of the run are not in it yet. For students it names nobody for review and compares
    no essays with each other."""
    teacher = audience is Audience.teacher
    titles = {criterion.id: criterion.title for entry in entries for criterion in entry.criteria}
    return rendered(
        "class.html",
        script="class.js",
        style="class.css",
        entries=entries,
        titles=titles,
        missing=missing,
        teacher=teacher,
        review=_by_note(entry for entry in entries if entry.status == "needs_review") if teacher else [],
        unscored=_by_note(entry for entry in entries if not entry.overall),
        needing=sum(not entry.overall or entry.status == "needs_review" for entry in entries),
        pairs=alike(entries) if teacher else [],
        distributions=distributions(entries),
        strengths=strengths(entries),
        needs=needs(entries),
        slips=slips(entries),
    )


def _by_note(entries: Iterable[ClassEntry]) -> list[tuple[str, list[ClassEntry]]]:
    """Essays by what is said of them, in the order in which it is first said; an essay stands under each note."""
    found: dict[str, list[ClassEntry]] = {}
    for entry in entries:
        for note in entry.notes or ("",):
            found.setdefault(note, []).append(entry)
    return list(found.items())
