"""A run: every submission assessed and written as soon as it is, until all are done or the run is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from scorer.assessment import Assessment
from scorer.batch.audit import Audit
from scorer.batch.job import Job
from scorer.batch.workers import Workers, assess_all
from scorer.engine import Engine
from scorer.reading.downloads.hand_in import HandIn


class Output(Protocol):
    """Where assessments go. ``done`` of the submissions are there from an earlier run, ``failed`` of these without a
    score."""

    @property
    def done(self) -> int: ...

    @property
    def failed(self) -> int: ...

    def write(self, assessment: Assessment) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Outcome:
    """How many submissions are in the output, how many of them have no score, and whether the run was stopped."""

    done: int
    failed: int
    stopped: bool


def grade(
    engine: Engine,
    handed: Sequence[HandIn],
    job: Job,
    workers: Workers,
    output: Output,
    told: Callable[[Assessment], None],
    changed: Callable[[Iterator[Assessment]], Iterator[Assessment]],
    audit: Audit | None = None,
) -> Outcome:
    """Assess those submissions that the output does not have yet. ``changed`` may change what is written of each;
    ``told`` is called with it then.

    Ctrl-C ends the run early, with an output that is whole as far as it goes. Raises ``ScorerError``.
    """
    done, failed, stopped = output.done, output.failed, False
    try:
        for shown in changed(assess_all(engine, handed[done:], job, workers)):
            if audit:
                audit.score(shown)
            output.write(shown)
            done += 1
            failed += shown.overall is None
            told(shown)
    except KeyboardInterrupt:
        stopped = True
    finally:
        output.close()
    if audit:
        audit.end(done, failed)
    return Outcome(done, failed, stopped)
