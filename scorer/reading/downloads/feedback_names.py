"""What a file of feedback is called so that the LMS that handed out the submission takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scorer.reading.downloads import canvas, moodle
from scorer.reading.downloads.hand_in import HandIn


def feedback_stem(handed: HandIn) -> str:
    """The name without its ending: the LMS's for its downloads, the submission's ``id`` for all others."""
    return returned_as((part.path for part in handed.parts), handed.id)


def returned_as(paths: Iterable[str], id: str) -> str:
    """The same, from where the submission's files lay and its id."""
    for path in paths:
        for returned in (canvas.returned, moodle.returned):
            name = returned(Path(path).as_posix(), id)
            if name:
                return name
    return id
