"""From a foreign record to ours and back, field by field, keeping what ours cannot say.

A record is a dict of JSON values: an object of a JSON file, an XML element's parts, a few cells of a table.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import JsonValue

from scorer.rubric.extra import Extra, packed, unpacked
from scorer.rubric.model import Criterion, Level, Rubric

Record = dict[str, JsonValue]
Item = TypeVar("Item", Criterion, Level)

MOST_POINTS = 1e6
MOST_PARTS = 500
"""Criteria of a rubric, levels of a criterion, columns of a table: far more than any has, far fewer than stall."""
_NUMBER = re.compile(r"\s*([+-]?\d{1,9}(?:[.,]\d{1,18})?)\s*(?:pts?\.?|points?)?\s*", re.IGNORECASE)


class MisfitError(Exception):
    """A foreign rubric cannot be read, or ours cannot be written in its format: a clause without full stop."""


@dataclass(frozen=True)
class Field:
    """A foreign field and the attribute of ours that it fills; ``default`` is what its absence means."""

    name: str
    attribute: str
    read: Callable[[JsonValue], Any]
    write: Callable[[Any], JsonValue]
    default: Any = ""


def text(value: JsonValue) -> str:
    """Text without white space around it; null is no text."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise MisfitError("must be text")
    return value.strip()


def number(value: JsonValue) -> float:
    """Points: a number, or one written as text, with a comma or "pts" where a spreadsheet has put them."""
    if isinstance(value, str):
        match = _NUMBER.fullmatch(value)
        if not match:
            raise MisfitError(f"must be a number, and is {value[:40]!r}")
        value = float(match.group(1).replace(",", "."))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise MisfitError("must be a number")
    if not math.isfinite(value) or abs(value) > MOST_POINTS:
        raise MisfitError(f"must be a number of points up to {MOST_POINTS:,.0f}")
    return float(value)


def shortest(points: float) -> int | float:
    """A whole number without decimals."""
    return int(points) if points == int(points) else points


def written(points: float) -> str:
    """Points as text, never with an exponent."""
    return str(shortest(points)) if "e" not in repr(points) else f"{points:.12f}".rstrip("0").rstrip(".")


def records(value: JsonValue, name: str, where: str) -> list[Record]:
    """A list of objects, copied."""
    if not isinstance(value, list):
        raise MisfitError(f"{name!r} of {where} must be a list")
    if len(value) > MOST_PARTS:
        raise MisfitError(f"{name!r} of {where} has more than {MOST_PARTS} entries: check that it is a rubric")
    found = [dict(item) for item in value if isinstance(item, dict)]
    if len(found) < len(value):
        raise MisfitError(f"{name!r} of {where} must hold objects alone")
    return found


def taken(record: Mapping[str, JsonValue], fields: Iterable[Field], where: str) -> tuple[dict[str, Any], Extra]:
    """Values for our attributes, and what must be kept to write the record again. Raises ``MisfitError``."""
    values: dict[str, Any] = {}
    kept: dict[str, JsonValue] = {}
    absent = []
    mapped = {field.name: field for field in fields}
    for name, field in mapped.items():
        if name not in record:
            absent.append(name)
            values[field.attribute] = field.default
            continue
        try:
            value = values[field.attribute] = field.read(record[name])
        except MisfitError as error:
            raise MisfitError(f"{name!r} of {where} {error}") from error
        if not _same(field.write(value), record[name]):
            kept[name] = packed(record[name])
    kept |= {name: packed(value) for name, value in record.items() if name not in mapped}
    return values, Extra(fields=kept, absent=tuple(absent))


def given(values: Mapping[str, Any], fields: Iterable[Field], extra: Extra) -> Record:
    """The record again: as it was where a value still says the same, else with the new value."""
    record: Record = {}
    kept = {name: unpacked(value) for name, value in extra.fields.items()}
    for field in fields:
        value = values[field.attribute]
        if field.name in extra.absent and value == field.default:
            continue
        record[field.name] = kept[field.name] if _still(field, kept, value) else field.write(value)
    return record | {name: value for name, value in kept.items() if name not in record and not _mapped(name, fields)}


def extras(format: str, extra: Extra) -> dict[str, Extra]:
    """What ``extra`` of ours is to hold; nothing where nothing needs keeping."""
    return {format: extra} if extra != Extra() else {}


def kept(part: Rubric | Criterion | Level, format: str) -> Extra:
    """What was kept for a format."""
    return part.extra.get(format, Extra())


def with_places(format: str, items: list[Item], original: list[int], usual: list[Item]) -> list[Item]:
    """``items`` with their places in the original noted, if the order that we ``usual``-ly write is another.

    ``original[k]`` is the place that ``items[k]`` had.
    """
    places = {id(item): place for item, place in zip(items, original, strict=True)}
    if [places[id(item)] for item in usual] == list(range(len(items))):
        return items
    return [
        item.model_copy(
            update={"extra": {**item.extra, format: kept(item, format).model_copy(update={"place": places[id(item)]})}}
        )
        for item in items
    ]


def in_places(format: str, usual: list[Item]) -> list[tuple[int, Item]]:
    """The items with the places they go to, in that order; places rise, and gaps between them are the original's."""

    def wanted(pair: tuple[int, Item]) -> int:
        place = kept(pair[1], format).place
        return pair[0] if place is None else place

    result: list[tuple[int, Item]] = []
    for position, item in sorted(enumerate(usual), key=wanted):
        place = wanted((position, item)) if kept(item, format).place is not None else 0
        result.append((max(place, result[-1][0] + 1 if result else 0), item))
    return result


def _still(field: Field, kept: Record, value: Any) -> bool:
    """Whether what was kept of a field says the value that we have now."""
    if field.name not in kept:
        return False
    try:
        return bool(field.read(kept[field.name]) == value)
    except MisfitError:
        return False


def _mapped(name: str, fields: Iterable[Field]) -> bool:
    return any(field.name == name for field in fields)


def _same(one: JsonValue, other: JsonValue) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)
