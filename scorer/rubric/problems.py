"""What is wrong with a rubric's data, as sentences that name the line and the mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scorer.rubric.base import FAULT, Part
from scorer.rubric.lines import Path, line_of
from scorer.rubric.model import Rubric

EXAMPLES = {
    "id": 'id = "thesis"',
    "title": 'title = "Thesis"',
    "scale": "scale = { low = 1, high = 4, step = 0.5 }",
    "criteria": "a [[criteria]] table for each row of the rubric",
    "points": "points = 1",
    "low": "low = 1",
    "high": "high = 4",
    "name": 'name = "words", or another feature that `scorer features` measures',
    "knots": "knots = [[0, 0], [3, 1]], pairs of a value and its points",
    "typical": "typical = 1, the value that a typical essay has",
    "criterion": "criterion = the id of the criterion that this concerns",
    "value": "value = what you ask for",
}
"""How a key that is missing or wrong is written."""
FORMS = {
    "string": "text in quotation marks",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "finite": "a number",
    "dict": "a table, { ... }",
    "model": "a table, { ... }",
    "tuple": "a list, [ ... ]",
    "list": "a list, [ ... ]",
}
"""Beginning of a pydantic error's type -> what the value must be."""
LIMITS = {"greater_than_equal": ("ge", "{} or more"), "greater_than": ("gt", "more than {}")}
NOUNS = {"criteria": "criterion", "levels": "level", "features": "feature", "requirements": "requirement"}


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: its line in the file, counted from 1 (0: there is no file), and a clause without full stop."""

    line: int
    clause: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.clause}" if self.line else self.clause


def problems(error: ValidationError, lines: dict[Path, int], data: dict[str, Any]) -> list[Problem]:
    """Every fault that the validation found, in the order of the file."""
    return sorted({_problem(details, lines, data) for details in error.errors() if not _follows(details)})


def _follows(details: ErrorDetails) -> bool:
    """Whether a list is only called too short because its entries have faults of their own."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _problem(details: ErrorDetails, lines: dict[Path, int], data: dict[str, Any]) -> Problem:
    path = details["loc"]
    if details["type"] == FAULT:
        context = details["ctx"]
        return Problem(line_of(lines, (*path, *context["at"])), context["sentence"])
    return Problem(line_of(lines, path), _clause(details, path, data))


def _clause(details: ErrorDetails, path: Path, data: dict[str, Any]) -> str:
    kind, key = details["type"], str(path[-1]) if path else ""
    owner = _named(path[:-1], data)
    if kind == "missing":
        return f"{owner} has no {key!r}: add {EXAMPLES.get(key, key)}"
    if kind == "extra_forbidden":
        return f"{owner} has no setting {key!r}: {_instead(key, path[:-1])}"
    if kind == "string_pattern_mismatch":
        return (
            f"the id {details['input']!r} of {owner} cannot be used: "
            "write it in lower-case letters, digits, - and _, with a letter first"
        )
    if kind == "literal_error":
        return f"{key!r} of {owner} is {details['input']!r}: write one of {details['ctx']['expected']}"
    if kind in LIMITS:
        name, limit = LIMITS[kind]
        return f"{key!r} of {owner} is {details['input']}: write {limit.format(details['ctx'][name])}"
    if kind == "too_short":
        example = f": {EXAMPLES[key]}" if key in EXAMPLES else ""
        return f"{key!r} of {owner} has too few entries, at least {details['ctx']['min_length']} are needed{example}"
    if kind == "too_long":
        return f"an entry of {owner} is too long: {EXAMPLES['knots']}"
    form = FORMS.get(kind.partition("_")[0])
    return f"{_subject(path)} of {owner} must be {form}" if form else f"{key!r} of {owner}: {details['msg']}"


def _subject(path: Path) -> str:
    return f"entry {path[-1] + 1}" if path and isinstance(path[-1], int) else repr(str(path[-1]) if path else "")


def _named(path: Path, data: Any) -> str:
    """What a teacher calls the table at a path: ``level 2 of the criterion 'reasons'``."""
    found: list[str] = []
    noun = ""
    for step in path:
        data = _inside(data, step)
        if isinstance(step, int):
            label = next((data[key] for key in ("id", "name") if isinstance(data, dict) and key in data), None)
            found.append(f"the {noun} {label!r}" if label and noun else f"{noun or 'entry'} {step + 1}")
        elif noun == "requirement":
            found.append(f"the requirement {step!r}")
        elif step not in NOUNS:
            found.append(repr(step))
        noun = NOUNS.get(str(step), "")
    if path and path[-1] == "requirements":
        return "the table [requirements]"
    return " of ".join(reversed(found)) or "the rubric"


def _inside(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (LookupError, TypeError):
        return None


def _instead(key: str, path: Path) -> str:
    known = _settings(path)
    close = get_close_matches(key, known, n=1)
    if close:
        return f"write {close[0]!r}"
    return f"take it out; what can stand here is {', '.join(known)}" if known else "take it out"


def _settings(path: Path) -> list[str]:
    """The keys that a table may have."""
    part: type[Part] = Rubric
    for step in path:
        if isinstance(step, str):
            annotation = part.model_fields[step].annotation if step in part.model_fields else None
            part = next(iter(_parts(annotation)), part)
    return [name for name in part.model_fields if name not in {"sha256", "extra"}]


def _parts(annotation: Any) -> Iterable[type[Part]]:
    if get_origin(annotation) in (tuple, Union, UnionType, dict):
        for argument in get_args(annotation):
            yield from _parts(argument)
    elif isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
