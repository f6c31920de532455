"""Every assessment that a test makes or writes in this process is held against the published JSON Schema."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic_core import from_json

from scorer.assessment import Assessment
from scorer.engine import Engine
from scorer.schema import assessment_schema

VALIDATOR = Draft202012Validator(assessment_schema())


@contextmanager
def schema_checked() -> Iterator[set[bytes]]:
    """Wrap what makes assessments and what writes them; the digests of those that were checked."""
    checked: set[bytes] = set()
    write = Assessment.model_dump_json

    def check(assessment: Assessment) -> None:
        data = write(assessment).encode()
        digest = hashlib.sha256(data).digest()
        if digest not in checked:  # many tests share an essay, and looking at one takes up to 50 ms
            VALIDATOR.validate(from_json(data))
            checked.add(digest)

    def made(function: Callable[..., Assessment]) -> Callable[..., Assessment]:
        @wraps(function)
        def call(*args: Any, **more: Any) -> Assessment:
            assessment = function(*args, **more)
            check(assessment)
            return assessment

        return call

    def written(function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def call(assessment: Assessment, *args: Any, **more: Any) -> Any:
            check(assessment)
            return function(assessment, *args, **more)

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Engine, "assess", made(Engine.assess))
        patch.setattr(Engine, "failed", made(Engine.failed))
        patch.setattr(Assessment, "model_dump_json", written(write))
        patch.setattr(Assessment, "model_dump", written(Assessment.model_dump))
        yield checked
