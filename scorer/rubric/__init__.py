"""Rubrics: criteria with levels, and what is measured for each."""

from scorer.rubric.load import DEFAULT, builtin_names, load_rubric, parse_rubric
from scorer.rubric.model import Criterion, FeatureRule, Level, Rubric, Scale
from scorer.rubric.requirements import Requirement, Requirements

__all__ = [
    "DEFAULT",
    "Criterion",
    "FeatureRule",
    "Level",
    "Requirement",
    "Requirements",
    "Rubric",
    "Scale",
    "builtin_names",
    "load_rubric",
    "parse_rubric",
]
