"""Shared fixtures: the pipeline and the engine are loaded once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from schema_check import schema_checked
from spacy.language import Language

from scorer.pipeline.load import load_pipeline

settings.register_profile("ci", derandomize=True)  # a change is judged on its own, not on the draw of the day
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session", autouse=True)
def checked_assessments() -> Iterator[set[bytes]]:
    """Whatever a test makes or writes is held against the published schema."""
    with schema_checked() as checked:
        yield checked


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline with the shipped bundles."""
    return load_pipeline()


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The essay that the project began with."""
    return ROOT / "seeds" / "collective-security.txt"
