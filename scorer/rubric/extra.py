"""What a rubric that came from elsewhere holds and ours has no field for, kept so that it can be written back.

The table ``extra.FORMAT`` of a rubric, criterion or level. A teacher need not read it, and may delete it.
"""

from __future__ import annotations

import json

from pydantic import Field, JsonValue

from scorer.errors import RubricError
from scorer.rubric.base import Part

_AS_JSON = "json"


class Extra(Part):
    """``fields`` are values by their foreign names, ``absent`` names what the original left out.

    ``place`` is the position among its siblings in the original, where ours is another.
    """

    fields: dict[str, JsonValue] = Field(default_factory=dict)
    absent: tuple[str, ...] = ()
    place: int | None = None


def packed(value: JsonValue) -> JsonValue:
    """The value as TOML can hold it, which has no null: then its JSON in ``{json = "..."}``."""
    return value if _fits(value) else {_AS_JSON: json.dumps(value, ensure_ascii=False)}


def unpacked(value: JsonValue) -> JsonValue:
    """The inverse of :func:`packed`. Raises ``RubricError`` (``rubric_invalid``) where a hand has spoiled it."""
    if not isinstance(value, dict) or value.keys() != {_AS_JSON}:
        return value
    try:
        made: JsonValue = json.loads(str(value[_AS_JSON]))
    except (ValueError, RecursionError) as error:
        raise RubricError(
            "rubric_invalid",
            f"What the rubric keeps under 'extra' was changed ({str(value[_AS_JSON])[:40]!r} is not JSON): "
            "take that 'extra' table out.",
        ) from error
    return made


def _fits(value: JsonValue) -> bool:
    if isinstance(value, dict):
        return value.keys() != {_AS_JSON} and all(map(_fits, value.values()))
    if isinstance(value, list):
        return all(map(_fits, value))
    return value is not None
