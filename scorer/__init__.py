"""Scores essays against a rubric, offline, with feedback that points at the student's own words.

>>> import scorer
>>> engine = scorer.load()
>>> assessment = engine.score("Schools should open at noon.", prompt="When should schools open?")
>>> assessment.status, assessment.flags[0].code
('not_scored', 'too_short')
"""

import logging

from scorer.assessment import Assessment, Structure
from scorer.engine import Engine, load
from scorer.errors import DataError, ModelError, ReadingError, RubricError, ScorerError, StoppedError

__version__ = "0.1.0"

__all__ = [
    "Assessment",
    "DataError",
    "Engine",
    "ModelError",
    "ReadingError",
    "RubricError",
    "ScorerError",
    "StoppedError",
    "Structure",
    "__version__",
    "load",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())
