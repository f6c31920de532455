"""A rubric of ours from what was read elsewhere: ids, weights and the scale of the total."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from scorer.rubric.exchange.records import MisfitError, shortest
from scorer.rubric.extra import Extra
from scorer.rubric.model import Criterion, Level, Rubric

ID_LENGTH = 40
TITLE_LENGTH = 60


def slug(title: str, otherwise: str) -> str:
    """An id from a title: its Latin letters and digits, in lower case with hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    found = re.sub(r"[^a-z0-9]+", "-", plain)[:ID_LENGTH].strip("-")
    return found if found[:1].isalpha() else otherwise


def rising(levels: Sequence[Level], falling: bool = False) -> list[int]:
    """The order of the levels by their points, equal ones as they stand, or the other way round where points fall."""
    return sorted(range(len(levels)), key=lambda place: (levels[place].points, -place if falling else place))


def criterion_of(place: int, values: dict[str, Any], levels: Sequence[Level], extra: dict[str, Extra]) -> Criterion:
    """A criterion that weighs as many points as it can give, so that the overall score is the total."""
    span = levels[-1].points - levels[0].points if levels else 0.0
    id = slug(values["title"], f"criterion-{place + 1}")
    return Criterion(**values, id=id, weight=shortest(span), levels=tuple(levels), extra=extra)


def rubric_of(title: str, description: str, criteria: Sequence[Criterion], extra: dict[str, Extra]) -> Rubric:
    """A rubric whose scale is the total of its criteria. Raises ``MisfitError`` where there is none."""
    if not criteria:
        raise MisfitError(f"the rubric {title[:TITLE_LENGTH]!r} has no criteria")
    low = sum(criterion.lowest for criterion in criteria)
    high = sum(criterion.highest for criterion in criteria)
    whole = all(level.points == int(level.points) for criterion in criteria for level in criterion.levels)
    scale = {"low": low, "high": high if high > low else low + 1, "step": 1 if whole else 0.1}
    idle = not any(criterion.weight for criterion in criteria)
    try:
        return Rubric.model_validate(
            {
                "id": slug(title, "rubric"),
                "title": title,
                "description": description,
                "scale": scale,
                "criteria": [
                    c.model_copy(update={"id": id, "weight": 1.0 if idle else c.weight})
                    for c, id in zip(criteria, distinct([c.id for c in criteria]), strict=True)
                ],
                "extra": extra,
            }
        )
    except ValidationError as error:
        raise MisfitError(f"the rubric {title[:TITLE_LENGTH]!r}: {error.errors()[0]['msg']}") from error


def told_apart(rubrics: Sequence[Rubric]) -> list[Rubric]:
    """The rubrics of one file with ids of their own: titles without Latin letters, or with the same ones, give one."""
    ids = distinct([rubric.id for rubric in rubrics])
    return [rubric.model_copy(update={"id": id}) for rubric, id in zip(rubrics, ids, strict=True)]


def heading(text: str, otherwise: str) -> str:
    """A title for a text that has none: itself if it is short, else ``otherwise``."""
    flat = " ".join(text.split())
    return flat if 0 < len(flat) <= TITLE_LENGTH else otherwise


def distinct(names: Sequence[str], joint: str = "-") -> list[str]:
    """The names, those that came before with "-2", "-3" ... after them."""
    made: list[str] = []
    taken = set(names)
    seen: set[str] = set()
    for name in names:
        new, count = name, 1
        while new in seen or (count > 1 and new in taken):
            count += 1
            new = f"{name}{joint}{count}"
        seen.add(new)
        made.append(new)
    return made
