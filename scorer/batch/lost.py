"""Why a submission that was taken up has no score: one sentence and one code per reason."""

from __future__ import annotations

import traceback
from pathlib import Path

from scorer.errors import ScorerError
from scorer.reading.failures import printable

# reason -> (code, sentence); {name} is the file's name in quotes
REASONS = {
    "time": ("timed_out", "{name} took longer than {detail} seconds: shorten it, or allow more with --time-limit."),
    "memory": (
        "too_large",
        "{name} needed more than {detail} MB of memory: shorten it, or allow more with --memory-limit.",
    ),
    "crash": ("crashed", "{name} brought the program down when it was read: save it in another format, as .txt."),
    "fault": ("internal", "{name} met a fault of the program ({detail}) and was not scored: please report that line."),
}


def lost(reason: str, name: str, detail: float | str = "") -> ScorerError:
    """The error for one of ``REASONS``."""
    code, sentence = REASONS[reason]
    shown = detail if isinstance(detail, str) else f"{detail:g}"
    return ScorerError(code, sentence.format(name=f'"{printable(name)}"', detail=shown))


def place_of(error: Exception) -> str:
    """The kind of an exception and where it was raised; never its message, which may quote the essay."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
