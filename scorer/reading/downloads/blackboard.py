"""Blackboard: ``{assignment}_{user name}_attempt_{YYYY-MM-DD-HH-MM-SS}_{file name}`` and a record of each attempt.

The record is ``..._{date}.txt``: "Name: Jane Doe (jdoe)", the assignment, the date, what was typed, and the files.
The word "attempt" and the record's labels are in the site's language, so they are told by their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from scorer.errors import ReadingError
from scorer.reading.downloads.attribution import Attribution, Read, natural
from scorer.reading.plain import decode

_NAME = re.compile(
    r"(?P<head>.+?)_(?P<word>[^\W\d_][^\d_]{0,30})_(?P<date>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<record>\.txt))",
    re.I | re.S,
)
_PERSON = re.compile(r"[^:：]{1,30}[:：]\s*(?P<name>.*?)\s*[(（](?P<user>[^()（）]+)[)）]\s*")
_LABEL = re.compile(r"\S[^\t]{0,40}[:：]\s*")
_NOTHING = frozenset({"There is no student submission text data for this assignment."})
_FEW_WORDS = 30
"""Below this, a text beside attached files is a remark, or says in the site's language that there is none."""


@dataclass(frozen=True)
class Record:
    """What Blackboard says of an attempt; ``typed`` is what was written into its text box, HTML or plain."""

    name: str
    user: str
    typed: str


def attribute(paths: Sequence[str], read: Read) -> dict[str, Attribution]:
    """Every file of Blackboard's pattern; only the latest attempt of a student at an assignment is not replaced.

    The record says where the assignment's name ends and the user's begins, as both may hold underscores; without
    it the user's name is what follows the last one.
    """
    matches = {path: match for path in paths if (match := _NAME.fullmatch(PurePosixPath(path).name))}
    records: dict[str, Record] = {}
    for path, match in matches.items():
        if match["record"]:
            with suppress(ReadingError):
                records[_attempt(path, match)] = record_of(read(path))
    made = {path: _attribution(path, match, records.get(_attempt(path, match))) for path, match in matches.items()}
    attached = {_attempt(path, matches[path]) for path in made if matches[path]["file"]}
    latest: dict[str, str] = {}
    for path, found in made.items():
        latest[found.group] = max(latest.get(found.group, ""), matches[path]["date"])
    for path, found in made.items():
        attempt = _attempt(path, matches[path])
        aside = found.kind == "record" and attempt in attached and _is_remark(records.get(attempt))
        made[path] = replace(
            found, kind="aside" if aside else found.kind, replaced=matches[path]["date"] < latest[found.group]
        )
    return made


def record_of(data: bytes) -> Record:
    """Read a record. Labels are lines that end in a colon: before what was typed, before comments, before files."""
    lines = (decode(data) or "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    person = _PERSON.fullmatch(lines[0])
    labels = [number for number, line in enumerate(lines) if number > 1 and _is_label(lines, number)]
    typed = "\n".join(lines[labels[0] + 1 : labels[-2]]).strip() if len(labels) >= 3 else ""
    return Record(
        name=person["name"] if person else "",
        user=person["user"].strip() if person else "",
        typed="" if typed in _NOTHING else typed,
    )


def _is_label(lines: list[str], number: int) -> bool:
    """A label stands after an empty line and has something under it."""
    return (
        bool(_LABEL.fullmatch(lines[number]))
        and not lines[number - 1].strip()
        and number + 1 < len(lines)
        and bool(lines[number + 1].strip())
    )


def _is_remark(record: Record | None) -> bool:
    return record is None or len(record.typed.split()) < _FEW_WORDS


def _attempt(path: str, match: re.Match[str]) -> str:
    return f"{PurePosixPath(path).parent}/{match['head']}/{match['date']}"


def _attribution(path: str, match: re.Match[str], record: Record | None) -> Attribution:
    head = match["head"]
    if record and record.user and head.casefold().endswith(f"_{record.user}".casefold()):
        assignment, user, name = head[: -len(record.user) - 1], record.user, record.name
    else:
        assignment, _, user = head.rpartition("_")
        name = record.name if record else ""
    own = match["file"] or PurePosixPath(path).name
    return Attribution(
        group=f"{PurePosixPath(path).parent}/{assignment}/{user}",
        id=user,
        student=name or user,
        name=own,
        kind="record" if match["record"] else "file",
        order=(not match["record"], natural(own)),
    )
