"""What a file of feedback is called so that the LMS that handed out the submission takes it back."""

from __future__ import annotations

from pathlib import Path

from scorer.reading.downloads import canvas, moodle
from scorer.reading.downloads.hand_in import HandIn


def feedback_stem(handed: HandIn) -> str:
    """The name without its ending: the LMS's for its downloads, the submission's ``id`` for all others."""
    for part in handed.parts:
        path = Path(part.path).as_posix()
        for returned in (canvas.returned, moodle.returned):
            name = returned(path, handed.id)
            if name:
                return name
    return handed.id
