"""Shared fixtures: the pipeline and the engine are loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from scorer.pipeline.load import load_pipeline

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline with the shipped bundles."""
    return load_pipeline()


@pytest.fixture(scope="session")
def seed_path() -> Path:
    """The essay that the project began with."""
    return ROOT / "seeds" / "collective-security.txt"
