"""What is done with every submission of a run, and the digests by which a run is known again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

from scorer import __version__
from scorer.batch.limited import Allowance
from scorer.bundle import CARD, file_digest, models_folder
from scorer.engine import Engine
from scorer.reading.downloads.hand_in import HandIn


@dataclass(frozen=True)
class Job:
    """``prompt`` is the assignment where it was given apart, ``sources`` the texts that the essays were to use.

    ``allowance`` is what one submission may take of time and memory, ``languagetool`` the address of a server whose
    corrections are wanted too.
    """

    prompt: str | None = None
    include_text: bool = False
    sources: tuple[str, ...] = ()
    allowance: Allowance = field(default_factory=Allowance)
    languagetool: str | None = None


def settings_digest(engine: Engine, job: Job, form: dict[str, str]) -> str:
    """SHA-256 of everything that the results depend on but the submissions: the program's version, rubric, models, the
    job, and the ``form`` in which results are written. The number and kind of workers is not among it."""
    known = {
        "version": __version__,
        "rubric": engine.rubric.sha256,
        "model": engine.card.sha256,
        "bundles": _bundles(),
        "job": asdict(job),
        "form": form,
    }
    return hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()


def submission_digest(handed: HandIn) -> str:
    """SHA-256 of what is known of a submission before it is read; a file on disk counts by its size and time of
    change."""
    known: list[object] = [handed.id, handed.student, [note.message for note in handed.notes]]
    for part in handed.parts:
        known.append([part.path, part.name, part.kind, part.member, part.error and part.error.code])
        known.append(_state(part.archive or part.path) if part.kind != "stdin" else None)
    text = json.dumps(known, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _state(path: str) -> list[int] | None:
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    return [state.st_size, state.st_mtime_ns]


@cache
def _bundles() -> dict[str, str]:
    return {card.parent.name: file_digest(card) for card in sorted(models_folder().glob(f"*/{CARD}"))}
