"""Where essays are scored: in the request, in threads of this process, or by the platform's Celery workers."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from essay_scorer_xblock.scoring import score
from essay_scorer_xblock.texts import N
from scorer.errors import ScorerError, StoppedError

LOG = logging.getLogger("essay_scorer_xblock")
TOO_SLOW = N("Scoring took too long. Your essay is kept and this does not count as an attempt: hand it in again.")
FAILED = N("Scoring failed on the server. Your essay is kept and this does not count as an attempt: hand it in again.")
Data = dict[str, Any]


class Server(BaseModel):
    """Settings of the server, under ``XBLOCK_SETTINGS["essay_scorer"]``.

    ``seconds``: after which scoring is given up. ``workers``: threads of the executor "threads". ``staff``: ids of
    users who teach, for runtimes that tell nobody's role, such as the workbench.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    executor: Literal["inline", "threads", "celery"] = "inline"
    seconds: float = Field(default=60.0, gt=0, le=3600)
    workers: int = Field(default=1, ge=1, le=64)
    staff: tuple[str, ...] = ()


class Executor(Protocol):
    """Scores jobs. A job that is not done when it is begun has a ticket, to ask for its result with."""

    def begin(self, job: Data) -> Data | str:
        """The assessment, or a ticket. Raises ``ScorerError``."""

    def result(self, ticket: str) -> Data | None:
        """The assessment, or None while it is not there. Raises ``ScorerError``: ``scoring_failed``."""


class Inline:
    """In the request, which waits ``seconds`` at most."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def begin(self, job: Data) -> Data | str:
        with _told():
            return score(job, self._seconds)

    def result(self, ticket: str) -> Data | None:
        raise ScorerError("scoring_failed", FAILED)  # this executor gives no tickets


class Threads:
    """In threads of this process, while the student's page asks for the result.

    Another process does not know the ticket: there the result is awaited until the job is given up. Use it where one
    process serves the block, and Celery where there are several.
    """

    def __init__(self, workers: int, seconds: float) -> None:
        self._pool = ThreadPoolExecutor(workers, "essay-scorer")
        self._seconds = seconds
        self._running: dict[str, Future[Data]] = {}

    def begin(self, job: Data) -> Data | str:
        ticket = uuid.uuid4().hex
        self._running[ticket] = self._pool.submit(score, job, self._seconds)
        return ticket

    def result(self, ticket: str) -> Data | None:
        running = self._running.get(ticket)
        if running is None or not running.done():
            return None
        del self._running[ticket]
        with _told():
            return running.result()


class Celery:
    """By the workers of the platform's Celery, which must import ``essay_scorer_xblock.tasks`` and keep results."""

    def __init__(self, seconds: float) -> None:
        from essay_scorer_xblock import tasks  # here: Celery is an extra

        self._task = tasks.score_essay
        self._seconds = seconds

    def begin(self, job: Data) -> Data | str:
        return str(self._task.apply_async((job, self._seconds), expires=self._seconds).id)

    def result(self, ticket: str) -> Data | None:
        asked = self._task.AsyncResult(ticket)
        if asked.failed():
            LOG.error("task %s failed: %s", ticket, type(asked.result).__name__)
            raise ScorerError("scoring_failed", FAILED)
        made: Data | None = asked.result if asked.successful() else None
        return made


@contextmanager
def _told() -> Iterator[None]:
    """Whatever goes wrong becomes a sentence for the student, and its kind a line in the log."""
    try:
        yield
    except StoppedError as error:
        raise ScorerError("scoring_late", TOO_SLOW) from error
    except ScorerError:
        raise
    except Exception as error:
        LOG.error("scoring failed: %s", type(error).__name__)
        raise ScorerError("scoring_failed", FAILED) from error


_MADE: dict[Server, Executor] = {}


def executor(server: Server) -> Executor:
    """This process's executor for the settings."""
    if server not in _MADE:
        if server.executor == "celery":
            _MADE[server] = Celery(server.seconds)
        elif server.executor == "threads":
            _MADE[server] = Threads(server.workers, server.seconds)
        else:
            _MADE[server] = Inline(server.seconds)
    return _MADE[server]
