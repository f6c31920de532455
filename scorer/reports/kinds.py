"""What is marked in an essay: roles (how a mark looks and is called) and the kinds that a reader shows or hides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "thesis", "restatement", "reason", "counterargument", "rebuttal", "evidence", "citation", "quotation",
    "reference", "correction", "strength", "improve", "fix",
]  # fmt: skip
NEVER = 9
"""The rank of notes that wait to be asked for."""


@dataclass(frozen=True)
class Kind:
    """One entry of the legend."""

    name: str
    title: str


@dataclass(frozen=True)
class Look:
    """What a role belongs to and is called.

    ``tag`` stands in front of the marked words (``{}`` takes the number); ``rank`` says which notes take their place
    beside the text first: 0 always has one, higher ones where there is room, ``NEVER`` on demand only.
    """

    kind: str
    label: str
    tag: str
    rank: int


KINDS = (
    Kind("feedback", "Feedback"),
    Kind("thesis", "Thesis"),
    Kind("reason", "Reasons"),
    Kind("other", "Other side"),
    Kind("evidence", "Evidence"),
    Kind("citation", "Citations"),
    Kind("quotation", "Quotations"),
    Kind("reference", "References"),
    Kind("correction", "Corrections"),
)
LOOKS: dict[Role, Look] = {
    "thesis": Look("thesis", "Thesis", "T", 0),
    "restatement": Look("thesis", "Thesis, again", "T", 2),
    "reason": Look("reason", "Reason {}", "R{}", 1),
    "counterargument": Look("other", "Other side {}", "O{}", 1),
    "rebuttal": Look("other", "Answer to {}", "A{}", 2),
    "evidence": Look("evidence", "Evidence {}", "E{}", NEVER),
    "citation": Look("citation", "Citation", "", NEVER),
    "quotation": Look("quotation", "Quotation", "", NEVER),
    "reference": Look("reference", "Reference", "", NEVER),
    "correction": Look("correction", "Correction", "", 1),
    "strength": Look("feedback", "Works well", "✓", 2),
    "improve": Look("feedback", "To improve", "→", 0),
    "fix": Look("feedback", "To mend", "✎", 0),
}
