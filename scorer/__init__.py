"""Scores essays against a rubric, offline, with feedback that points at the student's own words.

import scorer
engine = scorer.load()
assessment = engine.score("text ...", prompt="...")
"""

from scorer.assessment import Assessment, Structure
from scorer.engine import Engine, load
from scorer.errors import DataError, ModelError, ReadingError, RubricError, ScorerError

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "DataError",
    "Engine",
    "ModelError",
    "ReadingError",
    "RubricError",
    "ScorerError",
    "Structure",
    "__version__",
    "load",
]
