"""A rubric as the text of a TOML file, in the order in which a teacher reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scorer.rubric.extra import Extra
from scorer.rubric.model import Criterion, Level, Rubric
from scorer.rubric.requirements import Requirement

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_DELETE = "\x7f"


def to_toml(rubric: Rubric, notes: Mapping[str, Iterable[str]] | None = None) -> str:
    """The text of a file that reads as the same rubric. ``notes``: criterion id -> comment lines under its weight."""
    notes = notes or {}
    scale = {"low": rubric.scale.low, "high": rubric.scale.high, "step": rubric.scale.step}
    lines = [
        *_pairs(id=rubric.id, title=rubric.title, description=rubric.description or None, scale=scale),
    ]
    stated = rubric.requirements.stated()
    if stated:
        lines += ["", "[requirements]", *(f"{name} = {_value(_asked(asked))}" for name, asked in stated.items())]
    for criterion in rubric.criteria:
        lines += ["", *_criterion(criterion, notes.get(criterion.id, ()))]
    for format, kept in rubric.extra.items():
        lines += ["", f"[extra.{_key(format)}]", *_pairs(**kept.model_dump(exclude_defaults=True))]
    return "\n".join(lines) + "\n"


def measured(criterion: Criterion) -> Iterator[str]:
    """The lines that say by what a criterion is scored."""
    if criterion.traits:
        yield f"traits = {_value(criterion.traits)}"
    if criterion.features:
        yield "features = ["
        yield from (f"    {_value(rule.model_dump(exclude_defaults=True))}," for rule in criterion.features)
        yield "]"
    if criterion.uncertainty:
        yield f"uncertainty = {_value(criterion.uncertainty)}"


def comment(text: str) -> str:
    """A comment line, whatever the text holds."""
    return "# " + "".join(c if c.isprintable() else " " for c in text)


def _criterion(criterion: Criterion, notes: Iterable[str]) -> Iterator[str]:
    yield "[[criteria]]"
    yield from _pairs(
        id=criterion.id,
        title=criterion.title,
        description=criterion.description or None,
        weight=criterion.weight,
    )
    yield from (comment(note) for note in notes)
    yield from measured(criterion)
    yield from _extra(criterion.extra)
    for level in criterion.levels:
        yield ""
        yield from _level(level)


def _level(level: Level) -> Iterator[str]:
    yield "[[criteria.levels]]"
    yield from _pairs(points=level.points, title=level.title, description=level.description or None)
    yield from _extra(level.extra)


def _pairs(**values: Any) -> Iterator[str]:
    return (f"{key} = {_value(value)}" for key, value in values.items() if value is not None)


def _extra(extra: Mapping[str, Extra]) -> Iterator[str]:
    """Dotted keys, so that they may stand before the tables that follow."""
    for format, kept in extra.items():
        for key, value in kept.model_dump(exclude_defaults=True).items():
            yield f"extra.{_key(format)}.{key} = {_value(value)}"


def _asked(asked: Requirement) -> dict[str, Any]:
    return {key: value for key, value in asked.model_dump().items() if value is not None}


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case int() | float():
            return repr(value)
        case dict():
            return "{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items()) + " }" if value else "{}"
        case _:
            return "[" + ", ".join(map(_value, value)) + "]"


def _text(text: str) -> str:
    """A basic string of TOML: JSON's escapes are its own, but for the one control character that JSON leaves."""
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007F")
