"""What a teacher should know about how a submission was put together, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from scorer.reading.failures import printable

# code -> (severity, sentence)
NOTES: dict[str, tuple[Literal["info", "review"], str]] = {
    "late": ("info", "The LMS marks this submission as late."),
    "several_files": ("info", "This was handed in as {count} files, read in this order: {names}."),
    "earlier_attempt": ("info", "Only the latest attempt was read; these belong to an earlier one: {names}."),
    "part_unread": ("review", "Not everything that was handed in could be read. {names}"),
    "media_unread": ("info", "Pictures and recordings that were handed in too are not read: {names}."),
    "same_name": ("info", "The zip holds this file name more than once; the last one was read."),
    "not_on_roster": ("info", "The roster names no student for this submission."),
    "unclear_on_roster": ("info", "More than one student on the roster fits this submission: none was chosen."),
}


@dataclass(frozen=True)
class Note:
    """One of ``NOTES``, filled in; ``review`` asks the teacher to look before she trusts the score."""

    code: str
    severity: Literal["info", "review"]
    message: str


def note(code: str, names: Iterable[str] = (), count: int = 0) -> Note:
    """The note for a code of ``NOTES``."""
    severity, sentence = NOTES[code]
    listed = (" " if code == "part_unread" else ", ").join(printable(name) for name in names)
    return Note(code, severity, sentence.format(names=listed, count=count))
