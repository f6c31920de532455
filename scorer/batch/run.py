"""Many submissions, one assessment each, lazily and in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from joblib import Parallel, delayed

from scorer.assessment import Assessment, Flag
from scorer.batch.fetch import fetched
from scorer.engine import AHEAD, Engine, Settings, engine_of
from scorer.errors import ScorerError
from scorer.reading import Limits
from scorer.reading.downloads.hand_in import HandIn
from scorer.reading.downloads.notes import Note
from scorer.reading.downloads.read import read_hand_in

_LIMITS = Limits()


def assess_all(
    engine: Engine,
    handed: Iterable[HandIn],
    prompt: str | None = None,
    jobs: int = 1,
    include_text: bool = False,
    sources: Sequence[str] = (),
) -> Iterator[Assessment]:
    """Read and assess each submission; one that cannot be read gives an assessment with ``error``.

    ``sources`` are the texts that the essays were to use.
    """
    if jobs == 1:
        yield from (assess_one(engine, one, prompt, include_text, sources) for one in fetched(handed, _LIMITS))
        return
    tasks = (
        delayed(_in_worker)(engine.settings, one, prompt, include_text, sources) for one in fetched(handed, _LIMITS)
    )
    yield from Parallel(n_jobs=jobs, return_as="generator", pre_dispatch=f"{AHEAD}*n_jobs")(tasks)


def assess_one(
    engine: Engine, handed: HandIn, prompt: str | None, include_text: bool, sources: Sequence[str] = ()
) -> Assessment:
    """Read and assess one submission whose bytes are at hand or on disk."""
    try:
        reading, notes = read_hand_in(handed, _LIMITS)
    except ScorerError as error:
        return _noted(_of(handed, engine.failed(handed.path, error, handed.id)), handed.notes)
    return _noted(engine.assess(reading, prompt, include_text, sources), notes)


def _of(handed: HandIn, failed: Assessment) -> Assessment:
    """The row of a failure, with the student whose it is."""
    submission = failed.submission.model_copy(update={"student": handed.student})
    return failed.model_copy(update={"submission": submission})


def _noted(assessment: Assessment, notes: Sequence[Note]) -> Assessment:
    """The assessment with what is known of how the submission was put together."""
    flags = tuple(Flag(code=note.code, severity=note.severity, message=note.message) for note in notes)
    review = assessment.status == "scored" and any(flag.severity == "review" for flag in flags)
    status = "needs_review" if review else assessment.status
    return assessment.model_copy(update={"flags": assessment.flags + flags, "status": status})


def _in_worker(
    settings: Settings, handed: HandIn, prompt: str | None, include_text: bool, sources: Sequence[str]
) -> Assessment:
    return assess_one(engine_of(settings), handed, prompt, include_text, sources)
