"""Which format a file is in, and the way in and out of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

from pydantic import JsonValue

from scorer.errors import RubricError
from scorer.rubric.exchange import canvas, moodle, ora2, ora2_xml
from scorer.rubric.exchange.building import heading
from scorer.rubric.exchange.records import MisfitError
from scorer.rubric.model import Rubric


class Format(StrEnum):
    """Formats of other systems."""

    canvas = "canvas"
    ora2 = "ora2"
    ora2_xml = "ora2-xml"
    moodle = "moodle"


ENDINGS = {
    Format.canvas: ".csv",
    Format.ora2: ".json",
    Format.ora2_xml: ".xml",
    Format.moodle: ".json",
}
"""How files of a format are named."""
_SEVERAL = {Format.canvas, Format.moodle}


def detect(content: bytes, name: str) -> Format:
    """The format of a file by its content, its ending where that leaves it open.

    Raises ``RubricError`` (``rubric_format``).
    """
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    ending = Path(name).suffix.lower()
    if start == b"<" or ending == ".xml":
        return Format.ora2_xml
    if start in (b"{", b"[") or ending == ".json":
        return _json_format(_json(content, name), name)
    if canvas.RUBRIC.lower().encode() in content[:4000].lower() or ending == ".csv":
        return Format.canvas
    raise RubricError(
        "rubric_format",
        f"{name} is no rubric in a format that we know: "
        f"give a file of Canvas (CSV), Open edX (JSON, XML) or Moodle (JSON), or name it with --format.",
    )


def import_rubrics(content: bytes, name: str, format: Format | None = None) -> list[Rubric]:
    """Every rubric of a file; ``name`` is the file's, for the format and where a rubric has no title of its own.

    Raises ``RubricError``: ``rubric_format``, or ``rubric_invalid`` with the place and the mend.
    """
    format = format or detect(content, name)
    title = heading(Path(name).stem, "Rubric")
    try:
        if format is Format.canvas:
            return canvas.read(content)
        if format is Format.ora2_xml:
            return [ora2_xml.read(content, title)]
        data = _json(content, name)
        if _json_format(data, name) is not format:
            raise MisfitError(f"it is no {format} rubric")
        return moodle.read(data, title) if format is Format.moodle else [ora2.read(_object(data), title)]
    except MisfitError as error:
        raise RubricError("rubric_invalid", f"{name} cannot be imported: {error}.") from error


def export_rubrics(rubrics: Sequence[Rubric], format: Format) -> bytes:
    """A file of the rubrics.

    Raises ``RubricError``: ``rubric_not_exportable`` for what the format cannot hold.
    """
    try:
        if len(rubrics) > 1 and format not in _SEVERAL:
            raise MisfitError(
                f"a file of {format} holds one rubric, and {len(rubrics)} are given: export them one by one"
            )
        if format is Format.canvas:
            return canvas.write(rubrics)
        if format is Format.moodle:
            return moodle.write(rubrics)
        return ora2.to_json(rubrics[0]) if format is Format.ora2 else ora2_xml.write(rubrics[0])
    except MisfitError as error:
        raise RubricError("rubric_not_exportable", f"The rubric cannot be exported: {error}.") from error


def target_format(output: Path | None, rubrics: Sequence[Rubric]) -> Format:
    """The format to write: by the file's ending, else the one that the rubric came from.

    Raises ``RubricError`` (``rubric_format``) where neither tells.
    """
    came = [Format(name) for name in rubrics[0].extra if name in {*Format}]
    ending = output.suffix.lower() if output else ""
    fitting = [format for format in (*came, *Format) if ENDINGS[format] == ending] if ending else came
    if not fitting:
        raise RubricError("rubric_format", f"Which format? Give --format: {', '.join(Format)}.")
    return fitting[0]


def _json(content: bytes, name: str) -> JsonValue:
    def refused(constant: str) -> NoReturn:
        raise ValueError(f"{constant} is no number")

    try:
        data: JsonValue = json.loads(content.decode("utf-8-sig"), parse_constant=refused)
        json.dumps(data, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError as error:
        raise RubricError("rubric_invalid", f"{name} holds half a character (a lone surrogate): retype it.") from error
    except UnicodeDecodeError as error:
        raise RubricError("rubric_invalid", f"{name} is not UTF-8 text: save it as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, json.JSONDecodeError) else "a number too large, or nested too deeply"
        raise RubricError("rubric_invalid", f"{name} is not valid JSON: {why}.") from error
    return data


def _json_format(data: JsonValue, name: str) -> Format:
    if next(moodle.holders(data), None) is not None:
        return Format.moodle
    if isinstance(data, dict) and isinstance(data.get("criteria"), list):
        return Format.ora2
    raise RubricError(
        "rubric_format",
        f"{name} is no rubric that we know: Open edX has 'criteria' at the top, Moodle has 'rubric_criteria'.",
    )


def _object(data: JsonValue) -> dict[str, JsonValue]:
    assert isinstance(data, dict)
    return data
