"""Open edX ORA2: a rubric as the dictionary that its JSON holds.

``prompts, criteria[name, label, prompt, order_num, feedback, options[name, label, points, explanation, order_num]]``.
The label is what people read, the name what answers are stored under. Points are whole and not negative. A criterion
without options asks for written feedback alone.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from pydantic import JsonValue

from scorer.rubric.exchange.building import criterion_of, distinct, rising, rubric_of
from scorer.rubric.exchange.records import (
    Field,
    Item,
    MisfitError,
    Record,
    extras,
    given,
    in_places,
    kept,
    records,
    shortest,
    taken,
    text,
    with_places,
)
from scorer.rubric.extra import Extra, packed, unpacked
from scorer.rubric.model import Criterion, Level, Rubric

FORMAT = "ora2"
XML_ONLY = "<xml>"
"""Key of what only the XML has (see ``ora2_xml``); no JSON has it."""
TITLE, NAME, LABEL, NUMBER, FEEDBACK = "title", "name", "label", "order_num", "feedback"
OPTIONAL, REQUIRED = "optional", "required"


def points(value: JsonValue) -> float:
    """Whole points from 0 up."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1e6 or value % 1:
        raise MisfitError("must be a whole number from 0 up")
    return float(value)


CRITERION_FIELDS = (Field("prompt", "description", text, str),)
OPTION_FIELDS = (
    Field("explanation", "description", text, str),
    Field("points", "points", points, shortest, 0.0),
)


def read(record: Record, name: str) -> Rubric:
    """A rubric; ``name`` is its title where the record has none. Raises ``MisfitError``."""
    found = records(record.get("criteria"), "criteria", "the rubric")
    order = _by_number(found)
    _refuse_twins(found, "criteria")
    criteria = [_criterion(place, position, found[position]) for place, position in enumerate(order)]
    _, extra = taken({key: value for key, value in record.items() if key != "criteria"}, (), "the rubric")
    title = record.get(TITLE)
    return rubric_of(
        text(title) if isinstance(title, str) else name,
        "",
        with_places(FORMAT, criteria, order, criteria),
        {FORMAT: extra},
    )


def write(rubric: Rubric) -> Record:
    """The dictionary of a rubric. Raises ``MisfitError`` where Open edX cannot have it."""
    record: Record = {name: unpacked(value) for name, value in kept(rubric, FORMAT).fields.items()}
    if isinstance(title := record.get(TITLE), str) and title.strip() != rubric.title:
        record[TITLE] = rubric.title
    if FORMAT not in rubric.extra:
        record["prompts"] = [{"description": rubric.description}]
    criteria = placed(rubric.criteria)
    record["criteria"] = [
        _criterion_record(criterion, name, position)
        for position, (criterion, name) in enumerate(zip(criteria, _names(criteria), strict=True))
    ]
    return record


def placed(parts: Sequence[Item]) -> list[Item]:
    """Criteria, or the levels of one, in the order in which they are written."""
    return [part for _, part in in_places(FORMAT, list(parts))]


def to_json(rubric: Rubric) -> bytes:
    """The dictionary as an indented JSON file."""
    return (json.dumps(_without_xml(write(rubric)), ensure_ascii=False, indent=2) + "\n").encode()


def _without_xml(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {key: _without_xml(inner) for key, inner in value.items() if key != XML_ONLY}
    return [_without_xml(inner) for inner in value] if isinstance(value, list) else value


def _criterion(place: int, position: int, record: Record) -> Criterion:
    where = f"criterion {position + 1}"
    options = records(record.pop("options", None), "options", where)
    _refuse_twins(options, f"options of {where}")
    values, extra = _taken(record, CRITERION_FIELDS, where, {NUMBER: position, FEEDBACK: _feedback(bool(options))})
    levels = []
    for number, option in enumerate(options):
        rated, more = _taken(option, OPTION_FIELDS, f"option {number + 1} of {where}", {NUMBER: number})
        levels.append(Level(**rated, extra=extras(FORMAT, more)))
    order = rising(levels)
    ours = [levels[k] for k in order]
    return criterion_of(place, values, with_places(FORMAT, ours, order, ours), extras(FORMAT, extra))


def _criterion_record(criterion: Criterion, name: str, position: int) -> Record:
    usual: Record = {NUMBER: position, FEEDBACK: _feedback(bool(criterion.levels))}
    record = _given(criterion, {"description": criterion.description}, CRITERION_FIELDS, name, usual)
    levels = placed(criterion.levels)
    record["options"] = [
        _option_record(criterion, level, option, number)
        for number, (level, option) in enumerate(zip(levels, _names(levels), strict=True))
    ]
    return record


def _option_record(criterion: Criterion, level: Level, name: str, number: int) -> Record:
    try:
        points(level.points)
    except MisfitError as error:
        raise MisfitError(
            f"Open edX counts in whole points from 0 up, and a level of {criterion.id!r} has {level.points:g}: "
            "multiply the points of its levels"
        ) from error
    values: Record = {"description": level.description, "points": level.points}
    return _given(level, values, OPTION_FIELDS, name, {NUMBER: number})


def _feedback(options: bool) -> str:
    return OPTIONAL if options else REQUIRED


def _taken(record: Record, fields: Sequence[Field], where: str, usual: Record) -> tuple[dict[str, Any], Extra]:
    """As ``taken``, with the label, or else the name, for a title; what we would write ourselves is not kept."""
    name, label = record.get(NAME), record.get(LABEL)
    if not isinstance(name, str) or not isinstance(label, str | None):
        raise MisfitError(f"{NAME!r} and {LABEL!r} of {where} must be text")
    values, extra = taken(record, fields, where)
    values["title"] = text(label) or name.strip()
    usual = usual | {
        LABEL: values["title"]
    }  # the name is kept: answers are stored under it, whatever the label becomes
    own = {key: value for key, value in extra.fields.items() if key not in usual or not _same(value, usual[key])}
    absent = (*extra.absent, *(key for key in usual if key not in record))
    return values, extra.model_copy(update={"fields": own, "absent": absent})


def _given(part: Criterion | Level, values: Record, fields: Sequence[Field], name: str, usual: Record) -> Record:
    extra = kept(part, FORMAT)
    label = unpacked(extra.fields.get(LABEL))
    unlabelled = LABEL in extra.absent or (LABEL in extra.fields and not text(label))
    record: Record = {NAME: name, LABEL: part.title or name}
    if unlabelled and part.title == name.strip():
        record = {NAME: name} if LABEL in extra.absent else {NAME: name, LABEL: label}
    elif isinstance(label, str) and label.strip() == part.title:
        record[LABEL] = label
    record |= {key: value for key, value in usual.items() if key not in extra.absent}
    return record | {key: value for key, value in given(values, fields, extra).items() if key not in (NAME, LABEL)}


def _names(parts: Sequence[Criterion] | Sequence[Level]) -> list[str]:
    """The names that were kept, else the titles; none twice."""
    return distinct([str(kept(part, FORMAT).fields.get(NAME, _called(part))) for part in parts], " ")


def _called(part: Criterion | Level) -> str:
    return part.title or (part.id if isinstance(part, Criterion) else f"{part.points:g}")


def _by_number(found: Sequence[Record]) -> list[int]:
    """The positions in the order in which ORA2 shows the criteria."""

    def number(position: int) -> float:
        value = found[position].get(NUMBER, 0)
        return value if isinstance(value, int | float) else 0

    return sorted(range(len(found)), key=number)


def _refuse_twins(found: Sequence[Record], what: str) -> None:
    seen = set()
    for name in (str(record.get(NAME)) for record in found):
        if name in seen:
            raise MisfitError(f"two {what} are named {name[:40]!r}: rename one")
        seen.add(name)


def _same(value: JsonValue, usual: JsonValue) -> bool:
    return packed(usual) == value and isinstance(value, bool) == isinstance(usual, bool)
