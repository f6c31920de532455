"""Moodle rubrics as JSON: ``rubric_criteria[description, levels[score, definition]]``.

As the web service ``core_grading_get_definitions`` answers, whole or in part, or a definition by itself; where PHP has
keyed the criteria and levels by their ids, so are they again. Moodle has one text for a criterion and one for a level:
a short one is the title of ours, a long one its description.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from copy import deepcopy

from pydantic import JsonValue

from scorer.rubric.exchange.building import TITLE_LENGTH, criterion_of, rising, rubric_of, told_apart
from scorer.rubric.exchange.records import (
    Field,
    MisfitError,
    Record,
    extras,
    given,
    in_places,
    kept,
    number,
    records,
    shortest,
    taken,
    text,
    with_places,
    written,
)
from scorer.rubric.extra import Extra, unpacked
from scorer.rubric.lines import Path
from scorer.rubric.model import Criterion, Level, Rubric

FORMAT = "moodle"
CRITERIA, LEVELS = "rubric_criteria", "levels"
DOCUMENT, PLACE, KEY, GENERATED = "<document>", "<path>", "<key>", "<title>"
"""Names under which we keep what stands around the rubric and where in it, PHP's key, and a title that we made up."""
DEEPEST = 20


def score(value: JsonValue) -> float:
    """Points from 0 up: Moodle turns others into 0."""
    points = number(value)
    if points < 0:
        raise MisfitError("must not be negative")
    return points


CRITERION_FIELDS = (Field("description", "text", text, str),)
LEVEL_FIELDS = (Field("definition", "text", text, str), Field("score", "points", score, shortest, 0.0))
RUBRIC_FIELDS = (Field("name", "title", text, str), Field("description", "description", text, str))


def holders(data: JsonValue, path: Path = ()) -> Iterator[Path]:
    """Where in the JSON rubrics are: paths of the objects that have ``rubric_criteria``."""
    if len(path) > DEEPEST:
        return
    if isinstance(data, dict):
        if CRITERIA in data:
            yield path
        for key, value in data.items():
            yield from holders(value, (*path, key)) if key != CRITERIA else ()
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from holders(value, (*path, place))


def read(data: JsonValue, name: str) -> list[Rubric]:
    """Every rubric in the JSON. Raises ``MisfitError``."""
    found = list(holders(data))
    document = deepcopy(data)
    for path in found:
        holder = _at(document, path)
        assert isinstance(holder, dict)
        holder[CRITERIA] = None
    kept_document = json.dumps(document, ensure_ascii=False)
    return told_apart([_rubric(data, path, name, kept_document) for path in found])


def write(rubrics: Sequence[Rubric]) -> bytes:
    """One rubric as its own object; several as the answer they came in, or as a list."""
    made = _together(rubrics)
    if made is None:
        definitions = [_definition(rubric) for rubric in rubrics]
        made = definitions[0] if len(definitions) == 1 else list(definitions)
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _rubric(data: JsonValue, path: Path, name: str, document: str) -> Rubric:
    definition, holder = _definition_at(data, path), _at(data, path)
    assert isinstance(holder, dict)
    values, extra = taken({k: definition[k] for k in ("name", "description") if k in definition}, RUBRIC_FIELDS, "it")
    found, keys = _listed(holder[CRITERIA], CRITERIA, "the rubric")
    criteria = [_criterion(place, record, key) for place, (record, key) in enumerate(zip(found, keys, strict=True))]
    own: Record = {DOCUMENT: document, PLACE: list[JsonValue](path)}
    if not values["title"]:
        own[GENERATED] = name
    fields = extra.fields | own | ({KEY: True} if isinstance(holder[CRITERIA], dict) else {})
    return rubric_of(
        values["title"] or name,
        values["description"],
        criteria,
        {FORMAT: extra.model_copy(update={"fields": fields})},
    )


def _criterion(place: int, record: Record, key: str | None) -> Criterion:
    where = f"criterion {place + 1}"
    keyed = isinstance(record.get(LEVELS), dict)
    found, keys = _listed(record.pop(LEVELS, None), LEVELS, where)
    values, extra = taken(record, CRITERION_FIELDS, where)
    fields = _kept_fields(extra, {"sortorder": place + 1, "descriptionformat": 1})
    title, generated = _heading(values.pop("text"), f"Criterion {place + 1}")
    own = _keys(key) | ({LEVELS: True} if keyed else {}) | generated
    levels = [
        _level(f"level {rank} of {where}", option, name)
        for rank, (option, name) in enumerate(zip(found, keys, strict=True), start=1)
    ]
    order = rising(levels)
    ours = [levels[k] for k in order]
    return criterion_of(
        place,
        title,
        with_places(FORMAT, ours, order, ours),
        extras(FORMAT, _absent(extra, record, {"sortorder", "descriptionformat"}, fields | own)),
    )


def _level(where: str, record: Record, key: str | None) -> Level:
    values, extra = taken(record, LEVEL_FIELDS, where)
    fields = _kept_fields(extra, {"definitionformat": 1})
    title, generated = _heading(values.pop("text"), f"{written(values['points'])} points")
    more = _absent(extra, record, {"definitionformat"}, fields | _keys(key) | generated)
    return Level(**title, points=values["points"], extra=extras(FORMAT, more))


def _heading(words: str, otherwise: str) -> tuple[dict[str, str], Record]:
    """Title and description from one text ("Thesis: It is clear."), and the title if we made it up."""
    head, colon, rest = words.partition(": ")
    if colon and head and rest == rest.strip() != "" and len(head) <= TITLE_LENGTH and head == " ".join(head.split()):
        return {"title": head, "description": rest}, {}
    if 0 < len(words) <= TITLE_LENGTH and words == " ".join(words.split()):
        return {"title": words, "description": ""}, {}
    return {"title": otherwise, "description": words}, {GENERATED: otherwise}


def _words(part: Criterion | Level) -> str:
    """One text from title and description."""
    if kept(part, FORMAT).fields.get(GENERATED) == part.title or not part.title:
        return part.description
    return f"{part.title}: {part.description}" if part.description else part.title


def _definition(rubric: Rubric) -> Record:
    """The definition of one rubric: as it came, else as Moodle's web service names things."""
    fields = kept(rubric, FORMAT).fields
    document = _document(fields)
    path = _path(fields)
    if path is None or path not in set(holders(document)):
        document, path = {"name": "", "description": "", "rubric": {CRITERIA: None}}, ("rubric",)
    _fill(document, path, rubric)
    return _definition_at(document, path)


def _together(rubrics: Sequence[Rubric]) -> JsonValue:
    """The whole answer that the rubrics came in, if all of it is here; None otherwise."""
    fields = [kept(rubric, FORMAT).fields for rubric in rubrics]
    document = _document(fields[0])
    paths = [_path(own) for own in fields]
    if document is None or any(own.get(DOCUMENT) != fields[0][DOCUMENT] for own in fields):
        return None
    if sorted(map(str, paths)) != sorted(str(path) for path in holders(document)):
        return None
    for rubric, path in zip(rubrics, paths, strict=True):
        _fill(document, path or (), rubric)
    return document


def _fill(document: JsonValue, path: Path, rubric: Rubric) -> None:
    extra = kept(rubric, FORMAT)
    holder, definition = _at(document, path), _definition_at(document, path)
    assert isinstance(holder, dict)
    title = "" if extra.fields.get(GENERATED) == rubric.title else rubric.title
    texts = given({"title": title, "description": rubric.description}, RUBRIC_FIELDS, extra)
    definition |= {key: value for key, value in texts.items() if key in ("name", "description")}
    criteria = [_criterion_record(place, criterion) for place, criterion in enumerate(rubric.criteria)]
    holder[CRITERIA] = _keyed(criteria) if extra.fields.get(KEY) else _plain(criteria)


def _criterion_record(place: int, criterion: Criterion) -> Record:
    extra = kept(criterion, FORMAT)
    record = _usual(extra, {"sortorder": place + 1, "descriptionformat": 1})
    record |= given({"text": _words(criterion)}, CRITERION_FIELDS, extra)
    levels = [_level_record(criterion, level) for _, level in in_places(FORMAT, list(criterion.levels))]
    keyed = record.pop(LEVELS, None)
    return _clean(record) | {LEVELS: _keyed(levels) if keyed else _plain(levels)}


def _level_record(criterion: Criterion, level: Level) -> Record:
    if level.points < 0:
        raise MisfitError(
            f"Moodle has no negative points, and a level of {criterion.id!r} has {level.points:g}: raise it"
        )
    extra = kept(level, FORMAT)
    record = _usual(extra, {"definitionformat": 1})
    return _clean(record | given({"text": _words(level), "points": level.points}, LEVEL_FIELDS, extra))


def _kept_fields(extra: Extra, usual: Record) -> dict[str, JsonValue]:
    return {key: value for key, value in extra.fields.items() if key not in usual or value != usual[key]}


def _absent(extra: Extra, record: Record, usual: set[str], fields: dict[str, JsonValue]) -> Extra:
    absent = (*extra.absent, *sorted(usual - record.keys()))
    return extra.model_copy(update={"fields": fields, "absent": absent})


def _usual(extra: Extra, usual: Record) -> Record:
    return {key: value for key, value in usual.items() if key not in extra.absent}


def _clean(record: Record) -> Record:
    """Without the title that we made up; ``KEY`` stays until the records are keyed."""
    return {key: value for key, value in record.items() if key != GENERATED}


def _keys(key: str | None) -> Record:
    return {} if key is None else {KEY: key}


def _keyed(found: Sequence[Record]) -> JsonValue:
    taken_keys = {str(record[KEY]) for record in found if KEY in record}
    free = (f"NEWID{n}" for n in range(1, len(found) + len(taken_keys) + 2))  # as Moodle's own editor calls new ones
    fresh = (key for key in free if key not in taken_keys)
    return {str(record.pop(KEY) if KEY in record else next(fresh)): record for record in found}


def _plain(found: Sequence[Record]) -> JsonValue:
    return [{key: value for key, value in record.items() if key != KEY} for record in found]


def _listed(value: JsonValue, name: str, where: str) -> tuple[list[Record], list[str | None]]:
    """A list of objects, and their keys where it was an object of objects."""
    if isinstance(value, dict):
        return records(list(value.values()), name, where), list(value)
    found = records(value, name, where)
    return found, [None] * len(found)


def _definition_at(data: JsonValue, path: Path) -> Record:
    """The object that names the rubric: the holder, or what it is the ``rubric`` of."""
    found = _at(data, path[:-1] if path and path[-1] == "rubric" else path)
    assert isinstance(found, dict)
    return found


def _at(data: JsonValue, path: Path) -> JsonValue:
    for step in path:
        if isinstance(data, dict):
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step]
    return data


def _document(fields: dict[str, JsonValue]) -> JsonValue:
    written_document = fields.get(DOCUMENT)
    return unpacked({"json": written_document}) if isinstance(written_document, str) else None


def _path(fields: dict[str, JsonValue]) -> Path | None:
    path = fields.get(PLACE)
    if not isinstance(path, list):
        return None
    return tuple(step for step in path if isinstance(step, str | int))
