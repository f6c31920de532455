"""One submission to its assessment, whatever comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from scorer.assessment import Assessment, Flag
from scorer.batch.job import Job
from scorer.batch.limited import TimeUp, limited
from scorer.batch.lost import lost, place_of
from scorer.corrections.languagetool import checked
from scorer.engine import Engine
from scorer.errors import ScorerError
from scorer.reading import Limits
from scorer.reading.downloads.hand_in import HandIn
from scorer.reading.downloads.notes import Note
from scorer.reading.downloads.read import read_hand_in

LIMITS = Limits()


def assess_one(engine: Engine, handed: HandIn, job: Job) -> Assessment:
    """Read and assess one submission whose bytes are at hand or on disk; one that fails gives an assessment with
    ``error``."""
    name = handed.parts[0].name
    try:
        with limited(job.allowance):
            return _assessed(engine, handed, job)
    except TimeUp:
        error = lost("time", name, job.allowance.seconds)
    except MemoryError:
        error = lost("memory", name, job.allowance.megabytes)
    except Exception as fault:  # noqa: BLE001  # one essay's trouble is one row, and the rest of the class is graded
        error = lost("fault", name, place_of(fault))
    return failed(engine, handed, error)


def failed(engine: Engine, handed: HandIn, error: ScorerError) -> Assessment:
    """The row of a submission that has no score, with the student whose it is."""
    made = engine.failed(handed.path, error, handed.id)
    submission = made.submission.model_copy(update={"student": handed.student})
    return _noted(made.model_copy(update={"submission": submission}), handed.notes)


def _assessed(engine: Engine, handed: HandIn, job: Job) -> Assessment:
    try:
        reading, notes = read_hand_in(handed, LIMITS)
    except ScorerError as error:
        return failed(engine, handed, error)
    assessment = engine.assess(reading, job.prompt, job.include_text, job.sources)
    if job.languagetool:
        assessment = checked(assessment, reading.text, job.languagetool)
    return _noted(assessment, notes)


def _noted(assessment: Assessment, notes: Sequence[Note]) -> Assessment:
    """The assessment with what is known of how the submission was put together."""
    flags = tuple(Flag(code=note.code, severity=note.severity, message=note.message) for note in notes)
    review = assessment.status == "scored" and any(flag.severity == "review" for flag in flags)
    status = "needs_review" if review else assessment.status
    return assessment.model_copy(update={"flags": assessment.flags + flags, "status": status})
