"""Rubrics: criteria with levels, and what is measured for each."""

from scorer.rubric.load import DEFAULT, builtin_names, load_rubric, parse_rubric
from scorer.rubric.model import Criterion, FeatureRule, Level, Rubric, Scale

__all__ = [
    "DEFAULT",
    "Criterion",
    "FeatureRule",
    "Level",
    "Rubric",
    "Scale",
    "builtin_names",
    "load_rubric",
    "parse_rubric",
]
