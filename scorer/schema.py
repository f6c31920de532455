"""The published JSON Schema of an assessment: what ``score --format json`` and ``jsonl`` write, and nothing else."""

from __future__ import annotations

from typing import Any

from scorer.assessment import SCHEMA_VERSION, Assessment

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def assessment_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one assessment.

    Every key is always there but ``text``, which is there when it was asked for; no other key is.
    """
    identity = {"$schema": DIALECT, "$id": f"urn:essay-rubric-scorer:assessment:{SCHEMA_VERSION}"}
    return identity | Assessment.model_json_schema(mode="serialization")
