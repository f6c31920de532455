"""Which notes become comments in the margin, and in whose name: Word gives each author a colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorer.assessment import Assessment
from scorer.feedback.slip_kinds import KINDS
from scorer.reports.kinds import Role
from scorer.reports.marks import Mark

STRUCTURE: tuple[Role, ...] = ("thesis", "restatement", "reason", "counterargument", "rebuttal")
AUTHORS = {"structure": "Structure", "citation": "Sources", "correction": "Corrections"}
SLIPS = {code for slip in KINDS for code in slip.codes}
"""Corrections that feedback tells of, too."""


@dataclass(frozen=True)
class Remark:
    """A comment on a stretch of the text."""

    start: int
    end: int
    author: str
    text: str

    @property
    def initials(self) -> str:
        """The first letters of the author's name."""
        return "".join(word[0] for word in self.author.split()).upper()


def remarks_of(assessment: Assessment, marks: Sequence[Mark]) -> list[Remark]:
    """Feedback, corrections, the parts of the argument, and citations with something to mend.

    Evidence, quotations and sound citations get none: a page with a comment on every line helps nobody. Nor does a slip
    whose place has the comment of a sentence of feedback on it.
    """
    told = _told(assessment, marks)
    titles = {criterion.id: criterion.title for criterion in assessment.criteria}
    return [
        Remark(mark.start, mark.end, author, f"{mark.label}: {mark.note}")
        for mark in marks
        if mark.role != "correction" or (mark.start, mark.end) not in told
        for author in _author(mark, titles)
    ]


def _told(assessment: Assessment, marks: Sequence[Mark]) -> set[tuple[int, int]]:
    """The places of slips that have a comment from the feedback."""
    slips = {(slip.start, slip.end) for slip in assessment.corrections if slip.code in SLIPS}
    return slips & {(mark.start, mark.end) for mark in marks if mark.role == "fix" and mark.carrier}


def _author(mark: Mark, titles: dict[str, str]) -> Iterator[str]:
    if mark.criterion is not None:
        if mark.carrier:
            yield titles[mark.criterion]
    elif mark.role in STRUCTURE:
        yield AUTHORS["structure"]
    elif mark.role == "correction" or (mark.role == "citation" and mark.to_mend):
        yield AUTHORS[mark.role]
