"""What handlers may be sent, checked; whatever else comes is answered with one sentence."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from webob import Request, Response

from essay_scorer_xblock.records import Sentence
from essay_scorer_xblock.texts import Clean
from scorer.drafts.parse import MOST
from scorer.errors import ScorerError

LARGEST = 4_000_000
"""Bytes of the largest message; uploaded files are held to the reader's own limit."""
_Key = Annotated[Clean, StringConstraints(min_length=1, max_length=255)]


class Asked(BaseModel):
    """The body of a request."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Nothing(Asked):
    """A request that says all by its name."""


class Text(Asked):
    """The student's unfinished essay."""

    text: Clean = Field(max_length=200_000)


class WhichAttempt(Asked):
    """One of the student's own attempts."""

    attempt: _Key


class OfStudent(Asked):
    """A student of the class table; without an attempt, the last."""

    student: _Key
    attempt: _Key | None = None


class Override(Asked):
    """A teacher's score for a criterion."""

    student: _Key
    attempt: _Key
    criterion: _Key
    score: float = Field(allow_inf_nan=False)
    reason: Annotated[Clean, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]


class Release(Asked):
    """Students whose last attempt is released, or is not any more."""

    students: list[_Key] = Field(min_length=1, max_length=5000)
    released: bool = True


class Edited(Sentence):
    """A sentence of feedback as the teacher left it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    message: Annotated[Clean, StringConstraints(strip_whitespace=True, max_length=MOST)]
    kind: Literal["strength", "improve", "fix"]
    number: int | None = Field(default=None, ge=0)


class EditFeedback(Asked):
    """The feedback on one criterion, whole: a sentence that is not there is deleted."""

    student: _Key
    attempt: _Key
    criterion: _Key
    sentences: list[Edited] = Field(max_length=50)


class Settings(BaseModel):
    """The author's settings as the form sends them; :class:`~essay_scorer_xblock.options.Options` checks them."""

    model_config = ConfigDict(extra="allow")


A = TypeVar("A", bound=BaseModel)


class RefusedError(ScorerError):
    """A request that is not carried out; ``status`` is HTTP's. Codes: ``not_allowed not_found not_valid``."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code, message)
        self.status = status


def answer(data: object, status: int = 200) -> Response:
    """Data as a response that no browser keeps or takes for anything but JSON."""
    response = Response(json.dumps(data), content_type="application/json", charset="utf8", status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def safely(method: Callable[[Any, Request, str], object]) -> Callable[..., Response]:
    """A handler whose refusals and ``ScorerError`` become one sentence: ``{"error": sentence, "code": code}``."""

    @functools.wraps(method)
    def handler(self: Any, request: Request, suffix: str = "") -> Response:
        try:
            if request.method != "POST":
                raise RefusedError(405, "not_valid", "This address takes what the page sends, and nothing else.")
            return answer(method(self, request, suffix))
        except RefusedError as error:
            return answer({"error": self.say(error.message), "code": error.code}, error.status)
        except ScorerError as error:
            return answer({"error": self.say(error.message), "code": error.code}, 400)

    return handler


def takes(model: type[A]) -> Callable[[Callable[[Any, A], object]], Callable[..., Response]]:
    """A handler of JSON: what it is sent is a ``model``, or is refused."""

    def decorate(method: Callable[[Any, A], object]) -> Callable[..., Response]:
        @safely
        @functools.wraps(method)
        def handler(self: Any, request: Request, suffix: str = "") -> object:
            return method(self, parsed(request, model))

        return handler

    return decorate


def parsed(request: Request, model: type[A]) -> A:
    """The body as a ``model``. Raises ``RefusedError``."""
    if (request.content_length or 0) > LARGEST:
        raise RefusedError(413, "not_valid", "This is larger than what can be sent here.")
    try:
        return model.model_validate(json.loads(request.body or b"{}"))
    except ValidationError as error:
        raise RefusedError(400, "not_valid", sentence(error)) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError(400, "not_valid", "What was sent cannot be read: load the page again.") from error


def sentence(error: ValidationError) -> str:
    """The first fault in words, by the name of its field."""
    first = error.errors(include_url=False, include_input=False)[0]
    place = " ".join(str(part) for part in first["loc"]).replace("_", " ") or "the request"
    said = str(first["msg"]).removeprefix("Value error, ")
    return f"Check “{place}”: {said[:1].lower()}{said[1:]}."
