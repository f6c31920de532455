"""Whether what a rubric asks for is measured."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from scorer.rubric.model import Rubric
from scorer.rubric.problems import Problem


def unknown_measures(rubric: Rubric, features: Collection[str], traits: Collection[str] | None) -> list[Problem]:
    """Faults of a rubric that names a feature or trait which is not there; ``traits`` None leaves those unchecked."""
    return sorted(_unknown(rubric, features, traits))


def _unknown(rubric: Rubric, features: Collection[str], traits: Collection[str] | None) -> Iterator[Problem]:
    for place, criterion in enumerate(rubric.criteria):
        asks = f"the criterion {criterion.id!r} asks for the"
        named = [
            (number, key, name)
            for number, rule in enumerate(criterion.features)
            for key, names in (("name", [rule.name]), ("full_from", [*rule.full_from]))
            for name in names
        ]
        for number, key, name in named:
            if name not in features:
                close = get_close_matches(name, features, n=1)
                mend = f"write {close[0]!r}" if close else "`scorer features` writes a table of what is"
                line = rubric.line("criteria", place, "features", number, key) or 0
                yield Problem(line, f"{asks} feature {name!r}, which is not measured: {mend}")
        for trait in criterion.traits:
            if traits is not None and trait not in traits:
                line = rubric.line("criteria", place, "traits", trait) or 0
                has = ", ".join(traits)
                yield Problem(line, f"{asks} trait {trait!r}; the model has {has}: write one of those")
